/// A random obligation over items, as rule files have it.
struct RandomObligation {
  let id: String
  /// What is random about it, in words that are counted.
  private(set) var shapes: Set<String> = []
  private(set) var yaml = ""
  private let dice: Dice
  private let hasSteps: Bool
  private var expressions: RandomExpressions

  /// - Parameter record: `item`, or `kind`, which stands in what items refer to.
  init(_ id: String, _ schema: RandomSchema, record: String, _ dice: Dice) {
    self.id = id
    self.dice = dice
    let isItem = record == "item"
    expressions = RandomExpressions(
      dice, isItem ? schema.itemPaths : schema.kindPaths,
      list: isItem && schema.hasSteps && dice.chance(12) ? "item.steps" : nil)
    expressions.isPlain = expressions.list == nil && dice.chance(65)
    hasSteps = isItem && schema.hasSteps
    line("- id: \(id)", indent: 2)
    line("title: T")
    line("duty: { cite: X, says: X }")
    line("answers: \(dice.chance(90) ? "head" : "deputy")")
    line("severity: \(dice.pick("low", "high"))")
    line("over: \(isItem ? "items" : "kinds")")
    line("unit: \(isItem ? "item.unit" : "kind.owner")")
    shapes.insert("over \(record)")
    binds()
    every()
    if dice.chance(12) { key("in-force", "{ from: \(dice.pick("2025-09-08", "2025-01-01")) }") }
    records()
    measured()
  }

  private mutating func line(_ text: String, indent: Int = 4) {
    yaml += String(repeating: " ", count: indent) + text + "\n"
  }

  private mutating func key(_ key: String, _ value: String) {
    shapes.insert(key)
    line("\(key): \(value)")
  }

  private func quoted(_ expression: String) -> String { "'\(expression)'" }

  // MARK: - Who and when

  private mutating func binds() {
    let when = dice.pick(
      "", "", "when: 'unit.level == \"so\"', ", "when: 'unit.level != \"city\"', ",
      "when: 'unit.code in [\"S1\", \"X2\", \"C\"]', ")
    line("binds: { \(when)cite: X, source: X }")
    if dice.chance(20) { key("roll-up", "true") }
  }

  private mutating func every() {
    let every = dice.pick(
      "month", "month", "month", "month", "month", "quarter", "half-year", "year",
      "{ each: month, since: year-start }", "{ each: month, since: 2025-08-05 }",
      "{ each: month, cut: { day: 14, time: \"17:00\" } }",
      "{ campaign: { from: 2025-08-20, until: 2025-09-18 } }", "{ once: 2025-09-20 }")
    shapes.insert("every \(every.split(separator: " ").prefix(2).joined(separator: " "))")
    line("every: \(every)")
  }

  // MARK: - Records

  private mutating func records() {
    if dice.chance(65) { key("where", quoted(expressions.filter())) }
    if dice.chance(30) { lets() }
    let hasDue = deadline()
    when(hasDue)
    if dice.chance(20) { key("law-on", quoted(expressions.moment())) }
    if dice.chance(20) { key("answers-on", quoted(expressions.moment())) }
    if dice.chance(60) || !hasDue { key("require", quoted(expressions.bool(dice.roll(0...3)))) }
    if !hasDue, dice.chance(25) { key("pending", quoted(expressions.bool())) }
    if dice.chance(25) { per() }
  }

  private mutating func lets() {
    shapes.insert("let")
    line("let:")
    for (name, kind) in [("a", RandomSchema.Kind.int), ("b", .bool), ("c", .date), ("d", .string)]
    where dice.chance(50) {
      let text =
        switch kind {
        case .int: expressions.int(1)
        case .bool: expressions.bool()
        case .date: expressions.date(1)
        default: expressions.string()
        }
      line("  \(name): \(quoted(text))")
      for _ in 0..<3 {
        expressions.paths.append(RandomSchema.Path(text: name, kind: kind, isNullable: false))
      }
    }
    if yaml.hasSuffix("let:\n") { line("  e: '1'") }
  }

  private mutating func deadline() -> Bool {
    guard dice.chance(55) else { return false }
    if dice.chance(10) {
      clock()
    } else {
      key("due", quoted(expressions.moment()))
    }
    let done = expressions.paths.filter(\.isEvent)
    key("done", dice.pick(of: done).text)
    return true
  }

  private mutating func clock() {
    shapes.insert("clock")
    let (from, limits) =
      dice.chance(60)
      ? (expressions.date(0), ["workingDays(3)", "days(\(dice.roll(0...9)))", "months(1)"])
      : (expressions.timestamp(), ["duration(\"24h\")", "workingDays(2)"])
    var pauses = ""
    if hasSteps {
      shapes.insert("pauses")
      pauses = ", pauses: { over: item.steps, from: step.from, until: step.to, where: step.ok }"
    }
    line("clock: { from: \(quoted(from)), limit: \(quoted(dice.pick(of: limits)))\(pauses) }")
  }

  private mutating func when(_ hasDue: Bool) {
    switch dice.roll(0...9) {
    case 0...1 where hasDue: key("when", "due")
    case 2...3:
      shapes.insert("when.until")
      let ends = expressions.paths.filter { [.date, .timestamp].contains($0.kind) }
      let until = dice.chance(70) ? dice.pick(of: ends).text : expressions.moment()
      line("when: { from: \(quoted(expressions.moment())), until: \(quoted(until)) }")
    case 4: key("when", "period.last")
    default: key("when", quoted(expressions.moment()))
    }
  }

  private mutating func per() { key("per", quoted(expressions.string())) }

  // MARK: - Measures

  private mutating func measured() {
    let measure = RandomMeasure(expressions, dice)
    shapes.formUnion(measure.shapes)
    yaml += measure.yaml
    if dice.chance(30) {
      key("when-empty", dice.pick("met", "violated", "undetermined", "not-applicable"))
    }
    if dice.chance(15) { key("min-records", "\(dice.roll(1...4))") }
  }

  /// Takes the place of another obligation.
  mutating func supersede(_ other: String, from day: String) {
    key("supersedes", "[{ obligation: \(other), from: \(day), because: R, cite: X }]")
  }

  /// A condition on its records, for a waiver.
  func condition() -> String {
    var plain = expressions
    plain.guarded = []
    plain.paths = plain.paths.filter { $0.text.contains(".") }
    plain.list = nil
    return plain.bool(1)
  }
}
