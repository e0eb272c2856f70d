import Calendars
import Registry
import Rulebook

/// Makes what the engine is asked; what several asks have in common is made once.
struct Asker {
  private let registry: UnitRegistry
  private let last: Day
  private let only: String?
  private var known: [Period: [String: Unit]] = [:]
  private var bound: [Bound: [String: Unit]] = [:]
  private var places: [Places: UnitPlaces] = [:]
  private var turns: [Turns: [[Day]]] = [:]

  /// - Parameters:
  ///   - last: the last day of the run's period.
  ///   - unit: the code of the only unit that is asked about; `nil` for all.
  init(_ registry: UnitRegistry, upTo last: Day, only unit: String? = nil) {
    (self.registry, self.last, only) = (registry, last, unit)
  }

  /// What is asked about an obligation in a period.
  /// - Parameter oracle: over the records of the period.
  mutating func ask(_ obligation: Obligation, _ period: Period, _ oracle: Oracle) -> Ask {
    let units = self.units(of: period)
    let binding = Bound(
      period: period, condition: obligation.binds.when?.text.text,
      folders: oracle.store.exports.folders)
    let bound = self.bound(binding, obligation, units, oracle)
    let terms = oracle.terms(obligation).terms(bound, period)
    let apart = Set(terms.keys)
    let key = Places(bound: binding, apart: apart, rollUp: obligation.rollUp)
    let places = Self.made(key, in: &self.places) {
      UnitPlaces(bound: bound, known: units, apart: apart, rollUp: obligation.rollUp)
    }
    let turns = Self.made(Turns(bound: binding, role: obligation.answers), in: &self.turns) {
      places.units.map { oracle.turns(of: $0, obligation.answers) }
    }
    return Ask(
      obligation, period, bound: bound, known: units, oracle, terms: terms, places: places,
      turns: turns)
  }

  private mutating func units(of period: Period) -> [String: Unit] {
    Self.made(period, in: &known) { [registry, last] in
      registry.byCode(during: period, upTo: last)
    }
  }

  private mutating func bound(
    _ binding: Bound, _ obligation: Obligation, _ units: [String: Unit], _ oracle: Oracle
  ) -> [String: Unit] {
    Self.made(binding, in: &bound) { [only] in
      let asked = only.map { only in units.filter { $0.key == only } } ?? units
      guard let condition = obligation.binds.when else { return asked }
      return asked.filter { oracle.isTrue(condition, for: $0.value, binding.period) }
    }
  }

  private static func made<Key: Hashable, Value>(
    _ key: Key, in cache: inout [Key: Value], _ make: () -> Value
  ) -> Value {
    if let made = cache[key] { return made }
    let value = make()
    cache[key] = value
    return value
  }

  /// Units are bound alike in a period, as some exports show them, by the same words.
  private struct Bound: Hashable {
    let period: Period
    let condition: String?
    let folders: [String]
  }

  private struct Places: Hashable {
    let bound: Bound
    let apart: Set<String>
    let rollUp: Bool
  }

  private struct Turns: Hashable {
    let bound: Bound
    let role: String
  }
}
