import Assessment
import Numbers
import Rulebook

/// What the records of each place add to the measure, of each kind of them together.
struct PlaceValues {
  /// Records that are alike.
  struct Alike {
    let kind: Totals.Kind
    let count: Int
    let contribution: Contribution
  }

  private let question: Question
  private let totals: Totals
  /// The different values of each place, for each part.
  private let values: [[Int32: Set<String>]]
  /// How many they are, where nobody asks which.
  private let valueCounts: [[Int]]
  /// How often each value was ranked, by place.
  private let ranked: [Int32: [(value: PartTotals.RankedValue, count: Int)]]
  private let nothing: Tally

  /// - Parameter isAlone: whether no other records add different values to a verdict on a place, so that
  ///   it is enough to count them.
  init(_ question: Question, _ totals: Totals, isAlone: Bool) {
    (self.question, self.totals) = (question, totals)
    let parts = Array(zip(question.parts, totals.parts))
    values = parts.map { isAlone ? [:] : Self.values(of: $0, $1) }
    valueCounts = parts.map { isAlone ? Self.valueCounts(of: $0, $1, question) : [] }
    let all = totals.parts.flatMap(\.ranked).map { (value: $0.key, count: $0.value) }
    ranked = Dictionary(grouping: all) { $0.value.place }
    nothing = question.ask.obligation.measure.emptyTally
  }

  private static func valueCounts(
    of part: Question.MeasurePart, _ totals: PartTotals, _ question: Question
  ) -> [Int] {
    guard let space = part.pairs.first?.space, let places = question.steps.first?.places.space
    else { return [] }
    var counts = [Int](repeating: 0, count: places.count)
    for (pair, key) in space.keys.enumerated() where totals.seen[pair] != 0 {
      counts[Int(key.place)] += 1
    }
    return counts
  }

  private static func values(
    of part: Question.MeasurePart, _ totals: PartTotals
  ) -> [Int32: Set<String>] {
    guard let space = part.pairs.first?.space, let lane = part.value?.lane else { return [:] }
    return (0..<space.count).reduce(into: [:]) { values, pair in
      guard totals.seen[pair] != 0, let key = space.key(pair) else { return }
      let text = part.texts.map { $0[key.code - 2] } ?? lane.value(key.value).distinctText
      values[key.place, default: []].insert(text)
    }
  }

  /// The records of a place, each kind together.
  func alike(_ place: Int) -> [Alike] {
    let kinds = totals.counts[place]
    var hasCounted = false
    return (0..<Totals.Kind.count).flatMap { number -> [Alike] in
      if kinds[number] == 0 { return [] }
      let (kind, count) = (Totals.Kind(number: number), Int(kinds[number]))
      if kind.possible == .pass, kind.counts, isRanked { return ranks(place, kind, of: count) }
      let isFirst = kind.possible == .pass && kind.counts && !hasCounted
      if isFirst { hasCounted = true }
      let contribution = kind.possible == .pass ? contribution(place, kind, isFirst) : .none
      return [Alike(kind: kind, count: count, contribution: contribution)]
    }
  }

  /// The records of a place added up.
  func tally(_ place: Int) -> Tally {
    var tally = nothing
    for alike in alike(place) {
      tally.add(alike.kind.possible, alike.contribution, count: alike.count)
    }
    return tally
  }

  private var isRanked: Bool {
    question.parts.first.map { $0.kind == .median || $0.kind == .percentile } ?? false
  }

  /// Those of each value together; last those whose value was not ranked, since there were too many.
  private func ranks(_ place: Int, _ kind: Totals.Kind, of count: Int) -> [Alike] {
    guard let lane = question.parts.first?.value?.lane else { return [] }
    let ranked = (ranked[Int32(place)] ?? []).filter { $0.value.proves == kind.proves }
      .sorted { $0.value.value < $1.value.value }
    let rest = count - ranked.reduce(0) { $0 + $1.count }
    let others = Alike(kind: kind, count: rest, contribution: .none)
    return ranked.map { item in
      let number = lane.exact(item.value.value)
      return Alike(
        kind: kind, count: item.count, contribution: .number(low: number, high: number))
    } + (rest > 0 ? [others] : [])
  }

  /// What all passing records of a place add; nothing but for the first kind of them.
  private func contribution(_ place: Int, _ kind: Totals.Kind, _ isFirst: Bool) -> Contribution {
    switch question.ask.obligation.measure {
    case .share: return .none
    case .mean, .quantile: return part(0, place, isFirst)
    case .total: return .filtered(kind.counts ? .yes : .no, part(0, place, isFirst && kind.counts))
    case .ratio: return .pair(part(0, place, isFirst), part(1, place, isFirst))
    }
  }

  private func part(_ index: Int, _ place: Int, _ isFirst: Bool) -> Contribution {
    let part = question.parts[index]
    switch part.kind {
    case .count:
      if question.parts.count == 1 { return .none }
      return .some(isFirst ? Int(totals.parts[index].counts[place]) : 0)
    case .distinct where !valueCounts[index].isEmpty:
      return .valueCount(isFirst ? valueCounts[index][place] : 0)
    case .distinct: return .values(isFirst ? values[index][Int32(place)] ?? [] : [])
    default:
      let sum = isFirst ? totals.parts[index].sums[place] : 0
      let scale = part.value?.lane.scale ?? 0
      let exact = try? Rational(sum, over: Lane.power(scale))
      return .number(low: exact, high: exact)
    }
  }
}
