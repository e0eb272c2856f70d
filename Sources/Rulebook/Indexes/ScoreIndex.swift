import Calendars
import Diagnostics
import Expressions
import Numbers
import Registry

/// A set of criteria by which units get points and are ranked: points worked out from measures, and
/// points that others gave and units hand in.
package struct ScoreIndex: Sendable {
  /// Kebab-case, unique in the rulebook.
  package let id: String
  /// The instrument that sets it up.
  package let directive: Directive
  /// What people call it.
  package let title: Text
  /// The periods it is worked out for.
  package let every: [Period.Kind]
  /// Which units it ranks, and the text that says so.
  package let binds: Binding
  /// What is measured for it alone, in the order written.
  package let measures: [Obligation]
  /// Its parts, in the order written.
  package let groups: [CriterionGroup]
  /// The points that are handed in; `nil` where all are worked out.
  package let handedIn: HandedInPoints?
  /// The ways in which points become a total, in the order written.
  package let totals: [IndexTotal]
  /// Where it is declared.
  package let span: Span

  /// The parts that make up the index, without those that only take others together.
  package var parts: [CriterionGroup] { groups.filter(\.covers.isEmpty) }

  /// All criteria, in order.
  package var criteria: [Criterion] { groups.flatMap(\.criteria) }

  /// What is counted for it alone: its measures, and the points that are handed in.
  package var ownObligations: [Obligation] {
    measures + [handedIn?.points, handedIn?.maxima].compactMap(\.self)
  }

  /// The full ids of what its scores are made of: its own measures, and obligations.
  package var measured: Set<String> {
    Set(criteria.flatMap { $0.formula?.measures.map(\.obligation) ?? [] })
  }

  /// Whether it is worked out for periods of a kind, on some of whose days it is in force.
  package func isDue(_ period: Period) -> Bool {
    guard let kind = period.kind, every.contains(kind) else { return false }
    return directive.inForce.overlaps(DateSpan(from: period.first, until: period.last))
  }

  /// Whether it ranks a unit.
  package func ranks(_ unit: Unit) -> Bool { UnitActivation.holds(binds.when, for: unit) }
}

/// A part of an index: criteria, or a part that is only scored as a whole.
package struct CriterionGroup: Sendable {
  /// Kebab-case, unique in the index.
  package let id: String
  /// What people call it.
  package let title: Text
  /// The most points it can have; `nil` where that is handed in with the points.
  package let maximum: Rational?
  /// Whether it adds or takes points beyond the maximum of the whole.
  package let isBonus: Bool
  /// The least points it can have; below zero only where points are taken.
  package let minimum: Rational
  /// Where it comes from.
  package let origin: Origin
  /// In the order written; empty where points are handed in for the part as a whole.
  package let criteria: [Criterion]
  /// The ids of the parts that it is, taken together, in tables that do not tell them apart.
  package let covers: [String]
}

/// One thing that is given points.
package struct Criterion: Sendable {
  /// Kebab-case, unique in the index.
  package let id: String
  /// What people call it.
  package let title: Text
  /// The most points it can have.
  package let maximum: Rational
  /// The least points it can have.
  package let minimum: Rational
  /// Which units it is about; `nil` for all.
  package let applies: CheckedExpression?
  /// How points are worked out; `nil` where they are only handed in, or nothing shows what is measured.
  package let formula: Formula?
  /// Why it is not measured, where no data show it.
  package let notMeasured: String?
  /// Where it comes from.
  package let origin: Origin
}

/// Where the maximum and the formula of a criterion come from.
package struct Origin: Sendable, Hashable {
  /// The article or annex; `nil` where none says so.
  package let cite: String?
  /// Where that was read, or seen.
  package let source: String?
  /// Whether it is how it is done, and not what a text says.
  package let isPractice: Bool

  /// Whether nothing is said.
  var isNone: Bool { cite == nil && !isPractice }
}

/// How the points of a criterion are worked out.
package struct Formula: Sendable {
  /// The points, over the measures and `max`.
  package let score: CheckedExpression
  /// What the names in it stand for, in the order written.
  package let measures: [NamedMeasure]
  /// The points where nothing arose; `nil` takes the criterion out of the unit's base.
  package let whenEmpty: Rational?

  /// A name for the measure of an obligation.
  package struct NamedMeasure: Sendable, Hashable {
    /// The name in the expression.
    package let name: String
    /// `directive/obligation`.
    package let obligation: String
  }
}

/// Points that are handed in as records, and how to read them.
package struct HandedInPoints: Sendable {
  /// Who gave points: self-score, appraisal, survey.
  package struct Column: Sendable, Hashable {
    /// Kebab-case; `measured` is what is worked out and stands in no record.
    package let id: String
    /// What people, and records, call it.
    package let title: Text
  }

  /// The columns, in the order written.
  package let columns: [Column]
  /// Adds up the points of each column and part: its groups are named by `groupName`.
  package let points: Obligation
  /// The same for the greatest points possible, where records say so.
  package let maxima: Obligation?
  /// Between the column and the part in the name of a group; no file writes it.
  package static let separator: Character = "\u{1F}"
}

/// A way in which points become a total.
package struct IndexTotal: Sendable, Hashable {
  /// The column of points that are worked out.
  package static let measured = "measured"

  /// Kebab-case, unique in the index.
  package let id: String
  /// What people call it.
  package let title: Text
  /// The columns that are added up.
  package let columns: [String]
  /// The columns that are taken instead where a unit has no points in one of those.
  package let otherwise: [String]
  /// The column that holds the printed result, where that is not one of those added up.
  package let printed: String?
}

/// What the measures of an index take from it.
struct IndexFrame {
  /// The id of the index.
  let id: String
  /// Which units it is about.
  let binds: Binding
  /// The first of its periods.
  let kind: Period.Kind
}

extension Obligation {
  /// The id of what an index has for itself. Those of rule files hold no point.
  static func id(of measure: String, for index: String) -> String { "\(index).\(measure)" }

  /// Whether it is an index's own measure: it is counted for the index and judges nobody.
  package var isForIndex: Bool { id.contains(".") }
}
