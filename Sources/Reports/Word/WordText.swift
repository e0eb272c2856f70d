/// The body of a Word document, block by block.
///
/// Source: ECMA-376 part 1, 17 (WordprocessingML).
struct WordText {
  /// How a paragraph looks; the names of styles in `WordStyles`.
  enum Style: String {
    case body = "Normal"
    case heading = "Heading1"
    case subheading = "Heading2"
    case title = "Title"
    case centred = "Centred"
    /// What stands above and below the text, in columns.
    case around = "Around"
    case item = "Item"
    case cell = "Cell"
  }

  /// A piece of a paragraph.
  struct Run: ExpressibleByStringLiteral {
    let text: String
    var isBold = false
    var isItalic = false

    init(_ text: String, isBold: Bool = false, isItalic: Bool = false) {
      (self.text, self.isBold, self.isItalic) = (text, isBold, isItalic)
    }

    init(stringLiteral text: String) { self.init(text) }
  }

  /// How wide a page is between its margins, in twentieths of a point.
  static let pageWidth = 9_071

  private(set) var xml: XMLText

  /// A body that is written into `xml`.
  init(_ xml: XMLText) { self.xml = xml }

  /// A paragraph.
  mutating func paragraph(_ text: String, _ style: Style = .body) {
    paragraph([Run(text)], style)
  }

  /// A paragraph of pieces.
  mutating func paragraph(_ runs: [Run], _ style: Style = .body, startsPage: Bool = false) {
    xml.element("w:p") { xml in
      xml.element("w:pPr") { xml in
        xml.element("w:pStyle", ["w:val": style.rawValue])
        if startsPage { xml.element("w:pageBreakBefore") }
      }
      for run in runs { Self.write(run, &xml) }
    }
  }

  /// A table with lines, its head on every page.
  /// - Parameter widths: of the columns, in parts of the page's width.
  mutating func table(_ head: [String], _ rows: [[String]], widths: [Int]) {
    let all = widths.reduce(0, +)
    let sizes = widths.map { $0 * Self.pageWidth / max(1, all) }
    xml.element("w:tbl") { xml in
      xml.element("w:tblPr") { xml in
        xml.element("w:tblStyle", ["w:val": "Lines"])
        xml.element("w:tblW", ["w:w": String(Self.pageWidth), "w:type": "dxa"])
        xml.element("w:tblLayout", ["w:type": "fixed"])
      }
      Self.grid(sizes, &xml)
      Self.row(head.map { [[Run($0, isBold: true)]] }, sizes, isHead: true, .cell, &xml)
      for row in rows { Self.row(row.map { [[Run($0)]] }, sizes, isHead: false, .cell, &xml) }
    }
    paragraph("", .cell)
  }

  /// Blocks side by side, without lines: each a list of paragraphs.
  mutating func sideBySide(_ blocks: [[[Run]]], widths: [Int]) {
    let all = widths.reduce(0, +)
    let sizes = widths.map { $0 * Self.pageWidth / max(1, all) }
    xml.element("w:tbl") { xml in
      xml.element("w:tblPr") { xml in
        xml.element("w:tblW", ["w:w": String(Self.pageWidth), "w:type": "dxa"])
        xml.element("w:tblLayout", ["w:type": "fixed"])
      }
      Self.grid(sizes, &xml)
      Self.row(blocks, sizes, isHead: false, .around, &xml)
    }
    paragraph("", .cell)
  }

  // MARK: - Parts

  private static func grid(_ sizes: [Int], _ xml: inout XMLText) {
    xml.element("w:tblGrid") { xml in
      for size in sizes { xml.element("w:gridCol", ["w:w": String(size)]) }
    }
  }

  private static func row(
    _ cells: [[[Run]]], _ sizes: [Int], isHead: Bool, _ style: Style, _ xml: inout XMLText
  ) {
    xml.element("w:tr") { xml in
      xml.element("w:trPr") { xml in
        xml.element("w:cantSplit", ["w:val": isHead ? "true" : "false"])
        if isHead { xml.element("w:tblHeader") }
      }
      for (cell, size) in zip(cells, sizes) {
        xml.element("w:tc") { xml in
          xml.element("w:tcPr") { $0.element("w:tcW", ["w:w": String(size), "w:type": "dxa"]) }
          for runs in cell.isEmpty ? [[]] : cell {
            xml.element("w:p") { xml in
              xml.element("w:pPr") { $0.element("w:pStyle", ["w:val": style.rawValue]) }
              for run in runs { write(run, &xml) }
            }
          }
        }
      }
    }
  }

  private static func write(_ run: Run, _ xml: inout XMLText) {
    guard !run.text.isEmpty else { return }
    xml.element("w:r") { xml in
      if run.isBold || run.isItalic {
        xml.element("w:rPr") { xml in
          if run.isBold { xml.element("w:b") }
          if run.isItalic { xml.element("w:i") }
        }
      }
      xml.element("w:t", ["xml:space": "preserve"], text: ShownText.safe(run.text))
    }
  }
}
