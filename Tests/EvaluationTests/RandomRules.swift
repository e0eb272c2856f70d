import Assessment
import Calendars
import Diagnostics
import Exports
import Numbers
import Rulebook
import Tables
import TestSupport
import Testing

@testable import Evaluation

/// What a record can be in one world: one thing, with one value.
struct Fate: Hashable {
  let possible: Possible
  let value: Rational?
  /// Whether a waiver sets it apart.
  var isWaived = false

  /// Whether it is judged, or would be without the waiver.
  var bears: Bool { possible == .pass || possible == .fail }
}

/// A small random rulebook over one dataset, each column of which is read by one expression only, so
/// that the unknown cells are independent and exact bounds are owed.
struct RandomRules {
  let yaml: String
  let measure: MeasureKind
  let isBetween: Bool
  private let whenEmpty: Verdict.Outcome
  private let minimum: Int
  private let comparison: Comparison
  private let waivers: RandomWaivers
  private let rulebook: Rulebook

  /// What is random about the rules.
  var condition: String { String(yaml.dropFirst(Self.head.count)) }

  /// Bounds are owed exactly for these.
  var isExact: Bool { [.share, .count, .sum].contains(measure) }

  init(_ random: inout SeededRandom) {
    let kinds: [MeasureKind] = [
      .share, .share, .count, .sum, .mean, .median, .percentile, .distinct, .ratio,
    ]
    measure = kinds.randomElement(using: &random) ?? .share
    let empties: [(String, Verdict.Outcome)] = [
      ("not-applicable", .notApplicable), ("met", .met), ("violated", .violated),
      ("undetermined", .undetermined),
    ]
    let empty = empties.randomElement(using: &random) ?? empties[0]
    whenEmpty = empty.1
    minimum = [0, 0, 0, 1, 2, 3].randomElement(using: &random) ?? 0
    let target = Self.target(measure, &random)
    comparison = target.1
    isBetween = target.0.hasPrefix("between")
    waivers = RandomWaivers(&random)
    let obligation = Self.text(
      measure, target: target.0, whenEmpty: empty.0, minimum: minimum,
      hasScope: .random(using: &random), hasDeadline: .random(using: &random),
      hasCondition: .random(using: &random))
    yaml = obligation + waivers.yaml
    let loaded = RulebookLoader.load([SourceText(path: "random.yaml", text: yaml)])
    guard let rulebook = loaded.0 else {
      let why = DiagnosticRenderer(language: .en).render(loaded.1)
      preconditionFailure("the generator wrote a broken rule:\n\(why)\n\(yaml)")
    }
    self.rulebook = rulebook
  }

