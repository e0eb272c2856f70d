/// What a random obligation measures, with its target and what proves a violation.
struct RandomMeasure {
  private(set) var shapes: Set<String> = []
  private(set) var yaml = ""
  private let expressions: RandomExpressions
  private let dice: Dice

  init(_ expressions: RandomExpressions, _ dice: Dice) {
    (self.expressions, self.dice) = (expressions, dice)
    let kind = measure()
    let comparisons = writeTargets(kind)
    evidence(kind, comparisons)
  }

  private mutating func line(_ text: String) { yaml += "    " + text + "\n" }

  // MARK: - Measure

  private enum Kind { case share, whole, number }

  private mutating func measure() -> Kind {
    let roll = dice.roll(0...15)
    switch roll {
    case 0...5:
      shapes.insert("share")
      return .share
    case 6: return add("count", "count", .whole)
    case 7:
      return add("count where", "{ count: '\(expressions.bool())' }", .whole)
    case 8...9: return add("sum", "{ \(sum()) }", .number)
    case 10...11: return add("distinct", "{ \(distinct()) }", .whole)
    case 12: return add("mean", "{ mean: '\(summand())' }", .number)
    case 13: return add("median", "{ median: '\(summand())' }", .number)
    case 14:
      let rank = dice.pick("60%", "90%", "12.5%")
      return add("percentile", "{ percentile: { of: '\(summand())', rank: \(rank) } }", .number)
    default:
      return add("ratio", "{ ratio: { of: \(aggregate()), to: \(aggregate()) } }", .number)
    }
  }

  private mutating func add(_ shape: String, _ text: String, _ kind: Kind) -> Kind {
    shapes.insert(shape)
    line("measure: \(text)")
    return kind
  }

  private func summand() -> String { dice.chance(60) ? expressions.int() : expressions.decimal() }

  private var filter: String { dice.chance(40) ? ", where: '\(expressions.bool())'" : "" }

  private func sum() -> String { "sum: '\(summand())'\(filter)" }

  private func distinct() -> String {
    let value =
      switch dice.roll(0...5) {
      case 0: expressions.int()
      case 1: expressions.date()
      case 2: expressions.decimal()
      case 3: expressions.timestamp()
      default: expressions.string()
      }
    return "distinct: '\(value)'\(filter)"
  }

  private func aggregate() -> String {
    switch dice.roll(0...4) {
    case 0: "count"
    case 1: "{ count: '\(expressions.bool())' }"
    case 2...3: "{ \(sum()) }"
    default: "{ \(distinct()) }"
    }
  }

  // MARK: - Targets

  private func limit(_ kind: Kind) -> String {
    switch kind {
    case .share: dice.pick("0%", "40%", "50%", "62.5%", "80%")
    case .whole: "\(dice.roll(0...5))"
    case .number: dice.pick("0", "1", "2.5", "4", "10")
    }
  }

  private func comparison(_ kind: Kind) -> String {
    let low = limit(kind)
    switch dice.roll(0...7) {
    case 0...2: return "at-least: \(low)"
    case 3...4: return "at-most: \(low)"
    case 5: return "more-than: \(low)"
    case 6: return low.hasPrefix("0") ? "at-most: \(low)" : "less-than: \(low)"
    default: return kind == .share ? "between: [20%, 70%]" : "between: [1, 4]"
    }
  }

  /// Writes targets; gives how they compare.
  private mutating func writeTargets(_ kind: Kind) -> [String] {
    let (shape, targets) = drawn(kind)
    shapes.insert(shape)
    if targets.isEmpty {
      line("no-target: { because: R, cite: X }")
    } else {
      line("target:")
      for target in targets { line("  - { \(target), cite: X, source: X }") }
    }
    return targets
  }

  private func drawn(_ kind: Kind) -> (String, [String]) {
    let (first, second) = (comparison(kind), comparison(kind))
    let day = dice.roll(10...27)
    switch dice.roll(0...13) {
    case 0...1:
      return (
        "changing target",
        [
          "from: 2020-01-01, until: 2025-09-\(day), \(first)",
          "from: 2025-09-\(day + 1), \(second)",
        ]
      )
    case 2: return ("ending target", ["from: 2020-01-01, until: 2025-09-\(day), \(first)"])
    case 3: return ("beginning target", ["from: 2025-09-\(day), \(first)"])
    case 4...5:
      return (
        "target by unit",
        [
          "from: 2020-01-01, units: 'unit.level == \"so\"', \(first)",
          "from: 2020-01-01, units: 'unit.level != \"so\"', \(second)",
        ]
      )
    case 6...8: return lookups(kind, first, day)
    case 9: return ("no target", [])
    case 10 where kind == .share:
      return ("baseline", ["from: 2020-01-01, at-least: { baseline: 40%, points: 3, of: X }"])
    default: return ("target", ["from: 2020-01-01, \(first)"])
    }
  }

  private func lookups(_ kind: Kind, _ other: String, _ day: Int) -> (String, [String]) {
    func lookup() -> String {
      let value = kind == .whole || dice.chance(20) ? expressions.int() : expressions.decimal()
      return "\(dice.pick("at-least", "at-most", "more-than")): { value: '\(value)' }"
    }
    switch dice.roll(0...4) {
    case 0:
      return (
        "lookup later",
        [
          "from: 2020-01-01, until: 2025-09-\(day), \(other)",
          "from: 2025-09-\(day + 1), \(lookup())",
        ]
      )
    case 1:
      return (
        "two lookups",
        [
          "from: 2020-01-01, until: 2025-09-\(day), \(lookup())",
          "from: 2025-09-\(day + 1), \(lookup())",
        ]
      )
    default: return ("lookup", ["from: 2020-01-01, \(lookup())"])
    }
  }

  // MARK: - Evidence

  private mutating func evidence(_ kind: Kind, _ targets: [String]) {
    let uppers = Set(targets.map { $0.contains("at-most") || $0.contains("less-than") })
    let isClear =
      kind == .share && uppers.count < 2 && !targets.contains { $0.contains("between") }
    switch dice.roll(0...5) {
    case 0...1 where isClear: shapes.insert("evidence by itself")
    case 2 where kind == .share:
      shapes.insert("evidence failing")
      line("evidence: failing")
    case 3:
      shapes.insert("evidence satisfying")
      line("evidence: satisfying")
    default:
      shapes.insert("evidence custom")
      line("evidence: '\(expressions.bool())'")
    }
  }
}
