import Calendars
import Diagnostics
import Expressions
import Registry
import Tables
import YAMLTree

/// Reads one item of `obligations`.
struct ObligationReader {
  /// What obligations are read against.
  struct Context {
    /// By id.
    let datasets: [String: Dataset]
    /// Datasets that are themselves wrong: what is written over them cannot be judged.
    let unsound: Set<String>
    let registry: UnitRegistry
  }

  private static let keys = [
    "id", "title", "title-en", "duty", "binds", "answers", "every", "severity", "in-force", "over",
    "unit", "where", "let", "clock", "due", "done", "when", "law-on", "answers-on", "require",
    "pending", "per", "roll-up", "evidence", "measure", "target", "no-target", "when-empty",
    "min-records", "supersedes", "option", "allow",
  ]

  private static let measureKeys = [
    "id", "title", "title-en", "over", "unit", "where", "let", "clock", "due", "done", "when",
    "law-on", "require", "pending", "roll-up", "measure",
  ]

  private let fields: Fields
  private let directive: Directive?
  private let context: Context
  /// The index that a measure is written for.
  private var index: IndexFrame?
  private var diagnostics: [Diagnostic] = []

  /// The obligation in `node`; `nil` when a part of it is missing or wrong.
  /// - Parameter directive: the directive of the file, or `nil` when it could not be read.
  static func read(
    _ node: Node, of directive: Directive?, in context: Context,
    _ diagnostics: inout [Diagnostic]
  ) -> Obligation? {
    guard let fields = Fields(node, keys: keys, of: .obligation, &diagnostics) else { return nil }
    var reader = ObligationReader(fields: fields, directive: directive, context: context)
    let obligation = reader.obligation()
    diagnostics += reader.diagnostics
    return reader.diagnostics.hasErrors ? nil : obligation
  }

  /// The measure in `node`: an obligation of an index, which judges nobody.
  static func read(
    _ node: Node, for index: IndexFrame, of directive: Directive, in context: Context,
    _ diagnostics: inout [Diagnostic]
  ) -> Obligation? {
    guard let fields = Fields(node, keys: measureKeys, of: .indexMeasure, &diagnostics) else {
      return nil
    }
    var reader = ObligationReader(fields: fields, directive: directive, context: context)
    reader.index = index
    let obligation = reader.obligation()
    diagnostics += reader.diagnostics
    return reader.diagnostics.hasErrors ? nil : obligation
  }

  private init(fields: Fields, directive: Directive?, context: Context) {
    self.fields = fields
    self.directive = directive
    self.context = context
  }

  private mutating func obligation() -> Obligation? {
    let head = head()
    let records = records()
    let tail = tail()
    let every =
      index.map { Schedule.each($0.kind) }
      ?? EveryReader.read(fields, inForce: tail.inForce, &diagnostics)
    checkShape()
    guard let directive, let head, let every, let records else { return nil }
    let obligation = Obligation(
      id: head.id.value, directive: directive, title: head.title, duty: head.duty,
      binds: head.binds, answers: head.answers.value, every: every, severity: head.severity,
      inForce: tail.inForce, dataset: records.dataset.id, record: records.dataset.record,
      unitColumn: records.unitColumn, filter: records.conditions.filter,
      lets: records.conditions.lets, clock: records.conditions.clock,
      due: records.conditions.due, done: records.conditions.done,
      when: records.conditions.when, openUntil: records.conditions.openUntil,
      lawOn: records.conditions.lawOn,
      answersOn: records.conditions.answersOn, require: records.conditions.require,
      pending: records.conditions.pending, per: records.conditions.per, rollUp: tail.rollUp,
      evidence: records.evidence, measure: records.measure,
      targets: records.targets, noTarget: tail.noTarget, whenEmpty: tail.whenEmpty,
      minRecords: tail.minRecords, supersedes: tail.supersedes, option: tail.option,
      scope: records.scope, span: head.id.span)
    checkBaselines(obligation)
    if !obligation.inForce.isEmpty, index == nil {
      ObligationChecks(obligation, context.registry)
        .run(binds: fields["binds"]?.span, answers: head.answers.span, &diagnostics)
    }
    return obligation
  }

  // MARK: - What people read

  /// The part of an obligation that is not about records.
  private struct Head {
    let id: Located<String>
    let title: Text
    let duty: Citation
    let binds: Binding
    let answers: Located<String>
    let severity: Severity
  }

  private mutating func head() -> Head? {
    let id = fields.id(&diagnostics)
    let title = fields.bilingual("title", &diagnostics)
    if let index { return head(id, title, index) }
    let duty = fields.require("duty", &diagnostics).flatMap {
      Citation($0, of: .duty, in: fields, &diagnostics)
    }
    let binds = fields.require("binds", &diagnostics).flatMap {
      Binding.read($0, in: fields, &diagnostics)
    }
    let answers = fields.requiredString("answers", &diagnostics)
    let severity = fields.requiredWord("severity", Severity.self, &diagnostics)
    guard let id, let title, let duty, let binds, let answers, let severity else {
      return nil
    }
    return Head(
      id: id, title: title, duty: duty, binds: binds, answers: answers, severity: severity)
  }

  /// A measure is about whom its index is about, and nobody has to answer for it.
  private func head(_ id: Located<String>?, _ title: Text?, _ index: IndexFrame) -> Head? {
    guard let id, let title else { return nil }
    return Head(
      id: Located(Obligation.id(of: id.value, for: index.id), id.span), title: title,
      duty: index.binds.citation, binds: index.binds, answers: Located("head", id.span),
      severity: .low)
  }

