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

  /// The terms of a unit in a period.
  init(_ rulebook: Rulebook, _ obligation: Obligation, _ unit: Unit, _ period: Period) {
    waiving = Waiving(rulebook.waivers, obligation, unit, period)
    succession = rulebook.successions.first {
      $0.older.fullID == obligation.fullID && $0.concerns(unit)
    }
  }

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

extension Succession {
  /// The succession for the result model, which names one side of it.
  func replacement(by side: Obligation) -> Replacement {
    Replacement(
      obligation: side.fullID, title: side.title, document: side.directive.number, from: from.iso,
      because: because, cite: cite)
  }
}
