import Calendars
import Diagnostics
import Expressions
import Rulebook

/// The limit that may stand still.
extension RecordEvaluator {
  /// Works out `clock`, which `due` and what follows may use.
  mutating func readClock() {
    guard let clock = obligation.clock else { return }
    activation.values["clock"] = outcome(of: clock)
  }

  private mutating func outcome(of clock: Clock) -> Outcome {
    let from = evaluate(clock.from, quietly: true)
    guard let start = from.moment else { return from }
    let limit = evaluate(clock.limit)
    guard let length = limit.value else { return limit }
    guard let pauses = pauses(clock.pauses) else { return blame(clock.pauses) }
    do throws(CalendarFault) {
      guard let reading = try reading(start, length, pauses.closed) else {
        return fault(.limitOutOfRange)
      }
      let end = reading.end.end(in: zone)
      guard pauses.open.allSatisfy({ $0 >= end }) else { return blame(clock.pauses) }
      clockReading = reading
      return .value(reading.end.value)
    } catch {
      return fault(error.message)
    }
  }

  private func reading(
    _ start: Moment, _ limit: Value, _ pauses: [Pause<Instant>]
  ) throws(CalendarFault) -> ClockReading? {
    try ClockReading(start: start, limit: limit, pauses: pauses, calendar)
  }

  private mutating func fault(_ message: Text) -> Outcome {
    let error = EvaluationError(kind: .rule, message: message, span: obligation.clock?.span)
    faults.append(error)
    return .error(error)
  }

  /// Unknown, because of the records that should say when the clock stood still.
  private mutating func blame(_ pauses: Clock.Pauses?) -> Outcome {
    causes.formUnion(pauses?.over.relations.map(\.dataset) ?? [])
    return .unknown
  }

  // MARK: - Pauses

  /// Pauses with both ends, and the beginnings of those that have not ended as far as is known.
  private struct Pauses {
    var closed: [Pause<Instant>] = []
    var open: [Instant] = []
  }

  /// `nil` when one of them cannot be told.
  private mutating func pauses(_ pauses: Clock.Pauses?) -> Pauses? {
    guard let pauses else { return Pauses() }
    guard case .list(let records)? = evaluate(pauses.over).value else { return nil }
    var found = Pauses()
    for record in records {
      activation.values[pauses.record] = .value(record)
      guard add(pauses, to: &found) else { return nil }
    }
    activation.values[pauses.record] = nil
    return found
  }

  /// Adds the pause at hand; false when it cannot be told when it began, or whether it counts, or when
  /// it ended before it began.
  private mutating func add(_ pauses: Clock.Pauses, to found: inout Pauses) -> Bool {
    switch truth(pauses.filter) {
    case .no: return true
    case .maybe: return false
    case .yes: break
    }
    let from = evaluate(pauses.from, quietly: true)
    let until = evaluate(pauses.until, quietly: true)
    if from.isEmpty, until.isEmpty { return true }
    guard let start = from.moment?.start(in: zone) else { return false }
    if let end = until.moment?.start(in: zone) {
      guard start <= end else { return false }
      found.closed.append(Pause(from: start, until: end))
    } else {
      found.open.append(start)
    }
    return true
  }
}

extension Outcome {
  /// The date or moment, when it is one.
  fileprivate var moment: Moment? {
    switch self {
    case .value(.date(let day)): .day(day)
    case .value(.timestamp(let instant)): .instant(instant)
    default: nil
    }
  }

  /// Whether it is an empty cell.
  fileprivate var isEmpty: Bool {
    if case .error(let error) = self { error.isEmptyCell } else { false }
  }
}

extension Moment {
  /// As a value of expressions.
  fileprivate var value: Value {
    switch self {
    case .day(let day): .date(day)
    case .instant(let instant): .timestamp(instant)
    }
  }

  /// The first moment of it.
  fileprivate func start(in zone: Zone) -> Instant {
    switch self {
    case .day(let day): zone.startOfDay(day)
    case .instant(let instant): instant
    }
  }
}
