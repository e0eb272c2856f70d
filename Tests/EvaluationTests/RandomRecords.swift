import Calendars
import Numbers
import Tables
import TestSupport

/// A cell of a random row.
enum RandomCell: Hashable {
  case value(Int64)
  case empty
  case unreadable
}

/// A row of the random dataset, without key and unit: scope, on, due, done, level, value,
/// flag.
struct RandomRow: Hashable {
  var cells: [RandomCell]

  /// The summand, when it is readable.
  var number: Rational? {
    if case .value(let value) = cells[5] { Rational(value) } else { nil }
  }

  /// The day that puts it in a period, when it is readable.
  var on: Day? {
    if case .value(let value) = cells[1] { Day(number: Int32(value)) } else { nil }
  }

  /// What waivers read.
  var isFlagged: Bool { cells[6] == .value(1) }

  static func table(_ rows: [RandomRow], _ dataset: Dataset, snapshot: Instant) -> Table {
    var table = Table(dataset: dataset, files: [Table.File(path: "items.csv", snapshot: snapshot)])
    var batch = Batch(file: 0, columnCount: dataset.columns.count)
    for (index, row) in rows.enumerated() {
      batch.lines.append(index + 2)
      batch.columns[0].append(table.dictionaries[0].code(of: "k\(index)"))
      batch.columns[1].append(table.dictionaries[1].code(of: "U"))
      for (column, cell) in row.cells.enumerated() { batch.columns[column + 2].append(cell) }
    }
    table.batches = [batch]
    return table
  }
}

extension ColumnCells {
  fileprivate mutating func append(_ cell: RandomCell) {
    switch cell {
    case .value(let value): append(value)
    case .empty: appendEmpty()
    case .unreadable: appendUnreadable()
    }
  }
}

/// A few random rows, with at most ten cells that nobody can read.
struct RandomRecords {
  let rows: [RandomRow]

  private static func day(_ text: String) -> Int64 { Int64(Day(iso: text)?.number ?? 0) }

  /// What each column can hold: every value that can make a difference.
  private static let domains: [[RandomCell]] = [
    [.value(0), .value(1)],
    [.value(day("2025-09-15")), .value(day("2025-09-30")), .value(day("2025-08-31"))],
    [
      .value(day("2025-09-20")), .value(day("2025-10-03")),
      .value(day("2025-10-05")),
      .value(day("2025-10-09")),
    ],
    [.empty, .value(day("2025-09-18")), .value(day("2025-10-01"))],
    [.value(1), .value(2)],
    [.value(-1), .value(0), .value(2), .value(3)],
    [.value(0), .value(1)],
  ]

  init(_ rules: RandomRules, _ random: inout SeededRandom) {
    var rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      RandomRow(cells: Self.domains.map { $0.randomElement(using: &random) ?? .empty })
    }
    for _ in 0..<Int.random(in: 0...10, using: &random) where !rows.isEmpty {
      let row = Int.random(in: 0..<rows.count, using: &random)
      rows[row].cells[Int.random(in: 0..<Self.domains.count, using: &random)] = .unreadable
    }
    self.rows = rows
  }

  /// What else an unreadable cell may hold: earlier than any value that rows are drawn with, so that
  /// every deadline can be missed and kept.
  private static let extremes: [Int: [RandomCell]] = [
    2: [.value(day("2025-08-01"))], 3: [.value(day("2025-07-01"))],
  ]

  /// Every way to make the unreadable cells of a row readable.
  static func resolutions(of row: RandomRow) -> [RandomRow] {
    guard let open = row.cells.firstIndex(of: .unreadable) else { return [row] }
    return (domains[open] + (extremes[open] ?? [])).flatMap { value in
      var next = row
      next.cells[open] = value
      return resolutions(of: next)
    }
  }
}