  /// What may be left out.
  private struct Tail {
    let inForce: DateSpan
    let noTarget: Citation?
    let whenEmpty: WhenEmpty
    let minRecords: Int?
    let rollUp: Bool
    let supersedes: [Supersession]
    let option: RuleOption?
  }

  private mutating func tail() -> Tail {
    Tail(
      inForce: inForce(), noTarget: noTarget(), whenEmpty: whenEmpty(), minRecords: minRecords(),
      rollUp: fields.bool("roll-up", &diagnostics)?.value ?? false,
      supersedes: SupersessionReader.read(fields, &diagnostics),
      option: RuleOption(in: fields, &diagnostics))
  }

  private mutating func inForce() -> DateSpan {
    let own = fields.dateSpan("in-force", needsFrom: false, &diagnostics)
    guard let directive else { return DateSpan() }
    guard let own else { return directive.inForce }
    let both = own.value.intersection(directive.inForce)
    if both.isEmpty { diagnostics.append(.neverInForce(own, directive)) }
    return both
  }

  private mutating func noTarget() -> Citation? {
    guard let node = fields["no-target"],
      let fields = Fields(
        node, keys: ["because", "cite", "source"], of: .noTarget, in: fields, &diagnostics)
    else { return nil }
    _ = fields.require("because", &diagnostics)
    return Citation(fields, says: "because", &diagnostics)
  }

  private mutating func whenEmpty() -> WhenEmpty {
    let words = WhenEmpty.allCases.map { ($0.rawValue, $0) }
    return fields.word("when-empty", words, &diagnostics)?.value ?? .notApplicable
  }

  private mutating func minRecords() -> Int? {
    guard let count = fields.int("min-records", &diagnostics) else { return nil }
    if count.value < 1 { diagnostics.append(.minRecords(count.span)) }
    return count.value
  }

  // MARK: - Records

  /// The part of an obligation that is about records.
  private struct Records {
    let dataset: Dataset
    let unitColumn: ColumnPath
    let conditions: ConditionReader.Conditions
    let measure: Measure
    let targets: [Target]
    let evidence: EvidenceChoice
    let scope: Scope
  }

  private mutating func records() -> Records? {
    if !fields.isMilestone { _ = fields.require("when", &diagnostics) }
    let over = fields.string("over", &diagnostics)?.value ?? ""
    let listed = BuiltInDatasets.listed[over]
    let unit = listed == nil ? fields.requiredString("unit", &diagnostics) : nil
    guard let dataset = dataset(), !context.unsound.contains(dataset.id) else {
      _ = targets(for: fields["measure"] == nil ? .share : nil, in: nil)
      return nil
    }
    let unitColumn =
      listed.map { ColumnPath(variable: dataset.record, columns: [$0]) }
      ?? unit.flatMap { ColumnPath(unit: $0, of: dataset, &diagnostics) }
    var reader = ConditionReader(fields, dataset, among: context.datasets)
    let conditions = reader.conditions()
    diagnostics += reader.diagnostics
    let scope = reader.scope.scope
    let measure = MeasureReader.read(fields["measure"], in: scope, &diagnostics)
    let targets = targets(for: measure, in: scope)
    let evidence = EvidenceReader(fields, measure, targets).read(in: scope, &diagnostics)
    guard let unitColumn, let measure, let evidence else { return nil }
    return Records(
      dataset: dataset, unitColumn: unitColumn, conditions: conditions, measure: measure,
      targets: targets, evidence: evidence, scope: scope)
  }

  private mutating func targets(for measure: Measure?, in scope: Scope?) -> [Target] {
    let targets = fields.list("target", &diagnostics).compactMap {
      TargetReader.read($0, for: measure, in: scope, &diagnostics)
    }
    if let span = fields.keySpan("no-target"), targets.contains(where: { $0.units == nil }) {
      diagnostics.append(.targetAndNoTarget(span))
    }
    let sorted = targets.sorted { $0.firstDay < $1.firstDay }
    if let directive { TargetChecks(sorted, directive, context.registry).run(&diagnostics) }
    return sorted
  }

  private mutating func dataset() -> Dataset? {
    guard let over = fields.requiredString("over", &diagnostics) else { return nil }
    if let dataset = context.datasets[over.value] { return dataset }
    diagnostics.append(.unknownDataset(over, context.datasets.keys.sorted()))
    return nil
  }

  /// A figure of a year is no figure of a month.
  private mutating func checkBaselines(_ obligation: Obligation) {
    for target in obligation.targets {
      guard case .earlier(.named(let period))? = target.baseline?.figure,
        let kind = obligation.every.kind, period.kind != kind
      else { continue }
      diagnostics.append(.baselineOfOtherKind(period, kind, target.span))
    }
  }

  // MARK: - Keys that go together

  private mutating func checkShape() {
    let due = fields.keySpan("due") ?? fields.keySpan("clock")
    let done = fields.keySpan("done")
    if let due, done == nil { diagnostics.append(.dueWithoutDone(due)) }
    if let done, due == nil { diagnostics.append(.doneWithoutDue(done)) }
    if let pending = fields.keySpan("pending"), let due {
      diagnostics.append(.pendingWithDue(pending, due: due))
    }
    let isShare = fields["measure"].map { $0.scalar?.text == "share" } ?? true
    if isShare, due == nil, done == nil, fields["require"] == nil {
      diagnostics.append(.nothingRequired(fields.keySpan("id") ?? fields.span.firstLine))
    }
  }
}
