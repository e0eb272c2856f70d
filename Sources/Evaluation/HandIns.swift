import Calendars
import Exports
import Registry
import Rulebook

/// Which units handed in which datasets: for all months that a period is judged by, where exports are
/// kept by month.
struct HandIns {
  /// A month of which a unit handed in nothing, or nothing readable.
  struct Lack {
    /// The month; `nil` where exports are not kept by month.
    let month: Period?
    /// Whether there is no folder at all for it.
    let hasNoFolder: Bool
    /// Whether anybody's files of the dataset are there and readable.
    let isReadable: Bool
    /// Missing or unreadable.
    let state: HandIn
  }

  private let months: [(month: ExportSpan.Month?, files: FileHandIns)]
  private let dates: [String: [DateSpan]]
  private let prior: PriorReach

  /// The hand-ins of all exports of a request, whatever month they are for; `present` are the units
  /// that their records name.
  init(_ request: EvaluationRequest, present: UnitPresence) {
    months = [(nil, FileHandIns(request.exports.files, present))]
    dates = [:]
    prior = PriorReach(request.prior)
  }

  /// The hand-ins of each month of a span, whose records are in `store` and name the units `present`.
  init(
    _ request: EvaluationRequest, _ span: ExportSpan, _ store: RecordStore, present: UnitPresence
  ) {
    let rulebook = request.rulebook
    let isOne = span.months.count == 1
    months = span.months.map { month in
      let files = span.exports.files.filter { month.folders.contains($0.folder) }
      let own = isOne ? present : present.named(in: files, store, rulebook)
      return (month, FileHandIns(files, own))
    }
    dates = Dictionary(grouping: rulebook.registry.units, by: \.code).mapValues { $0.map(\.dates) }
    prior = PriorReach(request.prior)
  }

  /// Whether any file of the dataset could be read.
  func isReadable(_ dataset: String) -> Bool {
    months.contains { isReadable(dataset, $0.files) }
  }

  /// Up to when the files of a dataset show what happened at `unit`, those of the latest month last.
  func snapshot(of unit: String, _ dataset: String) -> Instant? {
    months.compactMap { $0.files.snapshot(of: unit, dataset) }.max()
  }

  /// Whether `unit` handed in `dataset`, for every month.
  func state(of unit: String, _ dataset: String) -> HandIn {
    let states = lacks(of: unit, dataset).map(\.state)
    return states.contains(.missing) ? .missing : states.first ?? .complete
  }

  /// What a unit did not hand in, of the months in which there was such a unit.
  func lacks(of unit: String, _ dataset: String) -> [Lack] {
    months.compactMap { month, files in
      guard month.map({ exists(unit, in: $0.month) }) ?? true else { return nil }
      let state = state(of: unit, dataset, month?.month, files)
      guard state != .complete else { return nil }
      return Lack(
        month: month?.month, hasNoFolder: month?.folders.isEmpty ?? false,
        isReadable: isReadable(dataset, files), state: state)
    }
  }

  /// Whether an obligation is judged by what the exports of one unit need not hold: a dataset of which
  /// they have no file at all, or months without any folder.
  func isBeyond(_ request: EvaluationRequest, _ unit: String, _ obligation: Obligation) -> Bool {
    if obligation.datasets.contains(where: { request.hasNothing(of: $0) }) { return true }
    let lacks = obligation.datasets.flatMap { self.lacks(of: unit, $0) }
    return !lacks.isEmpty && lacks.allSatisfy(\.hasNoFolder)
  }

  /// The names of the months for which a unit did not hand in one of some datasets; `nil` where there
  /// is none, or a period has one month only.
  func missingMonths(of unit: String, _ datasets: [String]) -> [String]? {
    guard months.count > 1 else { return nil }
    let names = datasets.flatMap { lacks(of: unit, $0).compactMap(\.month?.name) }
    return names.isEmpty ? nil : Set(names).sorted()
  }

  private func isReadable(_ dataset: String, _ files: FileHandIns) -> Bool {
    files.isReadable(dataset) || dataset == BuiltInDatasets.verdicts.id && !prior.isEmpty
  }

  /// Past verdicts are not handed in: they are there when earlier assessments judged the unit, for
  /// each month of a longer period, else for the month or the one before it.
  private func state(
    of unit: String, _ dataset: String, _ month: Period?, _ files: FileHandIns
  ) -> HandIn {
    let state = files.state(of: unit, dataset)
    guard dataset == BuiltInDatasets.verdicts.id, state == .missing else { return state }
    return prior.reaches(unit, month, orTheOneBefore: months.count == 1) ? .complete : .missing
  }

  private func exists(_ unit: String, in month: Period) -> Bool {
    let days = DateSpan(from: month.first, until: month.last)
    return dates[unit]?.contains { $0.overlaps(days) } ?? true
  }
}
