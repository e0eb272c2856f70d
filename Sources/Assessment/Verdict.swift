import Numbers

/// What was found for one unit and one obligation in one period.
package struct Verdict: Sendable, Codable, Hashable {
  /// Made of period, unit, directive and obligation; never an ordinal.
  package var number: String
  /// The code of the unit.
  package var unit: String
  /// `directive/obligation`.
  package var obligation: String
  /// The group of records, where an obligation has a verdict for each.
  package var group: String?
  /// The period of the obligation that ended in the run's: `2025-09`, `2025-Q3`; or, to date, one that
  /// has not ended yet.
  package var period: String
  /// The days of the period, where they are not those of the calendar that its name stands for.
  package var window: Window?
  /// The months of the period for which the unit handed in nothing: `2025-07`.
  package var missingMonths: [String]?
  /// Met, violated, or why neither.
  package var outcome: Outcome
  /// Why it is undetermined.
  package var reason: Reason?
  /// The records, counted.
  package var counts: Counts
  /// The measure over the records that are known; `nil` when there is none.
  package var measured: Measured?
  /// Between what the measure lies, whatever the unknown records turn out to be.
  package var bounds: Bounds
  /// The target in force, with its source.
  package var target: TargetSummary?
  /// Records missing from the target (or above it), with the denominator held fixed.
  package var shortfall: Int?
  /// The same by target, where the target changed inside the period; else empty.
  package var parts: [Part]
  /// How many records without a known unit could flip the verdict if they were this unit's.
  package var subjectTo: Int?
  /// Who held the post that answers, with their own part.
  package var answers: [Answer]
  /// The records that prove a violation (or would).
  package var evidence: Evidence
  /// The records to repair before anything can be said.
  package var unknown: Evidence
  /// What waivers set apart, if anything.
  package var waived: Waived?
  /// The newer obligation that took the place of this one, by the end of the period: only records
  /// of earlier law days are judged.
  package var replacedBy: Replacement?

  /// A verdict from its parts.
  package init(
    number: String, unit: String, obligation: String, group: String? = nil, period: String,
    outcome: Outcome,
    reason: Reason?, counts: Counts, measured: Measured?, bounds: Bounds, target: TargetSummary?,
    shortfall: Int?, parts: [Part], subjectTo: Int?, answers: [Answer], evidence: Evidence,
    unknown: Evidence
  ) {
    self.number = number
    self.unit = unit
    self.obligation = obligation
    self.group = group
    self.period = period
    self.outcome = outcome
    self.reason = reason
    self.counts = counts
    self.measured = measured
    self.bounds = bounds
    self.target = target
    self.shortfall = shortfall
    self.parts = parts
    self.subjectTo = subjectTo
    self.answers = answers
    self.evidence = evidence
    self.unknown = unknown
  }
}

extension Verdict {
  /// The result of a comparison with a target, or why there is none. Worst first.
  package enum Outcome: String, Sendable, Codable, CaseIterable, Comparable {
    case violated
    case undetermined
    case met
    case tooFewRecords = "too-few-records"
    case noTarget = "no-target"
    /// Not looked at, under a document: nothing else is left to judge.
    case waived
    case notApplicable = "not-applicable"
    /// No verdict: the period has not ended yet.
    case toDate = "to-date"

    /// Orders the worst first.
    package static func < (left: Outcome, right: Outcome) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// Why a verdict is undetermined.
  package enum Reason: String, Sendable, Codable, CaseIterable {
    /// Records that cannot be told could tip it.
    case unknownRecords = "unknown-records"
    /// The unit handed in nothing for the dataset.
    case missingHandIn = "missing-hand-in"
    /// A file of the unit could not be read.
    case unreadableHandIn = "unreadable-hand-in"
    /// The rule says that an empty denominator tells nothing.
    case nothingArose = "nothing-arose"
    /// The target is set against the figure of an earlier period, and there is none for sure.
    case missingBaseline = "missing-baseline"
    /// The rule is about verdicts of earlier periods, and those were not given.
    case missingPrior = "missing-prior"
    /// The target stands in the records, which do not give one limit.
    case unclearTarget = "unclear-target"
    /// One unit's own data are checked, and hold nothing of what the obligation is judged by.
    case notInData = "not-in-data"
    /// A median or percentile would have to rank more different values than are ranked.
    case tooManyValues = "too-many-values"
  }

  /// Records of the unit that may be in scope.
  package struct Counts: Sendable, Codable, Hashable {
    /// In scope and fulfilling the condition.
    package var passed: Int
    /// In scope and failing it: the breaches.
    package var failed: Int
    /// In scope, with a deadline that is still to come: in neither numerator nor denominator.
    package var notDue: Int
    /// Cannot be told: may pass, fail, not be due, or be out of scope.
    package var unknown: Int

    /// Counts from their parts.
    package init(passed: Int = 0, failed: Int = 0, notDue: Int = 0, unknown: Int = 0) {
      self.passed = passed
      self.failed = failed
      self.notDue = notDue
      self.unknown = unknown
    }
  }

  /// The measure over known records.
  package struct Measured: Sendable, Codable, Hashable {
    /// The exact value: 7/8 for a share of 87.5%.
    package let value: Rational
    /// What is above the line of a share, mean or ratio; the value itself for the others.
    package let numerator: Rational
    /// What is below it; 1 for count, sum and distinct.
    package let denominator: Rational

    /// A measure from its parts.
    package init(value: Rational, numerator: Rational, denominator: Rational) {
      self.value = value
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// Between what a measure lies; a missing end is unbounded.
  package struct Bounds: Sendable, Codable, Hashable {
    /// The least value possible.
    package let low: Rational?
    /// The greatest value possible.
    package let high: Rational?
    /// Whether the denominator may be empty.
    package let mayBeEmpty: Bool
    /// Whether it is empty for sure.
    package let isEmpty: Bool

    /// Bounds from their parts.
    package init(low: Rational?, high: Rational?, mayBeEmpty: Bool, isEmpty: Bool = false) {
      self.low = low
      self.high = high
      self.mayBeEmpty = mayBeEmpty
      self.isEmpty = isEmpty
    }
  }

  /// The records judged by one target, where a target changed inside the period.
  package struct Part: Sendable, Codable, Hashable {
    /// The verdict on these records alone.
    package let outcome: Outcome
    /// These records, counted.
    package let counts: Counts
    /// Their measure.
    package let measured: Measured?
    /// Its bounds.
    package let bounds: Bounds
    /// The target in force for them.
    package let target: TargetSummary?
    /// Records missing from it.
    package let shortfall: Int?

    /// A part from its parts.
    package init(
      outcome: Outcome, counts: Counts, measured: Measured?, bounds: Bounds,
      target: TargetSummary?, shortfall: Int?
    ) {
      self.outcome = outcome
      self.counts = counts
      self.measured = measured
      self.bounds = bounds
      self.target = target
      self.shortfall = shortfall
    }
  }
}
