import Assessment
import Calendars
import Registry
import Rulebook

/// What the rulebook says about one unit and obligation besides the obligation itself.
struct UnitTerms {
  /// What is set apart.
  let waiving: Waiving
  /// What takes the obligation's place, the earliest first.
  let succession: Succession?

  /// What took the obligation's place by the end of a period.
  func replacement(in period: Period) -> Replacement? {
    succession.flatMap { $0.from <= period.last ? $0.replacement(by: $0.newer) : nil }
  }

  /// Whether the obligation had ended before the period began: only records with an earlier law day
  /// are left to it.
  func isOver(before period: Period) -> Bool {
    succession.map { $0.from <= period.first } ?? false
  }
}

/// What the rulebook says about an obligation besides itself, for all units.
struct ObligationTerms {
  private let obligation: Obligation
  private let waivers: [Waiver]
  private let successions: [Succession]

  /// The terms of an obligation.
  init(_ rulebook: Rulebook, _ obligation: Obligation) {
    self.obligation = obligation
    waivers = rulebook.waivers.filter { $0.covers(obligation) }
    successions = rulebook.successions.filter { $0.older.fullID == obligation.fullID }
  }

  /// The terms, by code, of those units about which something is said.
  func terms(_ units: [String: Unit], _ period: Period) -> [String: UnitTerms] {
    if waivers.isEmpty, successions.isEmpty { return [:] }
    return units.compactMapValues { unit in
      let terms = terms(unit, period)
      return terms.waiving.waivers.isEmpty && terms.succession == nil ? nil : terms
    }
  }

  /// The terms of a unit in a period.
  func terms(_ unit: Unit, _ period: Period) -> UnitTerms {
    UnitTerms(
      waiving: Waiving(waivers, obligation, unit, period),
      succession: successions.first { $0.concerns(unit) })
  }
}

extension Succession {
  /// The succession for the result model, which names one side of it.
  func replacement(by side: Obligation) -> Replacement {
    Replacement(
      obligation: side.fullID, title: side.title, document: side.directive.number, from: from.iso,
      because: because, cite: cite)
  }
}