  private static func target(
    _ measure: MeasureKind, _ random: inout SeededRandom
  ) -> (String, Comparison) {
    let limit = measure == .share ? [0, 40, 50, 60, 100] : [0, 1, 2, 4, 7]
    let unit = measure == .share ? "%" : ""
    let scale = Rational(measure == .share ? 100 : 1)
    let pair = [limit.randomElement(using: &random) ?? 0, limit.randomElement(using: &random) ?? 0]
      .sorted()
    let low = (try? Rational(pair[0]).divided(by: scale)) ?? .zero
    let high = (try? Rational(pair[1]).divided(by: scale)) ?? .zero
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return ("at-least: \(pair[0])\(unit)", .atLeast(low))
    case 1: return ("at-most: \(pair[0])\(unit)", .atMost(low))
    case 2 where pair[0] < 100: return ("more-than: \(pair[0])\(unit)", .moreThan(low))
    case 3 where pair[1] > 0: return ("less-than: \(pair[1])\(unit)", .lessThan(high))
    default:
      if pair[0] == pair[1] { return ("at-least: \(pair[0])\(unit)", .atLeast(low)) }
      return ("between: [\(pair[0])\(unit), \(pair[1])\(unit)]", .between(low, high))
    }
  }

  private static func text(
    _ measure: MeasureKind, target: String, whenEmpty: String, minimum: Int, hasScope: Bool,
    hasDeadline: Bool, hasCondition: Bool
  ) -> String {
    let written: [MeasureKind: String] = [
      .share: "share", .count: "count", .sum: "{ sum: item.value }", .mean: "{ mean: item.value }",
      .distinct: "{ distinct: item.value }", .median: "{ median: item.value }",
      .percentile: "{ percentile: { of: item.value, rank: 60% } }",
      .ratio: "{ ratio: { of: { sum: item.value }, to: count } }",
    ]
    var lines = [
      "    measure: \(written[measure] ?? "share")", "    when-empty: \(whenEmpty)",
      "    evidence: failing", "    target: [{ from: 2020-01-01, \(target), cite: X, source: X }]",
    ]
    if minimum > 0 { lines.append("    min-records: \(minimum)") }
    if hasScope { lines.append("    where: item.scope") }
    if hasDeadline { lines += ["    due: item.due", "    done: item.done"] }
    if hasCondition || !hasDeadline { lines.append("    require: item.level >= 2") }
    return head + lines.joined(separator: "\n") + "\n"
  }

  private static let head = """
    calendar: { zone: Asia/Ho_Chi_Minh, rest-days: [saturday, sunday], covers: 2025-2025, holidays: [] }
    units: [{ code: U, name: U, level: so, from: 2020-01-01 }]
    posts: [{ unit: U, role: head, title: Head, holdings: [] }]
    datasets:
      - id: items
        record: item
        title: Items
        key: [id]
        columns:
          - { id: id, type: string }
          - { id: unit, type: string }
          - { id: scope, type: bool }
          - { id: on, type: date }
          - { id: due, type: date }
          - { id: done, type: date, nullable: true, event: true }
          - { id: level, type: int }
          - { id: value, type: decimal, scale: 0, minimum: -1, maximum: 3 }
          - { id: flag, type: bool }
    directive: { id: d, number: 1, title: T, issuer: I, source: X, confidence: R, in-force: { from: 2020-01-01 } }
    obligations:
      - id: o
        title: T
        duty: { cite: X, says: X }
        binds: { when: 'unit.level == "so"', cite: X, source: X }
        answers: head
        every: month
        severity: low
        over: items
        unit: item.unit
        when: item.on

    """.replacing("    calendar", with: "calendar")

  // MARK: - What the rules make of records

  static let asOf = Instant(iso: "2025-10-05T17:00:00+07:00") ?? Instant(seconds: 0)
  static let snapshot = Instant(iso: "2025-10-02T17:00:00+07:00") ?? Instant(seconds: 0)

  /// The assessment of some rows.
  func assess(_ rows: [RandomRow]) throws -> Assessment {
    Evaluator.assess(try request(rows))
  }

  private func request(_ rows: [RandomRow]) throws -> EvaluationRequest {
    let dataset = try #require(rulebook.datasets.first { $0.id == "items" })
    let file = ExportFile(
      path: "items.csv", dataset: "items", unit: nil, covers: .all, snapshot: Self.snapshot,
      sha256: "",
      bytes: 0, recordCount: rows.count, status: .read)
    let table = RandomRow.table(rows, dataset, snapshot: Self.snapshot)
    return EvaluationRequest(
      rulebook: rulebook, exports: ExportSet(tables: ["items": table], files: [file]),
      period: try #require(Period("2025-09")), asOf: Self.asOf)
  }

  /// What a fully readable row can be: more than one thing only between snapshot and as-of.
  func fates(of row: RandomRow) throws -> [Fate] {
    let verdictRequest = try request([row])
    let unit = try #require(rulebook.registry.units.first)
    let oracle = Oracle(verdictRequest)
    let ask = Ask(
      try #require(rulebook.obligations.first), verdictRequest.period, bound: ["U": unit],
      known: ["U": unit], oracle)
    let results = oracle.results(ask)
    guard let result = results.byUnit["U"]?.first else { return [Fate(possible: .out, value: nil)] }
    let things: [Possible] = [.out, .pass, .fail, .notDue]
    return things.filter { result.possible.contains($0) }.map {
      Fate(
        possible: $0, value: $0 == .pass ? row.number : nil,
        isWaived: $0 != .out && waivers.cover(row))
    }
  }

  /// The measure in one world, worked out the plain way; `nil` when there is nothing to measure.
  func measure(_ all: [Fate]) -> Rational? {
    let world = all.filter { !$0.isWaived }
    let passed = world.filter { $0.possible == .pass }
    let failed = world.count { $0.possible == .fail }
    let values = passed.compactMap(\.value)
    let sum = values.reduce(Rational.zero) { (try? $0.adding($1)) ?? $0 }
    switch measure {
    case .share: return try? Rational(Int128(passed.count), over: Int128(passed.count + failed))
    case .count: return Rational(passed.count)
    case .sum: return sum
    case .mean, .ratio: return try? sum.divided(by: Rational(passed.count))
    case .median:
      let (low, high) = (nth(values, values.count + 1, 2), nth(values, values.count + 2, 2))
      return low.flatMap { low in high.flatMap { try? low.adding($0).divided(by: Rational(2)) } }
    case .percentile: return nth(values, values.count * 3 + 4, 5)
    case .distinct: return Rational(Set(values).count)
    }
  }

  /// The value at place `top / bottom`, cut to a whole number and counted from 1.
  private func nth(_ values: [Rational], _ top: Int, _ bottom: Int) -> Rational? {
    values.isEmpty ? nil : values.sorted()[top / bottom - 1]
  }

  /// The verdict in one world.
  func outcome(_ value: Rational?, _ all: [Fate]) -> Verdict.Outcome {
    let world = all.filter { !$0.isWaived }
    if waivers.isWhole { return .waived }
    if !world.contains(where: \.bears), all.contains(where: \.bears) { return .waived }
    guard let value else { return whenEmpty }
    let bearing: [Possible] = measure == .share ? [.pass, .fail] : [.pass]
    if world.count(where: { bearing.contains($0.possible) }) < minimum { return .tooFewRecords }
    return comparison.isMet(by: value) ? .met : .violated
  }
}
