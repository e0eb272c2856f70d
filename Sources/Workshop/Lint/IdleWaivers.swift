import Diagnostics
import Registry
import Rulebook

/// Waivers that change nothing: none of the units that they name has the obligation on their days.
/// Loading tells of those without any obligation in force, and without any unit.
enum IdleWaivers {
  /// What is found in a rulebook.
  static func findings(_ view: RuleView) -> [Diagnostic] {
    view.rulebook.waivers.filter { isIdle($0, view.rulebook) }.map(Diagnostic.idleWaiver)
  }

  private static func isIdle(_ waiver: Waiver, _ rulebook: Rulebook) -> Bool {
    let units = rulebook.registry.units.filter(waiver.covers)
    let obligations = rulebook.obligations.filter {
      waiver.covers($0) && $0.inForce.overlaps(waiver.dates)
    }
    guard !units.isEmpty, !obligations.isEmpty else { return false }
    return !obligations.contains { obligation in
      let days = waiver.dates.intersection(obligation.inForce)
      return units.contains { unit in
        unit.dates.overlaps(days) && UnitActivation.holds(obligation.binds.when, for: unit)
      }
    }
  }
}
