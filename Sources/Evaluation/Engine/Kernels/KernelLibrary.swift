import Calendars
import Expressions
import Numbers

/// Which operators and functions have kernels: the one place that says so.
///
/// To add one, add a case to `truth` or `number` that takes registers of its operands and returns that of
/// a kernel. A kernel must give what the overload of the same name gives for known values, and nothing
/// where that throws: the oracle then says why.
enum KernelLibrary {
  typealias Compiler = KernelCompiler

  // MARK: - Conditions

  /// The condition that a call is; `nil` where there is no kernel.
  static func truth(
    _ call: Call, of expression: CheckedExpression, _ scope: KernelScope, _ compiler: Compiler
  ) -> TruthRegister? {
    guard let order = Order(rawValue: call.name), call.arguments.count == 2 else { return nil }
    if call.arguments.allSatisfy({ $0.type == .bool }) {
      return truths(order, call.arguments, of: expression, scope, compiler)
    }
    let sides = numbers(call, of: expression, scope, compiler)
    guard sides.count == 2 else { return nil }
    return compare(sides[0], order, sides[1], compiler)
  }

  private static func truths(
    _ order: Order, _ sides: [CheckedNode], of expression: CheckedExpression,
    _ scope: KernelScope, _ compiler: Compiler
  ) -> TruthRegister? {
    guard let left = compiler.truth(sides[0], of: expression, scope),
      let right = compiler.truth(sides[1], of: expression, scope)
    else { return nil }
    switch order {
    case .equal: return compiler.add(SameTruth(left, right)).register
    case .unequal:
      return compiler.add(Negation(compiler.add(SameTruth(left, right)).register)).register
    default: return nil
    }
  }

  private static func compare(
    _ left: NumberRegister, _ order: Order, _ right: NumberRegister, _ compiler: Compiler
  ) -> TruthRegister? {
    guard let (left, right) = aligned(left, right, compiler) else { return nil }
    if let constant = compiler.constant(in: right) {
      return compiler.add(CompareConstant(left, order, constant)).register
    }
    if let constant = compiler.constant(in: left) {
      return compiler.add(CompareConstant(right, order.mirrored, constant)).register
    }
    return compiler.add(CompareNumbers(left, order, right)).register
  }

  /// The same numbers in one lane; `nil` where they have none in common.
  private static func aligned(
    _ left: NumberRegister, _ right: NumberRegister, _ compiler: Compiler
  ) -> (NumberRegister, NumberRegister)? {
    if left.lane == right.lane { return left.lane == .text ? nil : (left, right) }
    guard let a = left.lane.scale, let b = right.lane.scale else { return nil }
    return (scaled(left, by: max(a, b) - a, compiler), scaled(right, by: max(a, b) - b, compiler))
  }

  private static func scaled(
    _ numbers: NumberRegister, by places: Int, _ compiler: Compiler
  ) -> NumberRegister {
    if places == 0 { return numbers }
    let power = Int64(clamping: Lane.power(places))
    let lane = Lane.decimal(scale: (numbers.lane.scale ?? 0) + places)
    if let constant = compiler.constant(in: numbers),
      let value = Int64.exact(constant.multipliedReportingOverflow(by: power))
    {
      return compiler.constant(value, lane)
    }
    return map(numbers, lane, compiler) { Int64.exact($0.multipliedReportingOverflow(by: power)) }
  }

  // MARK: - Numbers

  /// The number that a call is; `nil` where there is no kernel.
  static func number(
    _ call: Call, of expression: CheckedExpression, _ scope: KernelScope, _ compiler: Compiler
  ) -> NumberRegister? {
    let operands = numbers(call, of: expression, scope, compiler)
    guard operands.count == call.arguments.count, let first = operands.first else { return nil }
    return operands.count == 1
      ? number(call.name, first, compiler)
      : operands.count == 2 ? number(call.name, first, operands[1], compiler) : nil
  }

  private static func number(
    _ name: String, _ operand: NumberRegister, _ compiler: Compiler
  ) -> NumberRegister? {
    switch (name, operand.lane) {
    case ("date", .date): operand
    case ("date", .timestamp): compiler.days(of: operand)
    case ("workingDays", .int): map(operand, .workingDays, compiler) { $0 }
    case ("days", .int): map(operand, .calendarDays, compiler) { $0 }
    case ("months", .int): map(operand, .calendarMonths, compiler) { $0 }
    case ("workingHours", .int), ("workingHours", .decimal): workingHours(operand, compiler)
    case ("-", .int):
      map(operand, .int, compiler) { Int64.exact(Int64(0).subtractingReportingOverflow($0)) }
    case ("startOfMonth", .date):
      map(operand, .date, compiler) { $0.day.map { Int64($0.startOfMonth.number) } }
    case ("endOfMonth", .date):
      map(operand, .date, compiler) { $0.day.map { Int64($0.endOfMonth.number) } }
    default: nil
    }
  }

