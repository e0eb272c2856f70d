import Calendars
import Expressions
import Rulebook
import Tables

/// What stands in the columns of a record that a check reads, and what it made of lists.
struct CheckedValues {
  private let check: DataCheck
  private let row: Row
  private let zone: Zone

  /// - Parameter zone: by whose clock moments are shown.
  init(_ check: DataCheck, _ row: Row, zone: Zone) {
    (self.check, self.row, self.zone) = (check, row, zone)
  }

  /// The values in words: `Tổng số: 10; Trực tuyến: 4`; `nil` where something is personal.
  /// - Parameter trace: what each part of the condition came to.
  func text(_ trace: () -> [TracedValue]) -> String? {
    let dataset = row.table.dataset
    let columns = check.require.reads.filter { $0.dataset == dataset.id }.map(\.column).sorted()
    if columns.contains(where: { dataset.columns[$0].personal }) { return nil }
    let own = columns.compactMap { column in
      shown(row.cell(column)).map { "\(dataset.columns[column].heading): \($0)" }
    }
    let lists = check.require.relations.isEmpty ? [] : Self.lists(trace())
    return (own + lists).joined(separator: "; ")
  }

  private func shown(_ cell: Cell) -> String? {
    switch cell {
    case .empty, .unreadable: nil
    case .timestamp(let instant): instant.iso(in: zone)
    case .decimal(let value): Value.decimal(value).shown
    default: cell.keyPart
    }
  }

  /// Numbers that a condition worked out: sizes and sums of lists.
  private static func lists(_ trace: [TracedValue]) -> [String] {
    trace.compactMap { value in
      guard value.text.hasSuffix(")"), let number = value.outcome.value, number.exactNumber != nil
      else { return nil }
      return "\(value.text) = \(number.shown)"
    }
  }
}

extension Column {
  /// What people call it: the first of its headers.
  fileprivate var heading: String { labels.first ?? id }
}
