import Workbooks

/// Tells records of a sheet from what stands below them on a form: totals, who drew it up, where it is signed.
///
/// Such a row fills few cells. It is a remark when it begins with a word for a total; or when no record comes after it,
/// and it has no key or stands apart from the records. Rows of which that is not yet known are held back.
struct RemarkRows {
  /// More rows are not held back: then they are records.
  private static let mostHeld = 50
  private static let totals: Set<String> = [
    "tongcong", "tongso", "tong", "cong", "total", "grandtotal", "sum", "tongcongso",
  ]

  private enum Kind {
    case record
    case total
    /// A remark, unless a record comes after it.
    case doubtful
  }

  private let keyFields: [Int]
  private let mostCells: Int
  private var held: [SheetRow] = []
  private var lastRow: Int
  /// Whether an empty row or a total stands between the last record and what comes next.
  private var isApart = false

  init(_ header: SheetHeader) {
    keyFields = header.keyFields
    lastRow = header.row
    mostCells = header.headers.count { !$0.isEmpty } / 2
  }

  /// The records that are known to be such, now that a row has come.
  /// - Parameter note: told of rows that are no records.
  mutating func records(
    with row: SheetRow, note: (SheetConversion.Remark) -> Void
  ) -> [SheetRow] {
    isApart = isApart || row.number > lastRow + 1
    lastRow = row.number
    switch kind(of: row) {
    case .record:
      isApart = false
      return release() + [row]
    case .total:
      isApart = true
      note(Self.remark(row))
      return []
    case .doubtful:
      held.append(row)
      return held.count > Self.mostHeld ? release() : []
    }
  }

  /// What is held back at the end is no record.
  mutating func finish(note: (SheetConversion.Remark) -> Void) {
    for row in release() { note(Self.remark(row)) }
  }

  private static func remark(_ row: SheetRow) -> SheetConversion.Remark {
    .otherRow(row.number, text: row.cells.first.map { row.string(of: $0) } ?? "")
  }

  private mutating func release() -> [SheetRow] {
    defer { held = [] }
    return held
  }

  /// Most rows are told by how many cells they fill; only of others is a text looked at.
  private func kind(of row: SheetRow) -> Kind {
    let filled = row.cells.filter { !row.text(of: $0).isEmpty || $0.value != .text }
    if filled.count > max(2, mostCells) { return .record }
    if isTotal(row) { return .total }
    if filled.count > mostCells { return .record }
    if isApart, filled.count <= max(2, mostCells / 2) { return .doubtful }
    let hasKey = keyFields.isEmpty || filled.contains { keyFields.contains($0.column) }
    return hasKey ? .record : .doubtful
  }

  private func isTotal(_ row: SheetRow) -> Bool {
    guard let first = row.cells.first, first.value == .text else { return false }
    return Self.totals.contains(HeaderName.folded(row.string(of: first)))
  }
}
