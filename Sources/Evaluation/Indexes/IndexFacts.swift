import Assessment
import Numbers
import Registry
import Rulebook

/// What is known of one measure of one unit.
package struct MeasureFact: Sendable {
  /// Why a measure says nothing.
  package enum Gap: Sendable, Hashable {
    case notHandedIn
    case tooFewRecords
  }

  /// Over the records that are known.
  package let measured: Verdict.Measured?
  /// Between what it lies.
  package let bounds: Verdict.Bounds
  /// What is measured; a share is never below 0 or above 1.
  package let kind: MeasureKind
  /// Why it says nothing.
  package let gap: Gap?

  /// A measure from its parts.
  package init(
    measured: Verdict.Measured?, bounds: Verdict.Bounds, kind: MeasureKind, gap: Gap? = nil
  ) {
    (self.measured, self.bounds, self.kind, self.gap) = (measured, bounds, kind, gap)
  }

  /// The measure behind a verdict.
  init(_ verdict: Verdict, _ measure: Measure) {
    let gap: Gap? =
      switch (verdict.outcome, verdict.reason) {
      case (.tooFewRecords, _): .tooFewRecords
      case (_, .missingHandIn), (_, .unreadableHandIn), (_, .notInData), (_, .missingPrior):
        .notHandedIn
      default: nil
      }
    self.init(
      measured: verdict.measured, bounds: verdict.bounds, kind: measure.kind, gap: gap)
  }

  /// Between what it lies where it is not empty.
  var range: NumberRange {
    let range = NumberRange(low: bounds.low, high: bounds.high)
    return kind == .share ? NumberRange(low: range.low ?? .zero, high: range.high ?? .one) : range
  }
}

/// Points that were handed in for a unit, in the words of the records.
package struct HandedInEntry: Sendable {
  /// Who gave them.
  package let column: String
  /// What they were given for.
  package let part: String
  /// The points; `nil` where the cell cannot be read or is empty.
  package let points: Rational?
  /// The most points possible, where it is said.
  package let maximum: Rational?

  /// Points from their parts.
  package init(column: String, part: String, points: Rational?, maximum: Rational?) {
    (self.column, self.part, self.points, self.maximum) = (column, part, points, maximum)
  }
}

/// What an index knows of one unit.
package struct UnitFacts: Sendable {
  /// The unit.
  package let unit: Unit
  /// By full id of the obligation; those that do not bind the unit are absent.
  package let measures: [String: MeasureFact]
  /// In no order.
  package let points: [HandedInEntry]

  /// The facts from their parts.
  package init(unit: Unit, measures: [String: MeasureFact], points: [HandedInEntry]) {
    (self.unit, self.measures, self.points) = (unit, measures, points)
  }

  /// What the verdicts on a unit in a period tell an index.
  init(_ unit: Unit, _ index: ScoreIndex, _ verdicts: [Verdict], _ rulebook: Rulebook) {
    let kinds = Dictionary(rulebook.obligations.map { ($0.fullID, $0.measure) }) { first, _ in first
    }
    let measures = verdicts.filter { index.measured.contains($0.obligation) }.compactMap {
      verdict in
      kinds[verdict.obligation].map { (verdict.obligation, MeasureFact(verdict, $0)) }
    }
    self.init(
      unit: unit, measures: Dictionary(measures) { first, _ in first },
      points: index.handedIn.map { Self.entries($0, verdicts) } ?? [])
  }

  private static func entries(
    _ handedIn: HandedInPoints, _ verdicts: [Verdict]
  ) -> [HandedInEntry] {
    let maxima = verdicts.filter { $0.obligation == handedIn.maxima?.fullID }
    let byGroup = Dictionary(maxima.compactMap { verdict in verdict.group.map { ($0, verdict) } }) {
      first, _ in first
    }
    return verdicts.compactMap { verdict in
      guard verdict.obligation == handedIn.points.fullID, let group = verdict.group else {
        return nil
      }
      let parts = group.split(
        separator: HandedInPoints.separator, maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      return HandedInEntry(
        column: String(parts[0]), part: String(parts[1]), points: verdict.knownValue,
        maximum: byGroup[group]?.knownValue)
    }
  }
}

extension Verdict {
  /// The one value that its measure can have.
  fileprivate var knownValue: Rational? { bounds.low == bounds.high ? bounds.low : nil }
}
