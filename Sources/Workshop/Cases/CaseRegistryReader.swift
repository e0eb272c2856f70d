import Calendars
import Diagnostics
import Evaluation
import Exports
import Registry
import Rulebook
import YAMLTree

/// Reads the units and posts of a case, and makes up those that it does not mention.
struct CaseRegistryReader {
  /// The code of the unit of a case that names none.
  static let code = "X"
  /// Whoever holds a post that a case does not mention.
  static let holder = "Người giữ chức vụ mô phỏng"

  private let rulebook: Rulebook
  private let obligation: Obligation
  private let period: Period
  /// What is wrong with the units and posts.
  private(set) var diagnostics: [Diagnostic] = []

  /// A reader for cases of an obligation.
  init(_ rulebook: Rulebook, _ obligation: Obligation, _ period: Period) {
    self.rulebook = rulebook
    self.obligation = obligation
    self.period = period
  }

  /// The units of a case with the posts that answer.
  mutating func registry(_ settings: CaseSettings) -> UnitRegistry {
    var reader = RegistryReader()
    for unit in units(settings, &reader) { reader.add(unit) }
    reader.readPosts(settings["posts"].list("posts", &diagnostics), &diagnostics)
    let written = reader.registry(&diagnostics)
    let lacking = written.units.filter {
      written.post(unit: $0.code, role: obligation.answers) == nil
    }
    return UnitRegistry(
      units: written.units, posts: written.posts + lacking.map(post))
  }

  /// `units` is written as in the registry and read as that; `unit` leaves out what does not matter.
  private mutating func units(_ settings: CaseSettings, _ reader: inout RegistryReader) -> [Unit] {
    let (key, fields) = settings.first(of: ["units", "unit"]) ?? ("", settings.own)
    if let span = fields.keySpan("unit"), fields["units"] != nil {
      diagnostics.append(.unitAndUnits(span))
    }
    if key == "units" {
      reader.readUnits(fields.list(key, &diagnostics), &diagnostics)
      return []
    }
    let node = fields[key]
    return (node.map { self.unit($0) } ?? madeUp(at: settings.own.span)).map { [$0] } ?? []
  }

  private mutating func unit(_ node: Node) -> Unit? {
    let keys = ["code", "name", "level", "parent", "from", "until"]
    guard let fields = Fields(node, keys: keys, of: .caseUnit, &diagnostics) else { return nil }
    let code = fields.string("code", &diagnostics)?.value ?? Self.code
    let name = fields.string("name", &diagnostics)?.value
    let level = fields.string("level", &diagnostics)?.value
    let parent = fields.string("parent", &diagnostics)?.value
    guard let dates = fields.dates(needsFrom: false, &diagnostics) else { return nil }
    return Unit(
      code: code, name: name ?? Self.name(code), level: level ?? boundLevel(node.span),
      parent: parent, dates: dates, span: node.span)
  }

  private func madeUp(at span: Span) -> Unit? {
    Unit(
      code: Self.code, name: Self.name(Self.code), level: boundLevel(span), dates: DateSpan(),
      span: span)
  }

  private static func name(_ code: String) -> String { "Đơn vị mô phỏng \(code)" }

  /// The first level in `binds.when` with which a unit is bound; any where none or all are.
  private func boundLevel(_ span: Span) -> String {
    let text = obligation.binds.when?.text.text ?? ""
    let quoted = text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    let levels = quoted.filter { $0.offset % 2 == 1 }.map { String($0.element) }
    return levels.first { isBound($0, span) } ?? levels.first ?? "so"
  }

  private func isBound(_ level: String, _ span: Span) -> Bool {
    let unit = Unit(
      code: Self.code, name: Self.name(Self.code), level: level, dates: DateSpan(), span: span)
    var tried = rulebook
    tried.registry = UnitRegistry(units: [unit])
    let request = EvaluationRequest(
      rulebook: tried, exports: ExportSet(), period: period,
      asOf: tried.calendar.zone.endOfDay(period.last))
    let first = Inspector.conditions(
      request, obligation: obligation, unit: unit.code, period: period
    ).first
    guard let first, case .value(.bool(true)) = first.outcome else { return false }
    return true
  }

  private func post(_ unit: Unit) -> Post {
    Post(
      unit: unit.code, role: obligation.answers, title: "Người đứng đầu \(unit.name)",
      holdings: [
        Holding(
          holder: Self.holder, kind: .official, dates: DateSpan(from: Day(iso: "1900-01-01")),
          document: "00/QĐ-MP", span: unit.span)
      ])
  }
}
