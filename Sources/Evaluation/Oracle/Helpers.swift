import Assessment
import Calendars
import Expressions
import Numbers
import Registry
import Rulebook
import Tables

extension Truth {
  /// Known, or `maybe` for `nil`.
  init(_ value: Bool?) {
    self = value.map { $0 ? .yes : .no } ?? .maybe
  }

  /// False absorbs what is not known.
  func and(_ other: Truth) -> Truth {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .maybe
  }
}

extension Known where Value == Moment {
  /// The local day, when the value is known.
  func day(in zone: Zone) -> Day? { value?.day(in: zone) }

  /// The value, when it is known.
  var value: Moment? {
    if case .value(let moment) = self { moment } else { nil }
  }
}

extension Outcome {
  /// The value, when there is one.
  var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension EvaluationError {
  /// Whether it is the use of an empty cell.
  var isEmptyCell: Bool {
    if case .emptyCell = kind { true } else { false }
  }
}

extension Value {
  /// The exact number, for summands.
  var exactNumber: Rational? {
    switch self {
    case .int(let value): Rational(value)
    case .uint(let value): Rational(value)
    case .decimal(let value): value
    default: nil
    }
  }

  /// A text that is equal for equal values of one type.
  var distinctText: String {
    switch self {
    case .string(let text): text
    case .date(let day): day.iso
    case .timestamp(let instant): String(instant.microseconds)
    default: exactNumber?.description ?? "\(self)"
    }
  }
}

extension CheckedExpression {
  /// The column, when the expression is nothing but one.
  var soleColumn: ColumnPath? {
    if case .column(let path) = root.kind { path } else { nil }
  }
}

extension Row {
  /// Where the record stands.
  var place: Places.Place { Places.Place(file: file.path, line: line) }
}

extension Obligation {
  /// Whether the rule and its directive are in force on `day`.
  func isInForce(on day: Day) -> Bool { inForce.contains(day) && directive.inForce.contains(day) }

  /// Whether it is about what earlier assessments found.
  var isOverVerdicts: Bool { dataset == BuiltInDatasets.verdicts.id }

  /// The datasets it reads, its own first: those whose absence leaves it undetermined.
  var datasets: [String] {
    let related = expressions.flatMap(\.relations).map(\.dataset)
    return [dataset] + Set(related).subtracting([dataset]).sorted()
  }

  /// Every expression over a record.
  var expressions: [CheckedExpression] { roles.map(\.expression) }

  /// Every expression over a record, with the key it stands under.
  var roles: [(role: String, expression: CheckedExpression)] {
    let single: [(String, CheckedExpression?)] = [
      ("where", filter), ("due", due), ("done", done), ("when", when),
      ("when.until", openUntil), ("law-on", lawOn), ("answers-on", answersOn), ("require", require),
      ("pending", pending), ("per", per),
    ]
    return lets.map { ("let \($0.name)", $0.expression) }
      + single.compactMap { role, expression in expression.map { (role, $0) } }
      + measure.expressions.map { ("measure", $0) }
      + targets.compactMap(\.lookup).map { ("target", $0) }
      + (clock?.roles ?? [])
  }

  /// The expressions on the unit alone, with the key they stand under.
  var unitRoles: [(role: String, expression: CheckedExpression)] {
    let targets = targets.compactMap(\.units).map { ("target.units", $0) }
    return (binds.when.map { [("binds.when", $0)] } ?? []) + targets
  }
}

extension Clock {
  fileprivate var roles: [(role: String, expression: CheckedExpression)] {
    let single: [(String, CheckedExpression?)] = [
      ("clock.from", from), ("clock.limit", limit), ("clock.pauses.over", pauses?.over),
      ("clock.pauses.where", pauses?.filter), ("clock.pauses.from", pauses?.from),
      ("clock.pauses.until", pauses?.until),
    ]
    return single.compactMap { role, expression in expression.map { (role, $0) } }
  }
}

extension UnitRegistry {
  /// The units of a period, up to a day, by code; a code that changed hands in it is the later unit's.
  func byCode(during period: Period, upTo last: Day? = nil) -> [String: Registry.Unit] {
    let units = units(during: period).filter { unit in
      last.map { unit.dates.overlaps(DateSpan(until: $0)) } ?? true
    }
    return Dictionary(units.map { ($0.code, $0) }) { first, second in
      (first.dates.from?.number ?? .min) < (second.dates.from?.number ?? .min) ? second : first
    }
  }
}
