/// Tells records of a form from what stands below them on a form: totals, who drew it up, where it is signed.
///
/// Such a row fills few cells. It is a remark when it begins with a word for a total; or when no record comes after it,
/// and it has no key or stands apart from the records. Rows of which that is not yet known are held back.
struct RemarkRows<Row: FormRow> {
  /// More rows are not held back: then they are records.
  private static var mostHeld: Int { 50 }

  /// The rows that are no records, by their numbers, and how they begin.
  private(set) var remarks: [(row: Int, text: String)] = []
  private let keyFields: [Int]
  private let mostCells: Int
  private var held: [Row] = []
  private var lastRow: Int
  /// Whether an empty row or a total stands between the last record and what comes next.
  private var isApart = false

  /// - Parameter row: the number of the row before the first.
  init(_ header: HeaderRow, after row: Int) {
    keyFields = header.keyFields
    lastRow = row
    mostCells = header.headers.count { !$0.isEmpty } / 2
  }

  /// The records that are known to be such, now that a row has come.
  mutating func records(with row: Row) -> [Row] {
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

  private mutating func release() -> [Row] {
    defer { held = [] }
    return held
  }

  private mutating func note(_ row: Row) {
    remarks.append((row.number, row.opening))
  }

  private func mayBeRemark(_ row: Row) -> Bool {
    let filled = row.filled
    if isTotal(row), filled.count <= max(2, mostCells) { return true }
    if filled.count > mostCells || row.holdsValue { return false }
    if isApart, filled.count <= max(2, mostCells / 2) { return true }
    return !keyFields.isEmpty && !filled.contains { keyFields.contains($0) }
  }

  private func isTotal(_ row: Row) -> Bool { TotalWords.begin(row.opening) }
}

/// The words that a row of totals begins with.
private enum TotalWords {
  private static let words: Set<String> = [
    "tongcong", "tongso", "tong", "cong", "total", "grandtotal", "sum", "tongcongso",
  ]
  /// No word is longer, whatever its accents.
  private static let longest = 64

  /// Whether a cell is such a word.
  static func begin(_ cell: String) -> Bool {
    cell.utf8.count <= longest && words.contains(HeaderName.folded(cell))
  }
}
