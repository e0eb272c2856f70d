import Calendars
import Diagnostics
import Expressions
import Registry

/// A document by which somebody in authority has an obligation, or all those of a directive, not
/// looked at for some units and days.
package struct Waiver: Sendable {
  /// What is not looked at.
  package enum Scope: Sendable, Hashable {
    /// One obligation, by its full id.
    case obligation(String)
    /// All obligations of a directive, by its id.
    case directive(String)
  }

  /// For whom.
  package enum Units: Sendable {
    case all
    /// Units by code.
    case codes(Set<String>)
    /// Units for which a condition on `unit` holds.
    case condition(CheckedExpression)
  }

  /// Kebab-case, unique in the rulebook.
  package let id: String
  /// The number of the document, never empty.
  package let document: String
  /// Who approved it.
  package let approver: String
  /// Why.
  package let reason: String
  /// The days, both ends there and included; a record's is that which puts it in its period.
  package let dates: DateSpan
  /// What is not looked at.
  package let scope: Scope
  /// For whom.
  package let units: Units
  /// Which records (`where`), in the scope of the one obligation; `nil` takes all.
  package let filter: CheckedExpression?
  /// Where it is declared.
  package let span: Span

  /// A waiver from its parts.
  package init(
    id: String, document: String, approver: String, reason: String, dates: DateSpan, scope: Scope,
    units: Units = .all, filter: CheckedExpression? = nil, span: Span
  ) {
    self.id = id
    self.document = document
    self.approver = approver
    self.reason = reason
    self.dates = dates
    self.scope = scope
    self.units = units
    self.filter = filter
    self.span = span
  }

  /// Whether it is about that obligation.
  package func covers(_ obligation: Obligation) -> Bool {
    switch scope {
    case .obligation(let id): id == obligation.fullID
    case .directive(let id): id == obligation.directive.id
    }
  }

  /// Whether it is about that unit.
  package func covers(_ unit: Unit) -> Bool {
    switch units {
    case .all: true
    case .codes(let codes): codes.contains(unit.code)
    case .condition(let condition): UnitActivation.holds(condition, for: unit)
    }
  }
}
