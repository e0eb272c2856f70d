import Diagnostics

/// What a supposition does to one verdict.
package struct Flip: Sendable, Codable, Hashable {
  /// The code of the unit.
  package let unit: String
  /// `directive/obligation`.
  package let obligation: String
  /// What has to be done.
  package let title: Text
  /// The group of records, where an obligation has a verdict for each.
  package let group: String?
  /// The period of the obligation: `2025-09`, `2025-Q3`.
  package let period: String
  /// How it stands without the supposition; `nil` where there is no verdict.
  package let before: Standing?
  /// How it stands under it; `nil` where there is no verdict.
  package let after: Standing?

  /// A flip from its parts.
  package init(
    unit: String, obligation: String, title: Text, group: String?, period: String,
    before: Standing?, after: Standing?
  ) {
    self.unit = unit
    self.obligation = obligation
    self.title = title
    self.group = group
    self.period = period
    self.before = before
    self.after = after
  }

  /// Whether the outcome is another, or there is a verdict on one side only.
  package var isFlip: Bool { before?.outcome != after?.outcome }

  /// Whether both sides count and measure the same.
  package var isSameMeasure: Bool { before?.numbers == after?.numbers }

  /// How a verdict stands, without those who answer and without its records.
  package struct Standing: Sendable, Codable, Hashable {
    /// Met, violated, or why neither.
    package let outcome: Verdict.Outcome
    /// Why it is undetermined.
    package let reason: Verdict.Reason?
    /// What is measured.
    package let measure: MeasureKind
    /// The records, counted; those that failed are the breaches.
    package let counts: Verdict.Counts
    /// The measure over the records that are known; `nil` when there is none.
    package let measured: Verdict.Measured?
    /// Between what it lies.
    package let bounds: Verdict.Bounds
    /// The target in force.
    package let target: TargetSummary?
    /// Records missing from the target (or above it).
    package let shortfall: Int?
    /// The same by target, where the target changed inside the period; else empty.
    package let parts: [Verdict.Part]

    /// How `verdict` stands.
    package init(_ verdict: Verdict, _ measure: MeasureKind) {
      outcome = verdict.outcome
      reason = verdict.reason
      self.measure = measure
      counts = verdict.counts
      measured = verdict.measured
      bounds = verdict.bounds
      target = verdict.target
      shortfall = verdict.shortfall
      parts = verdict.parts
    }

    fileprivate var numbers: Numbers {
      Numbers(measure: measure, counts: counts, measured: measured, bounds: bounds)
    }
  }

  fileprivate struct Numbers: Hashable {
    let measure: MeasureKind
    let counts: Verdict.Counts
    let measured: Verdict.Measured?
    let bounds: Verdict.Bounds
  }
}
