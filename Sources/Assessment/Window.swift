extension Verdict {
  /// The days of a period that has ends of its own.
  package struct Window: Sendable, Codable, Hashable {
    /// Its first day, `2025-08-15`.
    package let first: String
    /// Its last day, which is part of it.
    package let last: String
    /// The time of day with which its last day ends, `17:00`; where there is one, it begins right after
    /// that time of the day before `first`, unless it begins with a start of its own.
    package let time: String?

    /// A window from its parts.
    package init(first: String, last: String, time: String? = nil) {
      self.first = first
      self.last = last
      self.time = time
    }
  }
}
