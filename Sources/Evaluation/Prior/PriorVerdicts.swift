import Assessment
import Calendars

/// What earlier assessments found, each verdict once: where several assessments judged the same
/// thing, the one with the latest as-of is taken (a final one before a provisional one, then the one
/// given last).
package struct PriorVerdicts: Sendable {
  /// A verdict with what its assessment says about it.
  package struct Entry: Sendable {
    /// The verdict.
    package let verdict: Verdict
    /// Its obligation as it was then.
    package let obligation: ObligationSummary?
    /// The as-of of the assessment, ISO 8601 with offset.
    package let asOf: String
  }

  /// Several assessments of one period, of which the earlier ones give way.
  package struct Repeated: Sendable, Hashable {
    /// The period.
    package let period: String
    /// How many assessments of it there are.
    package let count: Int
    /// The latest as-of among them.
    package let asOf: String
  }

  private let entries: [String: Entry]
  /// Periods with several assessments, by name.
  package let repeated: [Repeated]

  /// The verdicts of `prior`.
  package init(_ prior: [Assessment]) {
    let ordered = prior.enumerated().sorted { Self.rank($0) < Self.rank($1) }.map(\.element)
    entries = ordered.reduce(into: [:]) { entries, assessment in
      let obligations = Dictionary(assessment.obligations.map { ($0.id, $0) }) { first, _ in first }
      for verdict in assessment.verdicts {
        entries[verdict.number] = Entry(
          verdict: verdict, obligation: obligations[verdict.obligation], asOf: assessment.asOf)
      }
    }
    repeated = Dictionary(grouping: ordered, by: \.period).filter { $0.value.count > 1 }
      .map { Repeated(period: $0, count: $1.count, asOf: $1.last?.asOf ?? "") }
      .sorted { $0.period < $1.period }
  }

  /// By number.
  package var all: [Entry] { entries.values.sorted { $0.verdict.number < $1.verdict.number } }

  /// The verdict of that number: `2025-08/H26.01/nd63-2010/results-on-time`.
  package subscript(number: String) -> Entry? { entries[number] }

  private static func rank(_ item: (offset: Int, element: Assessment)) -> (Int64, Int, Int) {
    let asOf = Instant(iso: item.element.asOf)?.microseconds ?? .min
    return (asOf, item.element.status == .final ? 1 : 0, item.offset)
  }
}
