import Calendars
import Diagnostics
import Registry

/// What an obligation says about an older one whose place it takes.
package struct Supersession: Sendable {
  /// The full id of the older obligation.
  package let older: String
  /// The first day; `nil` for the later of both in-force starts.
  package let from: Day?
  /// Why.
  package let because: String
  /// The text that says so.
  package let cite: String?
  /// Where it is declared.
  package let span: Span

  /// What is said about an older obligation, from its parts.
  package init(older: String, from: Day?, because: String, cite: String?, span: Span) {
    self.older = older
    self.from = from
    self.because = because
    self.cite = cite
    self.span = span
  }
}

/// One obligation in the place of another, for the units that the newer one binds. A record is
/// judged by the one in force on its law day, so earlier days stay with the older.
package struct Succession: Sendable {
  /// The obligation that ends.
  package let older: Obligation
  /// The one in its place.
  package let newer: Obligation
  /// The first day of the newer one.
  package let from: Day
  /// Why.
  package let because: String
  /// The text that says so.
  package let cite: String?

  /// The succession that `newer` declares; `nil` when the older obligation is none of `obligations`.
  init?(_ supersession: Supersession, by newer: Obligation, among obligations: [String: Obligation])
  {
    guard let older = obligations[supersession.older],
      let from = supersession.from
        ?? [older.inForce.from, newer.inForce.from].compactMap({ $0 }).max()
    else { return nil }
    self.older = older
    self.newer = newer
    self.from = from
    because = supersession.because
    cite = supersession.cite
  }

  /// Whether the older obligation ends for that unit.
  package func concerns(_ unit: Unit) -> Bool {
    UnitActivation.holds(newer.binds.when, for: unit)
  }

  /// All successions among obligations, by older obligation, first day and newer obligation.
  static func all(_ obligations: [Obligation]) -> [Succession] {
    let known = Dictionary(obligations.map { ($0.fullID, $0) }) { first, _ in first }
    return obligations.flatMap { newer in
      newer.supersedes.compactMap { Succession($0, by: newer, among: known) }
    }.sorted {
      ($0.older.fullID, $0.from.number, $0.newer.fullID)
        < ($1.older.fullID, $1.from.number, $1.newer.fullID)
    }
  }
}
