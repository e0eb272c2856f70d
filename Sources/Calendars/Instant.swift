/// A moment in time, the same everywhere; a zone makes a date and a clock time of it.
package struct Instant: Sendable, Hashable, Comparable {
  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
  package let seconds: Int64
  /// Nanoseconds after that second, 0 to 999,999,999.
  package let nanoseconds: Int32

  /// The moment `seconds` and `nanoseconds` (0 to 999,999,999) after the epoch.
  package init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// The moment that many microseconds after the epoch, as batches store it.
  package init(microseconds: Int64) {
    let (seconds, rest) = microseconds.flooredDivision(by: 1_000_000)
    self.init(seconds: seconds, nanoseconds: Int32(rest) * 1000)
  }

  /// The moment that many nanoseconds after the epoch; the nearest there is, where that does not fit.
  init(nanosecondsSinceEpoch total: Int128) {
    let (seconds, rest) = total.flooredDivision(by: 1_000_000_000)
    self.init(seconds: Int64(clamping: seconds), nanoseconds: Int32(rest))
  }

  /// Microseconds since the epoch, rounded down; the nearest there is, where that does not fit.
  package var microseconds: Int64 {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    guard !overflow else { return seconds < 0 ? .min : .max }
    let (sum, carried) = product.addingReportingOverflow(Int64(nanoseconds) / 1000)
    return carried ? .max : sum
  }

  /// Nanoseconds since the epoch.
  var nanosecondsSinceEpoch: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }

  /// The moment so many seconds and nanoseconds later (earlier, when negative); the last or first
  /// second there is, where that does not fit.
  package func adding(seconds: Int64, nanoseconds: Int64 = 0) -> Instant {
    let (carried, rest) = (Int64(self.nanoseconds) + nanoseconds % 1_000_000_000)
      .flooredDivision(by: 1_000_000_000)
    let whole =
      Int128(self.seconds) + Int128(seconds) + Int128(nanoseconds / 1_000_000_000 + carried)
    return Instant(seconds: Int64(clamping: whole), nanoseconds: Int32(rest))
  }

  /// The moment so many nanoseconds later (earlier, when negative).
  package func adding(nanoseconds: Int64) -> Instant {
    adding(seconds: 0, nanoseconds: nanoseconds)
  }

  /// Nanoseconds from `earlier` to this moment, negative when this comes first. Always exact.
  package func nanoseconds(since earlier: Instant) -> Int128 {
    nanosecondsSinceEpoch - earlier.nanosecondsSinceEpoch
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}
