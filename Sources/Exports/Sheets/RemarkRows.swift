/// Tells records of a form from what stands below them on a form: totals, who drew it up, where it is signed.
///
/// Such a row fills few cells. It is a remark when it begins with a word for a total; or when no record comes after it,
/// and it has no key or stands apart from the records. Rows of which that is not yet known are held back.
struct RemarkRows<Row: FormRow> {
  /// More rows are not held back: then they are records.
  private static var mostHeld: Int { 50 }

  private enum Kind {
    case record
    case total
    /// A remark, unless a record comes after it.
    case doubtful
  }

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

  /// Whether a row that fills so many cells is a record, whatever stands in them.
  func isSurelyRecord(cells: Int) -> Bool { cells > max(2, mostCells) }

  /// The records that are known to be such, now that a row has come.
  /// - Parameter note: told of rows that are no records.
  mutating func records(with row: Row, note: (Row) -> Void) -> [Row] {
    isApart = isApart || row.number > lastRow + 1
    lastRow = row.number
    switch kind(of: row) {
    case .record:
      isApart = false
      return release() + [row]
    case .total:
      isApart = true
      note(row)
      return []
    case .doubtful:
      held.append(row)
      return held.count > Self.mostHeld ? release() : []
    }
  }

  /// What is held back at the end is no record.
  mutating func finish(note: (Row) -> Void) { release().forEach(note) }

  private mutating func release() -> [Row] {
    defer { held = [] }
    return held
  }

  /// Most rows are told by how many cells they fill; only of others is a text looked at.
  private func kind(of row: Row) -> Kind {
    let filled = row.filled
    if isSurelyRecord(cells: filled.count) { return .record }
    if TotalWords.begin(row.opening) { return .total }
    if filled.count > mostCells || row.holdsValue { return .record }
    if isApart, filled.count <= max(2, mostCells / 2) { return .doubtful }
    let hasKey = keyFields.isEmpty || filled.contains { keyFields.contains($0) }
    return hasKey ? .record : .doubtful
  }

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
