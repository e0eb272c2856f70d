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

  /// The rows that are no records, by their numbers, and how they begin.
  private(set) var remarks: [(row: Int, text: String)] = []
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
  mutating func records(with row: SheetRow) -> [SheetRow] {
    isApart = isApart || row.number > lastRow + 1
    lastRow = row.number
    guard mayBeRemark(row) else {
      isApart = false
      return release() + [row]
    }
    if isTotal(row) {
      isApart = true
      note(row)
      return []
    }
    held.append(row)
    return held.count > Self.mostHeld ? release() : []
  }

  /// What is held back at the end is no record.
  mutating func finish() {
    for row in held { note(row) }
    held = []
  }

  private mutating func release() -> [SheetRow] {
    defer { held = [] }
    return held
  }

  private mutating func note(_ row: SheetRow) {
    remarks.append((row.number, row.cells.first.map { row.string(of: $0) } ?? ""))
  }

  private func mayBeRemark(_ row: SheetRow) -> Bool {
    let filled = row.cells.filter { !row.text(of: $0).isEmpty || $0.value != .text }
    if isTotal(row), filled.count <= max(2, mostCells) { return true }
    if filled.count > mostCells { return false }
    if isApart, filled.count <= max(2, mostCells / 2) { return true }
    return !keyFields.isEmpty && !filled.contains { keyFields.contains($0.column) }
  }

  private func isTotal(_ row: SheetRow) -> Bool {
    guard let first = row.cells.first, first.value == .text else { return false }
    return Self.totals.contains(HeaderName.folded(row.string(of: first)))
  }
}
