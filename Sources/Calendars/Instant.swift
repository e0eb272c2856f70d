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
    let rest = microseconds % 1_000_000
    let fraction = rest < 0 ? rest + 1_000_000 : rest
    seconds = (microseconds - fraction) / 1_000_000
    nanoseconds = Int32(fraction) * 1000
  }

  /// Microseconds since the epoch, rounded down.
  package var microseconds: Int64 { seconds * 1_000_000 + Int64(nanoseconds) / 1000 }

  package static func < (left: Instant, right: Instant) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}
