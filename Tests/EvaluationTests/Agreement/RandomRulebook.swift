import Diagnostics
import Rulebook
import Testing

/// Rule files of a whole random workspace, as text, and what was read from them.
struct RandomRulebook {
  let schema: RandomSchema
  let sources: [SourceText]
  /// What occurs in it.
  private(set) var shapes: Set<String> = []

  init(_ dice: Dice) {
    schema = RandomSchema(dice)
    var obligations: [RandomObligation] = []
    let base = RandomRegistry(dice).yaml + schema.yaml
    var files = [base]
    for directive in 1...dice.roll(1...2) {
      var text = Self.directive(directive, dice)
      for number in 1...dice.roll(1...3) {
        let record = dice.chance(92) ? "item" : "kind"
        var one = RandomObligation("o\(directive)\(number)", schema, record: record, dice)
        if directive == 2, number == 1, dice.chance(50) {
          one.supersede("d1/o11", from: dice.pick("2025-09-12", "2025-09-20"))
        }
        text += one.yaml
        obligations.append(one)
      }
      if dice.chance(12) {
        text += Self.reported
        shapes.insert("over units")
      }
      files.append(text)
    }
    if dice.chance(30) {
      shapes.insert("waivers")
      files.append(Self.waivers(obligations, dice))
    }
    for one in obligations { shapes.formUnion(one.shapes) }
    shapes.formUnion(schema.shapes)
    if schema.hasChecks { shapes.insert("checks") }
    sources = files.enumerated().map { SourceText(path: "r\($0.offset).yaml", text: $0.element) }
  }

  /// The rulebook, or what is wrong with it.
  func load() -> (Rulebook?, String) {
    let (rulebook, diagnostics) = RulebookLoader.load(sources)
    return (
      rulebook,
      DiagnosticRenderer(language: .en).render(diagnostics.filter { $0.severity == .error })
    )
  }

  private static func directive(_ number: Int, _ dice: Dice) -> String {
    let from = number == 1 ? "2020-01-01" : dice.pick("2020-01-01", "2025-09-10")
    let until = dice.chance(10) ? ", until: 2025-09-22" : ""
    return """
      directive: { id: d\(number), number: \(number)/Q, title: T, issuer: I, source: X, confidence: R, in-force: { from: \(from)\(until) } }
      obligations:

      """
  }

  private static let reported = """
      - id: reported
        title: T
        duty: { cite: X, says: X }
        binds: { cite: X, source: X }
        answers: head
        severity: low
        every: month
        over: units
        where: unit.level != "city"
        due: period.last - days(5)
        done: unit.reports.filter(r, r.about >= period.first).min(r, r.sent)
        when: period.last
        target: [{ from: 2020-01-01, at-least: 100%, cite: X, source: X }]

    """

  private static func waivers(_ obligations: [RandomObligation], _ dice: Dice) -> String {
    let written = (0..<dice.roll(1...2)).map { number -> String in
      let one = dice.pick(of: obligations)
      let what = dice.pick(
        "", "units: [S1, X1], ", "when: 'unit.level == \"xa\"', ",
        "where: '\(one.condition())', ")
      let dates = dice.pick(
        "from: 2025-09-01, until: 2025-09-20", "from: 2025-09-16, until: 2025-09-30",
        "from: 2025-01-01, until: 2025-12-31", "from: 2025-09-10, until: 2025-09-10")
      return "  - { id: w\(number), document: \(number)/X, approver: A, reason: R, "
        + "obligation: d\(one.id.dropFirst().prefix(1))/\(one.id), \(what)\(dates) }\n"
    }
    return "waivers:\n" + written.joined()
  }
}
