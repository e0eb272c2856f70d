import Assessment
import Rulebook

/// The verdicts that are violated, numbered in the order in which the breaches of one record are listed: by
/// obligation, period, unit and group.
struct ViolatedVerdicts {
  /// One of them.
  struct One {
    /// The number of the ask that it answers.
    let ask: Int
    let dataset: String
    let obligation: String
    let period: String
    let unit: String
    let group: String?

    fileprivate static func inOrder(_ left: One, _ right: One) -> Bool {
      if left.obligation != right.obligation { return left.obligation < right.obligation }
      if left.period != right.period { return left.period < right.period }
      if left.unit != right.unit { return left.unit < right.unit }
      return (left.group ?? "", left.ask) < (right.group ?? "", right.ask)
    }
  }

  /// In their order.
  let all: [One]
  /// The asks that have any.
  let asks: Set<Int>
  private let byUnit: [Place: [Int32]]
  private let byGroup: [Place: Int32]

  private struct Place: Hashable {
    let ask: Int
    let unit: String
    var group: String?
  }

  /// - Parameter judged: what came of each ask.
  init(_ judged: [Evaluator.Judged]) {
    let all = judged.enumerated().flatMap { ask, judged in
      judged.verdicts.filter { $0.outcome == .violated }.map { verdict in
        One(
          ask: ask, dataset: judged.obligation.dataset, obligation: verdict.obligation,
          period: verdict.period, unit: verdict.unit, group: verdict.group)
      }
    }.sorted(by: One.inOrder)
    self.all = all
    asks = Set(all.map(\.ask))
    let numbers = all.indices.map { Int32($0) }
    byUnit = Dictionary(grouping: numbers) { number in
      Place(ask: all[Int(number)].ask, unit: all[Int(number)].unit)
    }
    let groups = numbers.compactMap { number in
      let one = all[Int(number)]
      return one.group.map { (Place(ask: one.ask, unit: one.unit, group: $0), number) }
    }
    byGroup = Dictionary(groups) { first, _ in first }
  }

  /// The verdicts that name a record of a unit's group as evidence: one whose group is unknown is named by
  /// all of the unit.
  func numbers(ask: Int, unit: String, _ group: RecordResult.Group) -> [Int32] {
    switch group {
    case .named(let name): byGroup[Place(ask: ask, unit: unit, group: name)].map { [$0] } ?? []
    case .whole, .unknown: byUnit[Place(ask: ask, unit: unit)] ?? []
    }
  }
}
