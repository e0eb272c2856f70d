import Assessment
import Calendars
import Numbers

/// What an evaluator found out about one record for one obligation, or about several that are alike.
///
/// Records that are alike may be handed over together: `count` of them that nobody names, their
/// contributions added up, and beside them those that may be named, which count nothing.
package struct RecordResult: Sendable {
  /// How many records it stands for; 0 for one that is only to be named.
  package var count = 1
  /// Whether it is one record with a key and a place.
  package var isNamed = true
  /// The key, or file and line where the dataset has none.
  package var key: String
  /// Whether the record has a key that can be used.
  package var isKeyed = true
  /// Where the record stands.
  package var place: Places.Place
  /// What it can turn out to be.
  package var possible: Possible
  /// Which group of `per` it is in.
  package var group = Group.whole
  /// What it adds to the measure.
  package var contribution: Contribution
  /// The day that picks the version of the target; `nil` when unknown.
  package var lawDay: Day?
  /// The day that picks the head; `nil` when unknown.
  package var answersDay: Day?
  /// When it was due.
  package var due: Moment?
  /// When it was done.
  package var done: Moment?
  /// Whether it proves a violation.
  package var proves: Bool
  /// Columns that were unreadable or empty where they were needed.
  package var causes: [String]
  /// The limits that it gives to targets that are looked up, by their expressions; `nil` when unknown.
  package var limits: [String: Rational?] = [:]
  /// The waivers that are about it.
  package var coverage = WaiverCoverage.none
  /// What the obligation's clock showed, where there is one.
  package var clock: ClockReading?

  /// How many records some results stand for.
  static func count(_ results: [RecordResult]) -> Int { results.reduce(0) { $0 + $1.count } }

  /// The order in which records are named: by key, then those without one, by file and line. So do records
  /// whose keys are written alike.
  static func inOrder(_ left: RecordResult, _ right: RecordResult) -> Bool {
    if left.isKeyed != right.isKeyed { return left.isKeyed }
    if left.isKeyed, left.key != right.key { return left.key < right.key }
    return (left.place.file, left.place.line) < (right.place.file, right.place.line)
  }

  /// Where a record is among the groups of an obligation.
  package enum Group: Sendable, Hashable {
    /// The obligation has no groups.
    case whole
    case named(String)
    case unknown
  }
}
