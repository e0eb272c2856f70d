import Assessment
import Calendars
import Diagnostics
import Registry
import Rulebook

/// Finds what was not handed in: months without a folder, datasets that a month lacks, and units that
/// handed in nothing.
struct GapFindings {
  private let request: EvaluationRequest
  private let all: HandIns

  /// The gaps of one run, for whose periods judged `all` was handed in.
  init(_ request: EvaluationRequest, _ all: HandIns) {
    self.request = request
    self.all = all
  }

  private struct Gap: Hashable {
    let unit: String
    let dataset: String
    let month: Period?
    let period: String
    let hasNoFolder: Bool
    let isReadable: Bool
  }

  /// What the gaps of a verdict depend on: groups of one unit have the same.
  private struct Sort: Hashable {
    let obligation: String
    let unit: String
    let period: String
    let isMissing: Bool
  }

  /// The findings for verdicts, each with what it was judged by.
  func findings(_ verdicts: [(Obligation, Verdict, HandIns)]) -> [Finding] {
    var seen: Set<Sort> = []
    let different = verdicts.filter { obligation, verdict, _ in
      let sort = Sort(
        obligation: obligation.fullID, unit: verdict.unit, period: verdict.period,
        isMissing: verdict.reason == .missingHandIn)
      return seen.insert(sort).inserted
    }
    let all = Set(different.flatMap(gaps))
    let gaps = all.filter { $0.dataset != BuiltInDatasets.verdicts.id }
    let inFolder = gaps.filter { !$0.hasNoFolder }
    return prior(all.subtracting(gaps)) + folders(gaps.filter(\.hasNoFolder))
      + datasets(inFolder.filter { !$0.isReadable })
      + units(inFolder.filter(\.isReadable))
  }

  /// Datasets of which nothing at all was read have a finding of their own.
  private func gaps(_ obligation: Obligation, _ verdict: Verdict, _ handIns: HandIns) -> [Gap] {
    let isRolledUp = obligation.rollUp && verdict.reason != .missingHandIn
    let datasets = obligation.datasets.dropFirst(isRolledUp ? 1 : 0)
    let isKnown = { $0 == BuiltInDatasets.verdicts.id || all.isReadable($0) }
    return datasets.filter(isKnown).flatMap { dataset in
      handIns.lacks(of: verdict.unit, dataset).filter { $0.state == .missing }.map {
        Gap(
          unit: verdict.unit, dataset: dataset, month: $0.month, period: verdict.period,
          hasNoFolder: $0.hasNoFolder, isReadable: $0.isReadable)
      }
    }
  }

  /// One for each month.
  private func prior(_ gaps: Set<Gap>) -> [Finding] {
    Dictionary(grouping: gaps) { $0.month?.name ?? "" }.map { month, gaps in
      let units = Set(gaps.map(\.unit)).count
      return Finding(
        kind: .missingPrior, severity: request.severity(ofGap: .medium), file: month, count: units,
        message: .missingPrior(month, units))
    }
  }

  /// One for each stretch of months.
  private func folders(_ gaps: Set<Gap>) -> [Finding] {
    let periods = Dictionary(grouping: gaps) { $0.month }.mapValues { Set($0.map(\.period)) }
    let months = periods.keys.compactMap(\.self).sorted()
    let stretches = months.reduce(into: [[Period]]()) { stretches, month in
      if let before = stretches.last?.last, before.next == month {
        stretches[stretches.count - 1].append(month)
      } else {
        stretches.append([month])
      }
    }
    return stretches.map { months in
      let needing = months.reduce(into: Set<String>()) { $0.formUnion(periods[$1] ?? []) }
      return Finding(
        kind: .missingFolder, severity: request.severity(ofGap: .high), file: months[0].name,
        count: months.count,
        message: .missingFolders(months.map(\.name), needing.sorted()))
    }
  }

  private func datasets(_ gaps: Set<Gap>) -> [Finding] {
    Set(gaps.map { [$0.dataset, $0.month?.name ?? ""] }).map { pair in
      Finding(
        kind: .missingDataset, severity: request.severity(ofGap: .high), dataset: pair[0],
        file: pair[1],
        message: .missingDataset(request.title(of: pair[0]), month: pair[1]))
    }
  }

  private func units(_ gaps: Set<Gap>) -> [Finding] {
    let own = request.period.name
    return Set(
      gaps.map { [$0.unit, $0.dataset, $0.month.map { $0.name == own ? "" : $0.name } ?? ""] }
    ).map { gap in
      let (name, title) = (request.name(of: gap[0]), request.title(of: gap[1]))
      return Finding(
        kind: .missingHandIn, severity: .high, unit: gap[0], dataset: gap[1],
        message: gap[2].isEmpty
          ? .missingHandIn(name, title) : .missingHandIn(name, title, month: gap[2]))
    }
  }
}

extension EvaluationRequest {
  /// What people call a dataset.
  func title(of dataset: String) -> Text {
    rulebook.datasets.first { $0.id == dataset }?.title ?? Text(verbatim: dataset)
  }

  /// What a unit was called last, up to the end of the run.
  func name(of code: String) -> String {
    let unit = rulebook.registry.units.last { unit in
      unit.code == code && unit.dates.from.map { $0 <= period.last } ?? true
    }
    return unit?.name ?? code
  }
}
