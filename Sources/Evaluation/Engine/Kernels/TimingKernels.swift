import Calendars
import Tables

/// Tests each number with a function.
final class TestNumber: Kernel {
  let register = TruthRegister()
  private let numbers: NumberRegister
  private let holds: (Int64) -> Bool

  init(_ numbers: NumberRegister, _ holds: @escaping (Int64) -> Bool) {
    (self.numbers, self.holds) = (numbers, holds)
  }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      let valid = numbers.valid.words[word]
      var found: UInt64 = 0
      forEachBit(of: valid) { bit in
        if holds(numbers.values[word * 64 + bit]) { found |= 1 << UInt64(bit) }
      }
      register.yes.words[word] = found
      register.no.words[word] = ~found & valid
    }
  }
}

/// Whether what was open for a time still was when a period began. What is still open was, unless
/// nobody looked after that.
final class Lasting: Kernel {
  let register = TruthRegister()
  private let ended: NumberRegister
  private let endsInTime: TruthRegister
  /// By file: whether anybody looked after the period began.
  private let isSeen: [Bool]

  /// - Parameter endsInTime: whether an end, where there is one, is not before the period.
  init(_ ended: NumberRegister, _ endsInTime: TruthRegister, isSeen: [Bool]) {
    (self.ended, self.endsInTime, self.isSeen) = (ended, endsInTime, isSeen)
  }

  func run(_ slice: BatchSlice) {
    let open: UInt64 = isSeen[slice.batch.file] ? .max : 0
    for word in 0..<slice.words {
      register.yes.words[word] = endsInTime.yes.words[word] | ended.absent.words[word] & open
      register.no.words[word] = endsInTime.no.words[word]
    }
  }
}

/// The last day of a period on which something was open.
final class LastOpenDay: Kernel {
  let register = NumberRegister(.date)
  private let ended: NumberRegister
  private let last: Int64

  /// - Parameters:
  ///   - ended: the day on which it ended, or none.
  ///   - last: the last day of the period.
  init(_ ended: NumberRegister, last: Day) {
    self.ended = ended
    self.last = Int64(last.number)
  }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      let valid = ended.valid.words[word]
      register.valid.words[word] = valid | ended.absent.words[word]
      for index in word * 64..<word * 64 + 64 {
        let isEnded = valid >> UInt64(index & 63) & 1 == 1
        register.values[index] = isEnded ? min(ended.values[index], last) : last
      }
    }
  }
}

/// What a deadline makes of each record: see `Deadline`, of which this is the part where everything is
/// known.
final class DeadlineKernel: Kernel {
  /// Where it passes for sure, and where it fails for sure.
  let register = TruthRegister()
  /// Where it is not due yet for sure.
  let notDue = Mask()
  private let due: NumberRegister
  private let done: NumberRegister
  private let days: LocalDays
  private let asOf: Int64
  /// By file, up to when anybody looked, as the first microsecond that is not before it; `nil` where that
  /// is not the same for all of its records.
  private let horizons: [Int64?]

  init(
    due: NumberRegister, done: NumberRegister, zone: Zone, asOf: Instant, horizons: [Instant?]
  ) {
    (self.due, self.done) = (due, done)
    days = LocalDays(zone)
    self.asOf = asOf.microseconds
    self.horizons = horizons.map { horizon in
      horizon.map { $0.microseconds + ($0.nanoseconds % 1000 == 0 ? 0 : 1) }
    }
  }

  func run(_ slice: BatchSlice) {
    let horizon = horizons[slice.batch.file]
    for word in 0..<slice.words {
      let known = due.valid.words[word]
      compare(word, known & done.valid.words[word])
      let waiting = known & done.absent.words[word] & slice.records(ofWord: word)
      notDue.words[word] = 0
      if waiting != 0, let horizon { wait(word, waiting, horizon) }
    }
  }

  private func compare(_ word: Int, _ records: UInt64) {
    var (passed, failed, rest): (UInt64, UInt64, UInt64) = (0, 0, records)
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      let order = order(done.values[word * 64 + bit], due.values[word * 64 + bit])
      if order < 0 { passed |= 1 << UInt64(bit) }
      if order > 0 { failed |= 1 << UInt64(bit) }
      rest &= rest - 1
    }
    register.yes.words[word] = passed
    register.no.words[word] = failed
  }

  /// Negative when done in time, positive when late, zero when that cannot be told.
  @inline(__always)
  private func order(_ done: Int64, _ due: Int64) -> Int {
    switch (self.done.lane, self.due.lane) {
    case (.timestamp, .timestamp), (.date, .date): return done <= due ? -1 : 1
    case (.timestamp, _): return days.day(of: done) <= due ? -1 : 1
    default:
      let day = days.day(of: due)
      return done == day ? 0 : done < day ? -1 : 1
    }
  }

  private func wait(_ word: Int, _ records: UInt64, _ horizon: Int64) {
    var rest = records
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      let value = due.values[word * 64 + bit]
      let end = due.lane == .date ? days.start(of: value + 1) - 1 : value
      if end < horizon {
        register.no.words[word] |= 1 << UInt64(bit)
      } else if end > asOf {
        notDue.words[word] |= 1 << UInt64(bit)
      }
      rest &= rest - 1
    }
  }
}
