import Calendars

/// Where a record stands towards a period, by `when`.
struct Membership {
  /// Whether it is in the period.
  let isIn: Truth
  /// The day that picks law and head where nothing else does; `nil` when it is unknown.
  let day: Day?

  /// Of a record that every period looks at.
  init(always period: Period) {
    isIn = .yes
    day = period.last
  }

  /// Of a record that belongs to a day or a moment.
  init(_ when: Known<Moment>, _ period: Period, in zone: Zone) {
    isIn = Truth(when.value.map { $0.isIn(period, zone) })
    day = when.day(in: zone)
  }

  /// Of a record that was open for a time: in every period that this touches, on its last day there.
  ///
  /// A record that is still open stays so, as far as is known, to the period's end; but whether it
  /// was still open when a period began that begins after `horizon`, nobody has seen.
  init(
    from: Known<Moment>, until: Known<Moment>, _ period: Period, in zone: Zone, horizon: Instant
  ) {
    let hasBegun = from.value.map { !$0.isAfter(period, zone) }
    let lasts: Truth =
      switch until {
      case .value(let end): end.isBefore(period, zone) ? .no : .yes
      case .absent: Moment.instant(horizon).isBefore(period, zone) ? .maybe : .yes
      case .unknown: .maybe
      }
    isIn = Truth(hasBegun).and(lasts)
    day =
      switch until {
      case .value(let end): min(end.day(in: zone), period.last)
      case .absent: period.last
      case .unknown: nil
      }
  }
}

extension Moment {
  fileprivate func isIn(_ period: Period, _ zone: Zone) -> Bool {
    !isBefore(period, zone) && !isAfter(period, zone)
  }

  /// Whether the period begins later.
  fileprivate func isBefore(_ period: Period, _ zone: Zone) -> Bool {
    switch self {
    case .day(let day): !period.hasBegun(on: day)
    case .instant(let instant): !period.hasBegun(at: zone.local(of: instant))
    }
  }

  /// Whether the period ends earlier.
  fileprivate func isAfter(_ period: Period, _ zone: Zone) -> Bool {
    switch self {
    case .day(let day): period.hasEnded(before: day)
    case .instant(let instant): period.hasEnded(before: zone.local(of: instant))
    }
  }
}
