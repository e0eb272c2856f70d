/// Reads `workbook.xml`: the sheets in the order of their tabs, and how dates are counted.
final class WorkbookHandler: XMLHandler {
  private(set) var halt: XMLHalt?
  private(set) var sheets: [Sheet] = []
  private(set) var dates = DateSystem.from1900
  private let relationships: Relationships
  private let folder: String

  init(_ relationships: Relationships, folder: String) {
    self.relationships = relationships
    self.folder = folder
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isSheet("workbookPr"), attributes["date1904"]?.isTrue == true { dates = .from1904 }
    if name.isSheet("sheet") { add(attributes) }
    if sheets.count > WorkbookLimit.sheets.most { halt = .limit(.sheets) }
  }

  private func add(_ attributes: XMLAttributes) {
    let id = attributes[.relationships, "id"] ?? attributes["id"]
    let target = id.flatMap { relationships.targets[$0.string] }
    let number = sheets.count + 1
    sheets.append(
      Sheet(
        name: attributes["name"]?.string ?? "", number: number,
        visibility: Sheet.Visibility(state: attributes["state"]),
        hasCells: target.map { $0.type == "worksheet" } ?? true,
        part: target?.part ?? "\(folder)/worksheets/sheet\(number).xml"))
  }
}

extension Sheet.Visibility {
  fileprivate init(state: UnsafeBufferPointer<UInt8>?) {
    switch state?.string {
    case "hidden": self = .hidden
    case "veryHidden": self = .veryHidden
    default: self = .visible
    }
  }
}
