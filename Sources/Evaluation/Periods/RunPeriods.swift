import Calendars
import Registry
import Rulebook

/// Which periods of an obligation a run judges, and which it shows to date: the one place that says so.
package struct RunPeriods: Sendable {
  /// Those that end in the run's period.
  package let judged: [Period]
  /// Longer ones that have begun and not ended: shown, never judged.
  package let toDate: [Period]

  /// The periods of `obligation` on some day of which it is in force, up to the end of the run.
  /// - Parameter run: the period of the run, one of the calendar.
  package init(_ obligation: Obligation, in run: Period) {
    judged = obligation.every.periods(endingIn: run).filter {
      obligation.isInForce(from: $0.first, until: $0.last)
    }
    toDate = obligation.every.periods(openAfter: run).filter {
      obligation.isInForce(from: $0.first, until: run.last)
    }
  }
}

extension Obligation {
  fileprivate func isInForce(from first: Day, until last: Day) -> Bool {
    let days = DateSpan(from: first, until: last)
    return inForce.overlaps(days) && directive.inForce.overlaps(days)
  }
}
