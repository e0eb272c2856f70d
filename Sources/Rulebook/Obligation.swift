import Calendars
import Diagnostics
import Expressions
import Registry

/// Whom an obligation binds, and by which text.
package struct Binding: Sendable {
  /// A condition on `unit`; `nil` binds all units.
  package let when: CheckedExpression?
  /// The text that binds them.
  package let citation: Citation

  /// A binding from its parts.
  package init(when: CheckedExpression?, citation: Citation) {
    self.when = when
    self.citation = citation
  }
}

/// A name for an expression, which later expressions use.
package struct Let: Sendable {
  /// The name.
  package let name: String
  /// What it stands for.
  package let expression: CheckedExpression

  /// A name for an expression.
  package init(name: String, expression: CheckedExpression) {
    self.name = name
    self.expression = expression
  }
}

/// Which records prove a violation.
package enum EvidenceChoice: Sendable {
  /// Those that fail.
  case failing
  /// Those that pass: where there are too many of them.
  case satisfying
  /// Those for which a condition holds.
  case custom(CheckedExpression)
}

/// What the verdict is when nothing arose.
package enum WhenEmpty: String, Sendable, Hashable, CaseIterable {
  case notApplicable = "not-applicable"
  case met
  case violated
  case undetermined
}

/// One checkable duty: a value that never changes, shared since verdicts by the ten thousand refer to it.
package final class Obligation: Sendable {
  /// Kebab-case, unique in its directive.
  package let id: String
  /// The text that imposes it.
  package let directive: Directive
  /// What reports call it.
  package let title: Text
  /// The place in the text, and what it says.
  package let duty: Citation
  /// Whom it binds.
  package let binds: Binding
  /// The role of the post that answers: `head`.
  package let answers: String
  /// When it is judged, and about which days.
  package let every: Schedule
  /// How urgent a violation is.
  package let severity: Severity
  /// The days on which it is in force, within those of its directive.
  package let inForce: DateSpan
  /// The id of the dataset it reads.
  package let dataset: String
  /// The name of one record in expressions.
  package let record: String
  /// The text column that holds the code of a record's unit.
  package let unitColumn: ColumnPath
  /// Which records are in scope (`where`); `nil` takes all.
  package let filter: CheckedExpression?
  /// In order; each may use those before it.
  package let lets: [Let]
  /// A limit that may stand still; its end is in sight as `clock`.
  package let clock: Clock?
  /// The deadline: a date (its end counts) or a moment. Comes with `done`.
  package let due: CheckedExpression?
  /// What had to happen by then; empty as long as it has not.
  package let done: CheckedExpression?
  /// Puts a record into a period; the beginning of the time it was open, where there is `openUntil`.
  /// `nil` for a milestone that looks at every record in scope.
  package let when: CheckedExpression?
  /// The end of the time a record was open, which puts it into every period that it touches; empty as
  /// long as it is open.
  package let openUntil: CheckedExpression?
  /// Picks the version of rule and target; `nil` means by `when`, and for a record that was open for a
  /// time by the last day of the period on which it was. Without `when`, by the period's last day.
  package let lawOn: CheckedExpression?
  /// Picks who answers; `nil` means the first instant after `due`, else the day that `lawOn` stands
  /// for when it is `nil`.
  package let answersOn: CheckedExpression?
  /// A further condition, or the only one.
  package let require: CheckedExpression?
  /// Whether a record is not due yet; only without `due`.
  package let pending: CheckedExpression?
  /// Splits the records of a unit into groups with a verdict each; `nil` keeps them together.
  package let per: CheckedExpression?
  /// Whether the records of subordinate units count as well.
  package let rollUp: Bool
  /// Which records prove a violation.
  package let evidence: EvidenceChoice
  /// What is measured.
  package let measure: Measure
  /// By first day; empty when nothing says how much is enough.
  package let targets: [Target]
  /// Why there is no target, for reports.
  package let noTarget: Citation?
  /// The verdict when nothing arose.
  package let whenEmpty: WhenEmpty
  /// Below this many records there is no verdict.
  package let minRecords: Int?
  /// The older obligations whose place it takes.
  package let supersedes: [Supersession]
  /// Applies only where this is asked for; `nil` always applies.
  package let option: RuleOption?
  /// The names in sight of its expressions, for conditions written elsewhere (waivers).
  package let scope: Scope
  /// Where it is declared.
  package let span: Span

  /// `directive/obligation`, unique in the rulebook.
  package let fullID: String

  /// An obligation from its parts.
  package init(
    id: String, directive: Directive, title: Text, duty: Citation, binds: Binding,
    answers: String, every: Schedule, severity: Severity, inForce: DateSpan, dataset: String,
    record: String, unitColumn: ColumnPath, filter: CheckedExpression? = nil, lets: [Let] = [],
    clock: Clock? = nil, due: CheckedExpression? = nil, done: CheckedExpression? = nil,
    when: CheckedExpression? = nil, openUntil: CheckedExpression? = nil,
    lawOn: CheckedExpression? = nil, answersOn: CheckedExpression? = nil,
    require: CheckedExpression? = nil, pending: CheckedExpression? = nil,
    per: CheckedExpression? = nil, rollUp: Bool = false, evidence: EvidenceChoice = .failing,
    measure: Measure = .share, targets: [Target] = [],
    noTarget: Citation? = nil, whenEmpty: WhenEmpty = .notApplicable, minRecords: Int? = nil,
    supersedes: [Supersession] = [], option: RuleOption? = nil, scope: Scope = Scope(), span: Span
  ) {
    self.id = id
    self.directive = directive
    fullID = "\(directive.id)/\(id)"
    self.title = title
    self.duty = duty
    self.binds = binds
    self.answers = answers
    self.every = every
    self.severity = severity
    self.inForce = inForce
    self.dataset = dataset
    self.record = record
    self.unitColumn = unitColumn
    self.filter = filter
    self.lets = lets
    self.clock = clock
    self.due = due
    self.done = done
    self.when = when
    self.openUntil = openUntil
    self.lawOn = lawOn
    self.answersOn = answersOn
    self.require = require
    self.pending = pending
    self.per = per
    self.rollUp = rollUp
    self.evidence = evidence
    self.measure = measure
    self.targets = targets
    self.noTarget = noTarget
    self.whenEmpty = whenEmpty
    self.minRecords = minRecords
    self.supersedes = supersedes
    self.option = option
    self.scope = scope
    self.span = span
  }

  /// The same with other targets, or judged at other times.
  package func with(targets: [Target]? = nil, every: Schedule? = nil) -> Obligation {
    Obligation(
      id: id, directive: directive, title: title, duty: duty, binds: binds, answers: answers,
      every: every ?? self.every, severity: severity, inForce: inForce, dataset: dataset,
      record: record, unitColumn: unitColumn, filter: filter, lets: lets, clock: clock, due: due,
      done: done, when: when, openUntil: openUntil, lawOn: lawOn, answersOn: answersOn,
      require: require, pending: pending, per: per, rollUp: rollUp, evidence: evidence,
      measure: measure, targets: targets ?? self.targets, noTarget: noTarget,
      whenEmpty: whenEmpty, minRecords: minRecords, supersedes: supersedes, option: option,
      scope: scope, span: span)
  }
}
