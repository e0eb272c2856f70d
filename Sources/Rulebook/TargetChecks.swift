import Calendars
import Diagnostics
import Registry

/// Checks the targets of one obligation against each other: on no day may a unit have two, and
/// between two dated targets no day may be left without one.
struct TargetChecks {
  private let targets: [Target]
  private let directive: Directive
  private let registry: UnitRegistry

  /// Checks of `targets`, in order of their first days.
  init(_ targets: [Target], _ directive: Directive, _ registry: UnitRegistry) {
    self.targets = targets
    self.directive = directive
    self.registry = registry
  }

  /// Adds what is wrong.
  func run(_ diagnostics: inout [Diagnostic]) {
    for (index, target) in targets.enumerated() {
      checkOverlap(target, with: targets[..<index], &diagnostics)
      checkGap(after: target, &diagnostics)
      checkForce(target, &diagnostics)
    }
  }

  private func checkOverlap(
    _ target: Target, with earlier: ArraySlice<Target>, _ diagnostics: inout [Diagnostic]
  ) {
    for first in earlier where first.dates.overlaps(target.dates) {
      if first.scope == target.scope {
        diagnostics.append(.targetsOverlap(target, first, unit: nil))
      } else if let unit = sharedUnit(first, target) {
        diagnostics.append(.targetsOverlap(target, first, unit: unit))
      }
    }
  }

  /// A unit for which both targets are meant on the same day.
  private func sharedUnit(_ first: Target, _ second: Target) -> Unit? {
    let days = first.dates.intersection(second.dates)
    return registry.units.first {
      $0.dates.overlaps(days) && UnitActivation.holds(first.units, for: $0)
        && UnitActivation.holds(second.units, for: $0)
    }
  }

  /// A target for some units may be followed by one for all of them, and the other way round.
  private func checkGap(after target: Target, _ diagnostics: inout [Diagnostic]) {
    guard let until = target.dates.until else { return }
    let next = until.adding(days: 1)
    let related = targets.filter {
      $0.scope == target.scope || $0.units == nil || target.units == nil
    }
    guard !related.contains(where: { $0.dates.contains(next) }) else { return }
    let later = related.filter { ($0.dates.from ?? next) > next }
    guard let follower = later.min(by: { $0.firstDay < $1.firstDay }),
      let from = follower.dates.from
    else { return }
    diagnostics.append(
      .targetGap(target, follower, DateSpan(from: next, until: from.adding(days: -1))))
  }

  private func checkForce(_ target: Target, _ diagnostics: inout [Diagnostic]) {
    guard let from = target.dates.from, let start = directive.inForce.from, from < start else {
      return
    }
    diagnostics.append(.targetBeforeForce(target, directive))
  }
}

extension Target {
  /// The text of the condition on units; `nil` for all units.
  fileprivate var scope: String? { units?.text.text }

  /// For sorting.
  var firstDay: Int32 { dates.from?.number ?? .min }
}
