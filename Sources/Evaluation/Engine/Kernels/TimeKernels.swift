import Calendars

/// Finds local days of moments: at once where the zone's offset no longer changes.
struct LocalDays {
  private let zone: Zone
  private let settledFrom: Int64
  private let offset: Int64

  init(_ zone: Zone) {
    self.zone = zone
    let settled = zone.settled
    let (from, overflow) = settled.from.multipliedReportingOverflow(by: 1_000_000)
    settledFrom = overflow ? (settled.from < 0 ? .min : .max) : from
    offset = Int64(settled.offset) * 1_000_000
  }

  /// The number of the local day of a moment in microseconds.
  @inline(__always)
  func day(of microseconds: Int64) -> Int64 {
    guard microseconds >= settledFrom, microseconds > -(1 << 60), microseconds < 1 << 60 else {
      return Int64(zone.local(of: Instant(microseconds: microseconds)).day.number)
    }
    let local = microseconds + offset
    let length: Int64 = 86_400_000_000
    return local >= 0 ? local / length : (local + 1) / length - 1
  }

  /// The first microsecond of a day.
  func start(of day: Int64) -> Int64 {
    zone.startOfDay(Day(number: Int32(clamping: day))).microseconds
  }
}

/// The local days of moments.
final class LocalDay: Kernel {
  let register = NumberRegister(.date)
  private let moments: NumberRegister
  private let days: LocalDays

  init(_ moments: NumberRegister, _ zone: Zone) {
    self.moments = moments
    days = LocalDays(zone)
  }

  func run(_ slice: BatchSlice) {
    let (from, to) = (moments.values, register.values)
    for word in 0..<slice.words {
      let valid = moments.valid.words[word]
      register.valid.words[word] = valid
      register.absent.words[word] = moments.absent.words[word]
      // Days of moments that are none may take long to find.
      forEachBit(of: valid) { bit in
        let index = word * 64 + bit
        to[index] = days.day(of: from[index])
      }
    }
  }
}

/// How many working days of the calendar there are through each day: the difference of two is how many
/// come after one, through the other. Days that the calendar does not cover are left to the oracle.
final class WorkingDayCount: Kernel {
  let register = NumberRegister(.int)
  private let days: NumberRegister
  private let first: Int64
  private let through: [Int32]

  init(_ days: NumberRegister, _ calendar: WorkCalendar) {
    self.days = days
    let counts = calendar.workingDayCounts
    (first, through) = (Int64(counts.first), counts.through)
  }

  func run(_ slice: BatchSlice) {
    through.withUnsafeBufferPointer { through in
      for word in 0..<slice.words {
        var valid: UInt64 = 0
        if days.valid.words[word] != 0 {
          for index in 0..<64 {
            let place = days.values[word * 64 + index] &- first
            let isKnown = place >= 0 && place < through.count
            register.values[word * 64 + index] = isKnown ? Int64(through[Int(place)]) : 0
            valid |= (isKnown ? 1 : 0) << UInt64(index)
          }
        }
        register.valid.words[word] = valid & days.valid.words[word]
        register.absent.words[word] = days.absent.words[word]
      }
    }
  }
}

/// The difference of two numbers that cannot overflow.
final class Difference: Kernel {
  let register = NumberRegister(.int)
  private let left: NumberRegister
  private let right: NumberRegister

  init(_ left: NumberRegister, _ right: NumberRegister) { (self.left, self.right) = (left, right) }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      let both = left.valid.words[word] & right.valid.words[word]
      let known =
        (left.valid.words[word] | left.absent.words[word])
        & (right.valid.words[word] | right.absent.words[word])
      register.valid.words[word] = both
      register.absent.words[word] = known & ~both
      if both == 0 { continue }
      for index in word * 64..<word * 64 + 64 {
        register.values[index] = left.values[index] &- right.values[index]
      }
    }
  }
}
