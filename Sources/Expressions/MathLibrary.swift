import Numbers

/// `math.greatest`, rounding, signs and bits (cel-go, ext/README.md, "Math"); in rules over whole
/// numbers and exact decimals.
enum MathLibrary {
  static let overloads: [Overload] =
    extremes + rounding + signs + classes + roots + bits + shifts

  // MARK: - Greatest and least

  private static let extremes: [Overload] = [
    extreme("math.greatest", wanted: 1), extreme("math.least", wanted: -1),
    extreme("max", wanted: 1).only(.rules), extreme("min", wanted: -1).only(.rules),
  ]

  /// Of numbers of any types, or of a list of them; of equals the first.
  private static func extreme(_ name: String, wanted: Int) -> Overload {
    Overload(.global, name, [.dyn], giving: .joined) { arguments in
      let numbers = arguments.count == 1 ? elements(arguments[0]) : arguments.values
      guard let first = numbers.first else { throw Fault(.emptyList) }
      guard numbers.allSatisfy(\.type.isNumber) else {
        throw Fault(.noSuchOverload(numbers.map(\.type.name)))
      }
      return try numbers.dropFirst().reduce(first) { best, number in
        guard let order = Comparing.order(number, best) else { throw Fault(.notOrdered) }
        return order == wanted ? number : best
      }
    }.variadic().admitting { types in
      if types.count == 1, case .list(let element) = types[0] { return isNumeric(element) }
      return types.allSatisfy(isNumeric)
    }
  }

  private static func elements(_ value: Value) -> [Value] {
    if case .list(let elements) = value { elements } else { [value] }
  }

  private static func isNumeric(_ type: ValueType) -> Bool { type.isNumber || type == .dyn }

  // MARK: - Rounding

  private static let rounding: [Overload] =
    rounded("math.ceil", .up) { Rational($0.ceiling) }
    + rounded("math.floor", .down) { Rational($0.floor) }
    + rounded("math.round", .toNearestOrAwayFromZero) { number in
      let half = Rational(units: 5, scale: 1)
      return number < .zero
        ? Rational(try number.subtracting(half).ceiling) : Rational(try number.adding(half).floor)
    }
    + rounded("math.trunc", .towardZero) {
      Rational($0.numerator / $0.denominator)
    }

  private static func rounded(
    _ name: String, _ rule: FloatingPointRoundingRule,
    exactly: @escaping @Sendable (Rational) throws -> Rational
  ) -> [Overload] {
    [
      Overload(.global, name, [.double], .double) { .double(try $0.double(0).rounded(rule)) }
        .only(.cel),
      Overload(.global, name, [.decimal], .decimal) { .decimal(try exactly($0.decimal(0))) }
        .only(.rules),
    ]
  }

  // MARK: - Signs

  private static let signs: [Overload] = [
    Overload(.global, "math.abs", [.int], .int) { arguments in
      let number = try arguments.int(0)
      guard number != .min else { throw ArithmeticFault.overflow }
      return .int(abs(number))
    },
    Overload(.global, "math.abs", [.uint], .uint) { $0[0] },
    Overload(.global, "math.abs", [.double], .double) { .double(abs(try $0.double(0))) }
      .only(.cel),
    Overload(.global, "math.abs", [.decimal], .decimal) { arguments in
      let number = try arguments.decimal(0)
      return .decimal(number < .zero ? number.negated : number)
    }.only(.rules),
    Overload(.global, "math.sign", [.int], .int) { .int(try $0.int(0).signum()) },
    Overload(.global, "math.sign", [.uint], .uint) { .uint(try $0.uint(0).signum()) },
    Overload(.global, "math.sign", [.double], .double) { arguments in
      let number = try arguments.double(0)
      return .double(number.isNaN || number == 0 ? abs(number) : number > 0 ? 1 : -1)
    }.only(.cel),
    Overload(.global, "math.sign", [.decimal], .int) {
      .int(Int64(try $0.decimal(0).numerator.signum()))
    }.only(.rules),
  ]

  // MARK: - Doubles

  private static let classes: [Overload] = [
    test("math.isNaN") { $0.isNaN }, test("math.isInf") { $0.isInfinite },
    test("math.isFinite") { $0.isFinite },
  ]

  private static func test(
    _ name: String, _ passes: @escaping @Sendable (Double) -> Bool
  ) -> Overload {
    Overload(.global, name, [.double], .bool) { .bool(passes(try $0.double(0))) }.only(.cel)
  }

  private static let roots: [Overload] = [
    Overload(.global, "math.sqrt", [.double], .double) {
      .double(try $0.double(0).squareRoot())
    },
    Overload(.global, "math.sqrt", [.int], .double) {
      .double(Double(try $0.int(0)).squareRoot())
    },
    Overload(.global, "math.sqrt", [.uint], .double) {
      .double(Double(try $0.uint(0)).squareRoot())
    },
  ].map { $0.only(.cel) }

  // MARK: - Bits

  private static let bits: [Overload] =
    bitwise("math.bitAnd", { $0 & $1 }, { $0 & $1 })
    + bitwise("math.bitOr", { $0 | $1 }, { $0 | $1 })
    + bitwise("math.bitXor", { $0 ^ $1 }, { $0 ^ $1 })
    + [
      Overload(.global, "math.bitNot", [.int], .int) { .int(~(try $0.int(0))) },
      Overload(.global, "math.bitNot", [.uint], .uint) { .uint(~(try $0.uint(0))) },
    ]

  private static func bitwise(
    _ name: String, _ int: @escaping @Sendable (Int64, Int64) -> Int64,
    _ uint: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> [Overload] {
    [
      Overload(.global, name, [.int, .int], .int) { .int(int(try $0.int(0), try $0.int(1))) },
      Overload(.global, name, [.uint, .uint], .uint) {
        .uint(uint(try $0.uint(0), try $0.uint(1)))
      },
    ]
  }

  /// By 64 places or more all bits are gone; vacant places on either side are 0.
  private static let shifts: [Overload] =
    shift("math.bitShiftLeft") { $0 << $1 } + shift("math.bitShiftRight") { $0 >> $1 }

  private static func shift(
    _ name: String, _ move: @escaping @Sendable (UInt64, Int64) -> UInt64
  ) -> [Overload] {
    [
      Overload(.global, name, [.int, .int], .int) { arguments in
        let bits = UInt64(bitPattern: try arguments.int(0))
        return .int(Int64(bitPattern: move(bits, try offset(arguments))))
      },
      Overload(.global, name, [.uint, .int], .uint) {
        .uint(move(try $0.uint(0), try offset($0)))
      },
    ]
  }

  private static func offset(_ arguments: Arguments) throws -> Int64 {
    let offset = try arguments.int(1)
    guard offset >= 0 else { throw Fault(.negativeOffset(offset)) }
    return offset
  }
}
