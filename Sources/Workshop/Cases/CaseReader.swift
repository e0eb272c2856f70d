import Assessment
import Calendars
import Diagnostics
import Evaluation
import Exports
import Registry
import Rulebook
import YAMLTree

/// Reads one case into a request for the evaluator.
struct CaseReader {
  private let rulebook: Rulebook
  private let given: Fields?
  /// What is wrong with the case.
  private(set) var diagnostics: [Diagnostic] = []

  /// A reader of cases that are all given the same.
  init(_ rulebook: Rulebook, _ given: Fields?) {
    self.rulebook = rulebook
    self.given = given
  }

  /// The case, or `nil` with diagnostics.
  mutating func read(_ node: Node) -> RuleCase? {
    let keys = ["note", "want", "wants"] + CaseSettings.keys
    guard let own = Fields(node, keys: keys, of: .ruleCase, &diagnostics) else { return nil }
    let settings = CaseSettings(own: own, given: given)
    let note = own.requiredString("note", &diagnostics)
    let obligation = obligation(settings)
    let period = period(settings)
    guard let note, let obligation, let period else { return nil }
    let registry = registry(settings, obligation, period)
    let wants = wants(own, registry)
    let request = request(settings, obligation, period, registry)
    guard let request, !diagnostics.hasErrors else { return nil }
    return RuleCase(
      note: note.value, span: note.span, obligation: obligation, request: request, wants: wants)
  }

  // MARK: - Obligation and period

  private mutating func obligation(_ settings: CaseSettings) -> Obligation? {
    guard let id = settings["obligation"].requiredString("obligation", &diagnostics) else {
      return nil
    }
    if let found = rulebook.obligations.first(where: { $0.fullID == id.value }) { return found }
    diagnostics.append(.unknownObligation(id, rulebook.obligations.map(\.fullID)))
    return nil
  }

  private mutating func period(_ settings: CaseSettings) -> Period? {
    guard let text = settings["period"].requiredString("period", &diagnostics) else { return nil }
    if let period = Period(text.value) { return period }
    diagnostics.append(.badCasePeriod(text))
    return nil
  }

  /// A moment; a date alone means the end of that day.
  private mutating func moment(_ key: String, _ settings: CaseSettings) -> Instant? {
    guard let text = settings[key].string(key, &diagnostics) else { return nil }
    let zone = rulebook.calendar.zone
    if let day = Day(iso: text.value) { return zone.endOfDay(day) }
    let joined = text.value.replacing(" ", with: "T", maxReplacements: 1)
    if let instant = Instant(iso: joined, zone: zone) { return instant }
    diagnostics.append(.badCaseMoment(key, text))
    return nil
  }

  // MARK: - Parts read elsewhere

  private mutating func registry(
    _ settings: CaseSettings, _ obligation: Obligation, _ period: Period
  ) -> UnitRegistry {
    var reader = CaseRegistryReader(rulebook, obligation, period)
    let registry = reader.registry(settings)
    diagnostics += reader.diagnostics
    return registry
  }

  private mutating func request(
    _ settings: CaseSettings, _ obligation: Obligation, _ period: Period, _ registry: UnitRegistry
  ) -> EvaluationRequest? {
    let asOf = moment("as-of", settings) ?? rulebook.calendar.zone.endOfDay(period.last)
    var reader = CaseExportReader(
      rulebook, registry, snapshot: moment("snapshot", settings) ?? asOf)
    let exports = reader.exports(settings)
    diagnostics += reader.diagnostics
    var tested = rulebook
    tested.obligations = [obligation]
    tested.registry = registry
    tested.waivers = waivers(settings)
    return EvaluationRequest(
      rulebook: tested, exports: exports, period: period, asOf: asOf, evidenceLimit: .max,
      prior: prior(settings, tested))
  }

  /// The waivers that the case names: else rules are tested as if there were none.
  private mutating func waivers(_ settings: CaseSettings) -> [Waiver] {
    let names = settings["waivers"].strings("waivers", &diagnostics)
    let known = rulebook.waivers.map(\.id)
    for name in names where !known.contains(name.value) {
      diagnostics.append(.unknownCaseWaiver(name, known))
    }
    return rulebook.waivers.filter { waiver in names.contains { $0.value == waiver.id } }
  }

  private mutating func prior(_ settings: CaseSettings, _ tested: Rulebook) -> [Assessment] {
    var reader = CasePriorReader(tested)
    defer { diagnostics += reader.diagnostics }
    return reader.assessments(settings["prior"]["prior"])
  }

  // MARK: - What is wanted

  private mutating func wants(_ own: Fields, _ registry: UnitRegistry) -> [Want] {
    var reader = WantReader()
    defer { diagnostics += reader.diagnostics }
    let codes = registry.codes
    if let several = own["wants"] {
      if let span = own.keySpan("want") { diagnostics.append(.wantAndWants(span)) }
      return reader.wants(several, codes)
    }
    guard let node = own.require("want", &diagnostics), let code = codes.first else { return [] }
    if codes.count > 1 { diagnostics.append(.wantOfWhom(node.span, codes)) }
    return [reader.want(node, unit: code)]
  }
}
