import Calendars
import Registry
import Rulebook

/// An obligation to be judged in a period: what the engine is asked for the units it binds.
struct Ask {
  /// The obligation.
  let obligation: Obligation
  /// The period.
  let period: Period
  /// The units bound by the obligation, by code.
  let bound: [String: Unit]
  /// All units of the period, by code; any other unit text is unknown.
  let known: [String: Unit]
  /// What judges a record that no kernel can.
  var oracle: Oracle
  /// What is said about each bound unit besides, by code.
  let terms: [String: UnitTerms]
  /// By the number of the unit, the days on which it may make a difference who answers.
  let turns: [[Day]]
  /// Whose records are whose.
  let places: UnitPlaces
  /// The datasets that it reads besides its own.
  let related: [String]

  /// - Parameter oracle: over the same records as the engine.
  init(
    _ obligation: Obligation, _ period: Period, bound: [String: Unit], known: [String: Unit],
    _ oracle: Oracle
  ) {
    (self.obligation, self.period, self.oracle) = (obligation, period, oracle)
    (self.bound, self.known) = (bound, known)
    related = Array(obligation.datasets.dropFirst())
    let terms = oracle.terms(obligation)
    self.terms = bound.mapValues { terms.terms($0, period) }
    let apart = self.terms.filter {
      !$0.value.waiving.waivers.isEmpty || $0.value.succession != nil
    }
    places = UnitPlaces(
      bound: bound, known: known, apart: Set(apart.keys), rollUp: obligation.rollUp)
    turns = places.units.map { oracle.turns(of: $0, obligation.answers) }
  }
}
