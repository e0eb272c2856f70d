import Diagnostics

/// Why a verdict is as it is: from the text of the duty to the numbers to the records.
///
/// Expressions are shown with the values of their parts, in one language.
package struct Explanation: Sendable, Codable {
  /// The number of the verdict.
  package let verdict: String
  /// Whether the unit is bound, and which targets are its.
  package let unit: [Reasoning]
  /// The rule as it is written: the key of each expression, and its text.
  package let rule: [Reasoning]
  /// Every target of the obligation.
  package let targets: [Target]
  /// How many records of the unit were read.
  package let read: Int
  /// How many of them the obligation is not about.
  package let outOfScope: Int
  /// Those that fail, then those that cannot be told, then the others, as many as were asked for.
  package var records: [Record]
  /// How many more there are, where no single record was asked for.
  package let omitted: Int

  /// An explanation from its parts.
  package init(
    verdict: String, unit: [Reasoning], rule: [Reasoning], targets: [Target], read: Int,
    outOfScope: Int, records: [Record], omitted: Int
  ) {
    self.verdict = verdict
    self.unit = unit
    self.rule = rule
    self.targets = targets
    self.read = read
    self.outOfScope = outOfScope
    self.records = records
    self.omitted = omitted
  }

  /// An expression under its key, line by line, with the values of its parts where they are known.
  package struct Reasoning: Sendable, Codable, Hashable {
    /// The key: `where`, `due`, `let limit`.
    package let role: String
    /// The expression, values under it.
    package let lines: [String]

    /// A reasoning from its parts.
    package init(role: String, lines: [String]) {
      self.role = role
      self.lines = lines
    }
  }

  /// A target, and whether it is the unit's in this period.
  package struct Target: Sendable, Codable, Hashable {
    /// The target.
    package let summary: TargetSummary
    /// Whether it is for this unit.
    package let isForUnit: Bool
    /// Whether it is in force on a day of the period.
    package let isInForce: Bool

    /// A target from its parts.
    package init(summary: TargetSummary, isForUnit: Bool, isInForce: Bool) {
      self.summary = summary
      self.isForUnit = isForUnit
      self.isInForce = isInForce
    }
  }

  /// What a record turned out to be.
  package enum State: String, Sendable, Codable, Comparable, CaseIterable {
    case failed
    case unknown
    case waived
    case passed
    case notDue = "not-due"
    case out

    /// What matters most comes first.
    package static func < (left: State, right: State) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// One record, with everything that was worked out for it.
  package struct Record: Sendable, Codable, Hashable {
    /// Its key.
    package var key: String
    /// Where it stands.
    package let place: Places.Place
    /// What it turned out to be.
    package let state: State
    /// What a waived record would be without the waiver.
    package let unwaived: State?
    /// Every expression over it, in the order of evaluation.
    package var reasonings: [Reasoning]
    /// How its deadline was counted; empty where nothing was.
    package let count: [CountedDays]
    /// Its deadline.
    package let due: String?
    /// When it was done.
    package let done: String?
    /// The day that picks who answers, ISO.
    package let answersOn: String?
    /// Who held the post on that day.
    package let holders: [Answer]
    /// Columns and datasets to repair.
    package let columns: [String]

    /// A record from its parts.
    package init(
      key: String, place: Places.Place, state: State, unwaived: State?, reasonings: [Reasoning],
      count: [CountedDays], due: String?, done: String?, answersOn: String?, holders: [Answer],
      columns: [String]
    ) {
      self.key = key
      self.place = place
      self.state = state
      self.unwaived = unwaived
      self.reasonings = reasonings
      self.count = count
      self.due = due
      self.done = done
      self.answersOn = answersOn
      self.holders = holders
      self.columns = columns
    }
  }

  /// Consecutive days that count alike for a deadline.
  package struct CountedDays: Sendable, Codable, Hashable {
    /// Why they count, or do not.
    package enum Kind: String, Sendable, Codable {
      /// The day on which the limit begins, which does not count.
      case start
      /// Counted, from `first` to `last`.
      case counted
      /// A rest day of the week.
      case rest
      /// A holiday, with its name.
      case holiday
      /// The clock stood still.
      case paused
    }

    /// The first day, ISO.
    package let from: String
    /// The last day, ISO.
    package var until: String
    /// Why they count, or do not.
    package let kind: Kind
    /// The number of the first of them, counted from 1.
    package let first: Int?
    /// The number of the last of them.
    package var last: Int?
    /// Seconds of working time on them, for a limit in working hours.
    package var seconds: Int64?
    /// The name of a holiday.
    package let name: Text?

    /// Days from their parts.
    package init(
      from: String, until: String, kind: Kind, first: Int? = nil, last: Int? = nil,
      seconds: Int64? = nil, name: Text? = nil
    ) {
      self.from = from
      self.until = until
      self.kind = kind
      self.first = first
      self.last = last
      self.seconds = seconds
      self.name = name
    }
  }
}
