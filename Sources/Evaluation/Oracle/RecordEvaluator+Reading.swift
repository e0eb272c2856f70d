import Expressions
import Rulebook

/// How a deadline was counted, for those who want to count along.
extension RecordEvaluator {
  /// The clock's reading or, of a deadline that is a date and a length of time added up, the same.
  var reading: ClockReading? {
    if let clockReading { return clockReading }
    guard let due = obligation.due.map(written), let sides = due.sides(activation) else {
      return nil
    }
    let limit = sides.isDifference ? sides.right.negated : sides.right
    guard let start = sides.left.moment, let limit else { return nil }
    return try? ClockReading(start: start, limit: limit, pauses: [], calendar)
  }

  /// The expression that a name stands for, where an expression is nothing but a name.
  private func written(_ expression: CheckedExpression) -> CheckedExpression {
    guard let name = expression.soleVariable,
      let item = obligation.lets.last(where: { $0.name == name })
    else { return expression }
    return item.expression
  }
}

extension Value {
  /// The date or moment, when it is one.
  fileprivate var moment: Moment? {
    switch self {
    case .date(let day): .day(day)
    case .timestamp(let instant): .instant(instant)
    default: nil
    }
  }

  /// The same length of time backwards.
  fileprivate var negated: Value? {
    switch self {
    case .workingDays(let count) where count != .min: .workingDays(-count)
    case .calendarDays(let count) where count != .min: .calendarDays(-count)
    case .calendarMonths(let count) where count != .min: .calendarMonths(-count)
    case .workingHours(let seconds) where seconds != .min: .workingHours(-seconds)
    default: nil
    }
  }
}
