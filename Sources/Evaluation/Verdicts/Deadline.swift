import Calendars

/// A due date or an event: a date, which lasts to the end of that day, or a moment.
package enum Moment: Sendable, Hashable {
  case day(Day)
  case instant(Instant)

  /// The local day it falls on.
  package func day(in zone: Zone) -> Day {
    switch self {
    case .day(let day): day
    case .instant(let instant): zone.local(of: instant).day
    }
  }

  /// The last moment of it (Civil Code 2015, Art. 148: a period ends at the end of its last day).
  package func end(in zone: Zone) -> Instant {
    switch self {
    case .day(let day): zone.endOfDay(day)
    case .instant(let instant): instant
    }
  }
}

/// A value that a record may have, lack, or hide.
package enum Known<Value: Sendable & Hashable>: Sendable, Hashable {
  case value(Value)
  case absent
  case unknown
}

/// What a deadline makes of a record.
///
/// Done: in time or late. Not done: late if the deadline is before the horizon, not due if it is
/// after as-of, unknown between: what happened between the snapshot and as-of nobody has seen.
package struct Deadline: Sendable {
  private let zone: Zone
  /// The moment up to which things count as having happened.
  private let asOf: Instant
  /// The earlier of as-of and the snapshot: that something has not happened is known up to it.
  let horizon: Instant

  /// A deadline's surroundings; without a snapshot, as-of is taken.
  package init(zone: Zone, asOf: Instant, snapshot: Instant?) {
    self.zone = zone
    self.asOf = asOf
    horizon = min(asOf, snapshot ?? asOf)
  }

  /// What is possible for a record that was due at `due` and done at `done`. Events after as-of
  /// must have been made absent before.
  package func possible(due: Known<Moment>, done: Known<Moment>) -> Possible {
    switch (due, done) {
    case (.value(let due), .value(let done)): compare(done, with: due)
    case (.value(let due), .absent): waiting(for: due)
    case (.value(let due), .unknown): isAhead(due) ? [.pass, .notDue] : [.pass, .fail]
    case (_, .value): [.pass, .fail]
    case (_, .absent): horizon < asOf ? [.pass, .fail, .notDue] : [.fail, .notDue]
    case (_, .unknown): [.pass, .fail, .notDue]
    }
  }

  private func compare(_ done: Moment, with due: Moment) -> Possible {
    switch (done, due) {
    case (.instant(let done), .instant(let due)): done <= due ? .pass : .fail
    case (.day(let done), .instant(let due)): day(done, with: zone.local(of: due).day)
    case (_, .day(let due)): done.day(in: zone) <= due ? .pass : .fail
    }
  }

  /// A date of doing says nothing about the hour: on the due day itself it cannot be told.
  private func day(_ done: Day, with due: Day) -> Possible {
    if done == due { return [.pass, .fail] }
    return done < due ? .pass : .fail
  }

  private func waiting(for due: Moment) -> Possible {
    if due.end(in: zone) < horizon { return .fail }
    return isAhead(due) ? .notDue : [.pass, .fail]
  }

  private func isAhead(_ due: Moment) -> Bool { due.end(in: zone) > asOf }
}
