import Diagnostics
import Registry

/// Checks an obligation against units and posts, where there are any.
struct ObligationChecks {
  private let obligation: Obligation
  private let registry: UnitRegistry

  /// Checks of one obligation.
  init(_ obligation: Obligation, _ registry: UnitRegistry) {
    self.obligation = obligation
    self.registry = registry
  }

  /// Adds warnings for what binds nobody or is answered by nobody.
  func run(binds: Span?, answers: Span, _ diagnostics: inout [Diagnostic]) {
    if !registry.units.isEmpty, !registry.units.contains(where: binds(_:)) {
      let levels = Set(registry.units.map(\.level)).sorted()
      let place = obligation.binds.when?.span ?? binds ?? obligation.span
      diagnostics.append(.bindsNobody(place, levels))
    }
    let roles = Set(registry.posts.map(\.role)).sorted()
    if !roles.isEmpty, !roles.contains(obligation.answers) {
      diagnostics.append(.unknownRole(obligation.answers, answers, roles))
    }
  }

  private func binds(_ unit: Unit) -> Bool {
    unit.dates.overlaps(obligation.inForce)
      && UnitActivation.holds(obligation.binds.when, for: unit)
  }
}
