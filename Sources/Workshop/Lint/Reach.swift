import Diagnostics
import Expressions
import Numbers
import Rulebook
import Tables

/// Targets that no unit can reach, or that some numbers of records cannot.
enum Reach {
  /// What is found in the targets of one obligation.
  static func findings(_ obligation: Obligation, _ sight: Sight) -> [Diagnostic] {
    let range = range(of: obligation.measure, sight)
    return obligation.targets.flatMap { target -> [Diagnostic] in
      if !target.dates.overlaps(obligation.inForce) {
        return [.targetNeverInForce(target, obligation)]
      }
      guard target.baseline == nil, target.lookup == nil else { return [] }
      if let range, !range.reaches(target.comparison) { return [.outOfReach(target, range)] }
      return fractions(obligation, target)
    }
  }

  // MARK: - Least and greatest values

  /// What a measure can come to; `nil` where nothing bounds it.
  private static func range(of measure: Measure, _ sight: Sight) -> MeasureRange? {
    switch measure {
    case .share: return MeasureRange(low: .zero, high: .one)
    case .total(let aggregate): return range(of: aggregate.function, sight)
    case .mean(let expression), .quantile(let expression, _):
      guard let column = column(expression, sight) else { return nil }
      return MeasureRange(low: column.minimum, high: column.maximum)
    case .ratio: return nil
    }
  }

  private static func range(of function: Aggregate.Function, _ sight: Sight) -> MeasureRange? {
    switch function {
    case .count: return MeasureRange(low: .zero, high: nil)
    case .distinct(let expression):
      return MeasureRange(low: .zero, high: column(expression, sight)?.valueCount)
    case .sum(let expression):
      guard let least = column(expression, sight)?.minimum, least >= .zero else { return nil }
      return MeasureRange(low: .zero, high: nil)
    }
  }

  private static func column(_ expression: CheckedExpression, _ sight: Sight) -> Column? {
    guard case .column(let path) = expression.root.kind else { return nil }
    return sight.columns(path).last
  }

  // MARK: - Shares as fractions

  /// How many records are tried, since a very narrow target has gaps up to a great number.
  private static let countLimit: Int128 = 10_000

  /// A share is k/n for n records, of which k pass. Only `between` can fall between two such
  /// fractions: `at-least` is met where all pass, `at-most` where none does. With n of at least the
  /// reciprocal of the distance of the limits there is always a fraction between them.
  private static func fractions(_ obligation: Obligation, _ target: Target) -> [Diagnostic] {
    guard case .share = obligation.measure,
      case .between(let low, let high) = target.comparison
    else { return [] }
    let least = Int128(obligation.minRecords ?? 1)
    guard let first = (least..<least + countLimit).first(where: { !fits($0, low, high) }) else {
      return []
    }
    let last = (first..<least + countLimit).last { !fits($0, low, high) } ?? first
    let isEndless = last >= least + countLimit / 2
    return [.noFraction(target, count: Int(first), enough: isEndless ? nil : Int(last + 1))]
  }

  /// Whether some of `count` records make a share between the limits.
  private static func fits(_ count: Int128, _ low: Rational, _ high: Rational) -> Bool {
    guard let least = try? low.multiplied(by: Rational(count)),
      let most = try? high.multiplied(by: Rational(count))
    else { return true }
    return least.ceiling <= most.floor
  }
}

/// What a measure can come to.
struct MeasureRange {
  /// The least value; `nil` for no limit.
  let low: Rational?
  /// The greatest value; `nil` for no limit.
  let high: Rational?

  /// Whether any value fulfils a comparison.
  func reaches(_ comparison: Comparison) -> Bool {
    switch comparison {
    case .atLeast(let limit): high.map { $0 >= limit } ?? true
    case .moreThan(let limit): high.map { $0 > limit } ?? true
    case .atMost(let limit): low.map { $0 <= limit } ?? true
    case .lessThan(let limit): low.map { $0 < limit } ?? true
    case .between(let least, let most):
      (high.map { $0 >= least } ?? true) && (low.map { $0 <= most } ?? true)
    }
  }
}

extension Column {
  /// How many values there are; `nil` where they are not listed.
  fileprivate var valueCount: Rational? {
    type == .bool ? Rational(2) : allowed.map { Rational(Set($0).count) }
  }
}