  private static func number(
    _ name: String, _ left: NumberRegister, _ right: NumberRegister, _ compiler: Compiler
  ) -> NumberRegister? {
    switch (name, left.lane, right.lane) {
    case ("workingDaysBetween", .date, .date), ("workingDaysBetween", .date, .timestamp),
      ("workingDaysBetween", .timestamp, .date), ("workingDaysBetween", .timestamp, .timestamp):
      compiler.add(
        Difference(compiler.workingDays(through: right), compiler.workingDays(through: left))
      ).register
    case ("-", .date, .date):
      combine(left, right, .calendarDays, compiler) { $0 - $1 }
    case ("+", .int, .int):
      combine(left, right, .int, compiler) { Int64.exact($0.addingReportingOverflow($1)) }
    case ("-", .int, .int):
      combine(left, right, .int, compiler) { Int64.exact($0.subtractingReportingOverflow($1)) }
    case ("*", .int, .int):
      combine(left, right, .int, compiler) { Int64.exact($0.multipliedReportingOverflow(by: $1)) }
    case ("+", .date, _), ("+", .timestamp, _): step(left, right, 1, compiler)
    case ("-", .date, _), ("-", .timestamp, _): step(left, right, -1, compiler)
    default: nil
    }
  }

  /// A date, or the local date of a moment, some days or months on.
  private static func step(
    _ start: NumberRegister, _ length: NumberRegister, _ sign: Int, _ compiler: Compiler
  ) -> NumberRegister? {
    let days = compiler.days(of: start)
    let calendar = compiler.surroundings.calendar
    switch length.lane {
    case .workingDays:
      return advance(days, length, sign, compiler) { try? calendar.adding(workingDays: $1, to: $0) }
    case .calendarDays:
      return advance(days, length, sign, compiler) { $0.adding(days: $1) }
    case .calendarMonths:
      return advance(days, length, sign, compiler) { $0.adding(months: $1) }
    case .workingHours where start.lane == .timestamp:
      return combine(start, length, .timestamp, compiler) { moment, seconds in
        let seconds = Int64.exact(seconds.multipliedReportingOverflow(by: Int64(sign)))
        let reached = seconds.flatMap {
          try? calendar.adding(workingSeconds: $0, to: Instant(microseconds: moment))
        }
        return reached.flatMap { $0.nanoseconds % 1000 == 0 ? $0.microseconds : nil }
      }
    default: return nil
    }
  }

  private static func workingHours(
    _ hours: NumberRegister, _ compiler: Compiler
  ) -> NumberRegister {
    let power = Int64(clamping: Lane.power(hours.lane.scale ?? 0))
    return map(hours, .workingHours, compiler) { hours in
      let seconds = Int64.exact(hours.multipliedReportingOverflow(by: 3600))
      return seconds.flatMap { $0 % power == 0 ? $0 / power : nil }
    }
  }

  private static func advance(
    _ days: NumberRegister, _ length: NumberRegister, _ sign: Int, _ compiler: Compiler,
    _ move: @escaping (Day, Int) -> Day?
  ) -> NumberRegister {
    combine(days, length, .date, compiler) { day, amount in
      guard (-4_000_000...4_000_000).contains(amount), let day = day.day,
        let reached = move(day, Int(amount) * sign), (1...9999).contains(reached.components.year)
      else { return nil }
      return Int64(reached.number)
    }
  }

  // MARK: - Operands

  /// The operands that are numbers.
  private static func numbers(
    _ call: Call, of expression: CheckedExpression, _ scope: KernelScope, _ compiler: Compiler
  ) -> [NumberRegister] {
    call.arguments.compactMap { compiler.number($0, of: expression, scope)?.register }
  }

  private static func map(
    _ source: NumberRegister, _ lane: Lane, _ compiler: Compiler,
    _ step: @escaping (Int64) -> Int64?
  ) -> NumberRegister {
    compiler.add(MapNumber(source, lane, step)).register
  }

  private static func combine(
    _ left: NumberRegister, _ right: NumberRegister, _ lane: Lane, _ compiler: Compiler,
    _ step: @escaping (Int64, Int64) -> Int64?
  ) -> NumberRegister {
    compiler.add(CombineNumbers(left, right, lane, step)).register
  }
}

extension Lane {
  /// The decimal places of numbers that are compared by size.
  var scale: Int? {
    switch self {
    case .int: 0
    case .decimal(let scale): scale
    default: nil
    }
  }
}

extension Int64 {
  /// A result, unless it overflowed.
  fileprivate static func exact(_ result: (partialValue: Int64, overflow: Bool)) -> Int64? {
    result.overflow ? nil : result.partialValue
  }

  /// The day of that number.
  fileprivate var day: Day? { Int32(exactly: self).map(Day.init(number:)) }
}
