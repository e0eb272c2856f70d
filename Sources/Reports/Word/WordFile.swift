import Diagnostics

/// A DOCX file: the parts around a body.
///
/// Source: ECMA-376 part 2 (Open Packaging Conventions) and part 1, 11 and 17.
struct WordFile {
  private let body: WordText
  private let language: Language
  private let draft: String?

  /// - Parameters:
  ///   - draft: what every page of a draft says.
  ///   - write: writes the body.
  init(_ language: Language, draft: String?, _ write: (inout WordText) -> Void) {
    (self.language, self.draft) = (language, draft)
    var xml = XMLText()
    xml.element("w:document", Self.namespaces) { xml in
      xml.element("w:body") { xml in
        var body = WordText(xml)
        write(&body)
        xml = body.xml
        Self.section(&xml)
      }
    }
    body = WordText(xml)
  }

  private static let namespaces: KeyValuePairs<StaticString, String> = [
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  ]

  /// The bytes of the file.
  func bytes() throws -> [UInt8] {
    var archive = ZipArchive()
    for (name, text) in [
      ("[Content_Types].xml", WordParts.contentTypes),
      ("_rels/.rels", WordParts.packageRelations),
      ("word/document.xml", body.xml.text),
      ("word/_rels/document.xml.rels", WordParts.documentRelations),
      ("word/styles.xml", WordParts.styles(language)),
      ("word/header1.xml", header(isFirst: true)),
      ("word/header2.xml", header(isFirst: false)),
    ] {
      try archive.add(name, Array(text.utf8))
    }
    return archive.bytes
  }

  /// A4 with the margins of Nghị định 30/2020/NĐ-CP, phụ lục I: 20 to 25 mm above and below, 30 to 35 left, 15 to
  /// 20 right; the first page has no number.
  private static func section(_ xml: inout XMLText) {
    xml.element("w:sectPr") { xml in
      xml.element("w:headerReference", ["w:type": "first", "r:id": "first"])
      xml.element("w:headerReference", ["w:type": "default", "r:id": "other"])
      xml.element("w:pgSz", ["w:w": "11906", "w:h": "16838"])
      xml.element(
        "w:pgMar",
        [
          "w:top": "1247", "w:right": "1134", "w:bottom": "1247", "w:left": "1701",
          "w:header": "567", "w:footer": "567", "w:gutter": "0",
        ])
      xml.element("w:titlePg")
    }
  }

  /// The number of the page, and DỰ THẢO.
  private func header(isFirst: Bool) -> String {
    var xml = XMLText()
    xml.element("w:hdr", Self.namespaces) { xml in
      xml.element("w:p") { xml in
        xml.element("w:pPr") { $0.element("w:pStyle", ["w:val": WordText.Style.centred.rawValue]) }
        if !isFirst {
          xml.element("w:fldSimple", ["w:instr": "PAGE"]) { xml in
            xml.element("w:r") { $0.element("w:t", text: "2") }
          }
        }
        guard let draft else { return }
        xml.element("w:r") { xml in
          xml.element("w:rPr") { $0.element("w:b") }
          xml.element(
            "w:t", ["xml:space": "preserve"], text: isFirst ? draft : " – \(draft)")
        }
      }
    }
    return xml.text
  }
}
