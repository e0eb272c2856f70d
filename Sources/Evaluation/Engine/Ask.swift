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
  /// What is said besides about bound units, by code; nothing about most.
  let terms: [String: UnitTerms]
  /// By the number of the unit, the days on which it may make a difference who answers.
  let turns: [[Day]]
  /// Whose records are whose.
  let places: UnitPlaces
  /// The datasets that it reads besides its own.
  let related: [String]

  /// - Parameters:
  ///   - oracle: over the same records as the engine.
  ///   - terms: see `ObligationTerms`.
  ///   - places: of the bound units.
  ///   - turns: by the number of the unit in `places`.
  init(
    _ obligation: Obligation, _ period: Period, bound: [String: Unit], known: [String: Unit],
    _ oracle: Oracle, terms: [String: UnitTerms], places: UnitPlaces, turns: [[Day]]
  ) {
    (self.obligation, self.period, self.oracle) = (obligation, period, oracle)
    (self.bound, self.known) = (bound, known)
    (self.terms, self.places, self.turns) = (terms, places, turns)
    related = Array(obligation.datasets.dropFirst())
  }

  /// An ask that has nothing in common with others.
  init(
    _ obligation: Obligation, _ period: Period, bound: [String: Unit], known: [String: Unit],
    _ oracle: Oracle
  ) {
    let terms = oracle.terms(obligation).terms(bound, period)
    let places = UnitPlaces(
      bound: bound, known: known, apart: Set(terms.keys), rollUp: obligation.rollUp)
    self.init(
      obligation, period, bound: bound, known: known, oracle, terms: terms, places: places,
      turns: places.units.map { oracle.turns(of: $0, obligation.answers) })
  }
}
