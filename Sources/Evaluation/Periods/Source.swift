import Assessment
import Calendars
import Exports
import Registry

/// What a period of an obligation is judged by: the records of its months, and who handed in when.
struct Source {
  /// A month of which a unit handed in nothing, or nothing readable.
  struct Lack {
    /// The month; `nil` where exports are not kept by month.
    let month: Period?
    /// Whether there is no folder at all for it.
    let hasNoFolder: Bool
    /// Whether anybody's files of the dataset are there and readable.
    let isReadable: Bool
    let state: HandIn
  }

  /// Reads the records.
  let oracle: Oracle
  private let months: [(month: ExportSpan.Month?, handIns: HandIns)]

  /// The source without a folder for each month: one hand-in for everything.
  init(_ oracle: Oracle, _ handIns: HandIns) {
    self.oracle = oracle
    months = [(nil, handIns)]
  }

  /// The source of a span of months.
  init(_ oracle: Oracle, _ span: ExportSpan) {
    self.oracle = oracle
    months = span.months.map { month in
      let files = span.exports.files.filter { month.folders.contains($0.folder) }
      return (month, HandIns(files))
    }
  }

  /// Whether the unit handed in what is measured, all months taken together.
  func handIn(of unit: Unit, _ dataset: String) -> HandIn {
    let states = lacks(of: unit, dataset).map(\.state)
    return states.contains(.missing) ? .missing : states.first ?? .complete
  }

  /// What a unit did not hand in, of the months in which there was such a unit.
  func lacks(of unit: Unit, _ dataset: String) -> [Lack] {
    months.compactMap { month, handIns in
      let days = month.map { DateSpan(from: $0.month.first, until: $0.month.last) }
      guard days.map(unit.dates.overlaps) ?? true else { return nil }
      let state = handIns.state(of: unit.code, dataset)
      guard state != .complete else { return nil }
      return Lack(
        month: month?.month, hasNoFolder: month?.folders.isEmpty ?? false,
        isReadable: handIns.isReadable(dataset), state: state)
    }
  }

  /// The names of the months that a unit lacks; `nil` where it lacks none, or there is one only.
  func missingMonths(of unit: Unit, _ dataset: String) -> [String]? {
    guard months.count > 1 else { return nil }
    let names = lacks(of: unit, dataset).compactMap(\.month?.name)
    return names.isEmpty ? nil : names
  }
}
