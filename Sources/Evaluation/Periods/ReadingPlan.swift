import Calendars
import Exports
import Rulebook

/// Which folders of exports a run reads, and which of them each period is judged by.
///
/// A month is judged by its own folder alone, whatever longer periods need besides: its verdicts do
/// not depend on what other rules there are.
package struct ReadingPlan: Sendable {
  /// The folders that are read together, by name: first those of all periods judged, then those of
  /// each reach that has others. An empty name is the folder of exports itself.
  package let sets: [[String]]
  private let months: [Reach: [ExportSpan.Month]]

  /// Whether a period is judged by several months, so that it matters who handed in which.
  package var needsOwners: Bool { months.keys.contains { $0.months.count > 1 } }

  /// The plan of a run of `rulebook`.
  ///
  /// Where no period judged has a folder of its own, the folder of exports holds what there is.
  /// - Parameter exists: whether there is a folder of that name among the exports.
  package init(_ rulebook: Rulebook, run: Period, exists: (String) -> Bool) {
    var judged: Set<Reach> = [Reach(of: run)]
    var toDate: Set<Reach> = []
    for obligation in rulebook.obligations {
      let periods = RunPeriods(obligation, in: run)
      judged.formUnion(periods.judged.map { Reach(obligation, $0, in: run) })
      toDate.formUnion(periods.toDate.map { Reach(obligation, $0, in: run) })
    }
    let months = Dictionary(
      uniqueKeysWithValues: judged.union(toDate).map { reach in
        (
          reach,
          reach.months.map { month in
            ExportSpan.Month(month: month, folders: reach.folders(of: month).filter(exists))
          }
        )
      })
    let all = Self.folders(judged.flatMap { months[$0] ?? [] })
    self.months = all.isEmpty ? [:] : months
    let others = Set(self.months.values.map(Self.folders)).subtracting([all])
    sets = [all.isEmpty ? [""] : all] + others.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// What each reach is judged by.
  /// - Parameter exports: what was read, in the order of `sets`.
  package func spans(_ exports: [ExportSet]) -> [Reach: ExportSpan] {
    let read = Dictionary(zip(sets, exports)) { first, _ in first }
    return months.mapValues { months in
      ExportSpan(months: months, exports: read[Self.folders(months)] ?? ExportSet())
    }
  }

  private static func folders(_ months: [ExportSpan.Month]) -> [String] {
    Set(months.flatMap(\.folders)).sorted()
  }
}
