import Numbers

/// `+ - * / %` and the unary minus over numbers, texts, bytes and lists.
enum Arithmetic {
  static let overloads: [Overload] = integers + unsigned + doubles + decimals + joins

  private static let integers: [Overload] = [
    Overload(.sign, "+", [.int, .int], .int) { try int($0, Int64.addingReportingOverflow) },
    Overload(.sign, "-", [.int, .int], .int) { try int($0, Int64.subtractingReportingOverflow) },
    Overload(.sign, "*", [.int, .int], .int) { try int($0, Int64.multipliedReportingOverflow) },
    Overload(.sign, "/", [.int, .int], .int) { try divide($0, Int64.dividedReportingOverflow) }
      .only(.cel),
    Overload(.sign, "%", [.int, .int], .int) { arguments in
      let (left, right) = (try arguments.int(0), try arguments.int(1))
      guard right != 0 else { throw Fault(.moduloByZero) }
      return .int(left.remainderReportingOverflow(dividingBy: right).partialValue)
    },
    Overload(.sign, "-", [.int], .int) { arguments in
      let (value, overflow) = Int64(0).subtractingReportingOverflow(try arguments.int(0))
      guard !overflow else { throw ArithmeticFault.overflow }
      return .int(value)
    },
  ]

  private typealias Step<Number> = (Number) -> (Number) -> (partialValue: Number, overflow: Bool)

  private static func int(_ arguments: Arguments, _ step: Step<Int64>) throws -> Value {
    let (value, overflow) = step(try arguments.int(0))(try arguments.int(1))
    guard !overflow else { throw ArithmeticFault.overflow }
    return .int(value)
  }

  private static func divide(_ arguments: Arguments, _ step: Step<Int64>) throws -> Value {
    guard try arguments.int(1) != 0 else { throw ArithmeticFault.divisionByZero }
    return try int(arguments, step)
  }

  private static let unsigned: [Overload] = [
    Overload(.sign, "+", [.uint, .uint], .uint) { try uint($0, UInt64.addingReportingOverflow) },
    Overload(.sign, "-", [.uint, .uint], .uint) {
      try uint($0, UInt64.subtractingReportingOverflow)
    },
    Overload(.sign, "*", [.uint, .uint], .uint) {
      try uint($0, UInt64.multipliedReportingOverflow)
    },
    Overload(.sign, "/", [.uint, .uint], .uint) { arguments in
      guard try arguments.uint(1) != 0 else { throw ArithmeticFault.divisionByZero }
      return .uint(try arguments.uint(0) / arguments.uint(1))
    },
    Overload(.sign, "%", [.uint, .uint], .uint) { arguments in
      guard try arguments.uint(1) != 0 else { throw Fault(.moduloByZero) }
      return .uint(try arguments.uint(0) % arguments.uint(1))
    },
  ]

  private static func uint(_ arguments: Arguments, _ step: Step<UInt64>) throws -> Value {
    let (value, overflow) = step(try arguments.uint(0))(try arguments.uint(1))
    guard !overflow else { throw ArithmeticFault.overflow }
    return .uint(value)
  }

  private static let doubles: [Overload] = [
    double("+") { $0 + $1 }, double("-") { $0 - $1 }, double("*") { $0 * $1 },
    double("/") { $0 / $1 },
    Overload(.sign, "-", [.double], .double) { .double(-(try $0.double(0))) }.only(.cel),
  ]

  private static func double(
    _ sign: String, _ step: @escaping @Sendable (Double, Double) -> Double
  ) -> Overload {
    Overload(.sign, sign, [.double, .double], .double) {
      .double(step(try $0.double(0), try $0.double(1)))
    }.only(.cel)
  }

  private static let decimals: [Overload] = [
    decimal("+") { try $0.adding($1) }, decimal("-") { try $0.subtracting($1) },
    decimal("*") { try $0.multiplied(by: $1) }, decimal("/") { try $0.divided(by: $1) },
    Overload(.sign, "/", [.int, .int], .decimal) {
      .decimal(try $0.decimal(0).divided(by: $0.decimal(1)))
    }.only(.rules),
    Overload(.sign, "-", [.decimal], .decimal) { .decimal(try $0.decimal(0).negated) },
  ]

  private static func decimal(
    _ sign: String, _ step: @escaping @Sendable (Rational, Rational) throws -> Rational
  ) -> Overload {
    Overload(.sign, sign, [.decimal, .decimal], .decimal) {
      .decimal(try step($0.decimal(0), $0.decimal(1)))
    }
  }

  private static let joins: [Overload] = [
    Overload(.sign, "+", [.string, .string], .string) {
      .string(try $0.string(0) + $0.string(1))
    },
    Overload(.sign, "+", [.bytes, .bytes], .bytes) { .bytes(try $0.bytes(0) + $0.bytes(1)) },
    Overload(.sign, "+", [.list(.dyn), .list(.dyn)], giving: .argument(0)) {
      .list(try $0.list(0) + $0.list(1))
    },
  ]
}
