import Calendars
import Numbers

/// `int(…)`, `string(…)` and the other conversions; never lossless by chance: what does not fit is
/// an error.
enum Conversions {
  static let overloads: [Overload] = int + uint + double + decimal + string + others

  private static let int: [Overload] = [
    Overload(.global, "int", [.int], .int) { $0[0] },
    Overload(.global, "int", [.uint], .int) { .int(try exactly($0.uint(0), "int")) },
    Overload(.global, "int", [.double], .int) { arguments in
      let value = try arguments.double(0)
      guard value > -0x1p63, value < 0x1p63 else { throw Fault(.outOfRange("int")) }
      return .int(Int64(value))
    }.only(.cel),
    Overload(.global, "int", [.decimal], .int) { arguments in
      let value = try arguments.decimal(0)
      return .int(try exactly(value.numerator / value.denominator, "int"))
    },
    Overload(.global, "int", [.string], .int) { .int(try parsed($0.string(0), "int")) },
    Overload(.global, "int", [.timestamp], .int) { .int(try $0.timestamp(0).seconds) },
    Overload(.global, "int", [.duration], .int) { .int(try $0.amount(0) / 1_000_000_000) },
  ]

  private static let uint: [Overload] = [
    Overload(.global, "uint", [.uint], .uint) { $0[0] },
    Overload(.global, "uint", [.int], .uint) { .uint(try exactly($0.int(0), "uint")) },
    Overload(.global, "uint", [.double], .uint) { arguments in
      let value = try arguments.double(0)
      guard value > -1, value < 0x1p64 else { throw Fault(.outOfRange("uint")) }
      return .uint(UInt64(value))
    }.only(.cel),
    Overload(.global, "uint", [.string], .uint) { .uint(try parsed($0.string(0), "uint")) },
  ]

  private static func exactly<To: BinaryInteger>(
    _ value: some BinaryInteger, _ type: String
  ) throws -> To {
    guard let exact = To(exactly: value) else { throw Fault(.outOfRange(type)) }
    return exact
  }

  private static func parsed<To: LosslessStringConvertible>(
    _ text: String, _ type: String
  ) throws -> To {
    guard let value = To(text), !text.hasPrefix("+") else {
      throw Fault(.notConvertible(text, type))
    }
    return value
  }

  private static let double: [Overload] = [
    Overload(.global, "double", [.double], .double) { $0[0] },
    Overload(.global, "double", [.int], .double) { .double(Double(try $0.int(0))) },
    Overload(.global, "double", [.uint], .double) { .double(Double(try $0.uint(0))) },
    Overload(.global, "double", [.string], .double) {
      .double(try parsed($0.string(0), "double"))
    },
  ].map { $0.only(.cel) }

  private static let decimal: [Overload] = [
    Overload(.global, "decimal", [.decimal], .decimal) { .decimal(try $0.decimal(0)) },
    Overload(.global, "decimal", [.uint], .decimal) { .decimal(Rational(try $0.uint(0))) },
    Overload(.global, "decimal", [.string], .decimal) { arguments in
      let text = try arguments.string(0)
      guard let value = NumberLiteral.decimal(text) else {
        throw Fault(.notConvertible(text, "decimal"))
      }
      return .decimal(value)
    },
  ].map { $0.only(.rules) }

  private static let stringable: [ValueType] = [
    .string, .bool, .int, .uint, .decimal, .timestamp, .duration, .date, .localTime,
  ]

  private static let string: [Overload] =
    stringable.map { Overload(.global, "string", [$0], .string) { .string(text(of: $0[0])) } } + [
      Overload(.global, "string", [.double], .string) { .string(text(of: $0[0])) }.only(.cel),
      Overload(.global, "string", [.bytes], .string) { arguments in
        guard let text = String(validating: try arguments.bytes(0), as: UTF8.self) else {
          throw Fault(.notUTF8)
        }
        return .string(text)
      },
    ]

  static func text(of value: Value) -> String {
    switch value {
    case .string(let text): text
    case .bool(let bool): String(bool)
    case .int(let int): String(int)
    case .uint(let uint): String(uint)
    case .double(let double): DoubleText.text(of: double)
    case .decimal(let decimal): DecimalText.text(of: decimal)
    case .timestamp(let instant): instant.iso
    case .duration(let nanoseconds): DurationText.text(of: nanoseconds)
    case .date(let day): day.iso
    case .localTime(let local): local.iso
    default: ""
    }
  }

  private static let others: [Overload] = [
    Overload(.global, "bytes", [.bytes], .bytes) { $0[0] },
    Overload(.global, "bytes", [.string], .bytes) { .bytes(Array(try $0.string(0).utf8)) },
    Overload(.global, "bool", [.bool], .bool) { $0[0] },
    Overload(.global, "bool", [.string], .bool) { arguments in
      let text = try arguments.string(0)
      if ["1", "t", "true", "TRUE", "True"].contains(text) { return .bool(true) }
      if ["0", "f", "false", "FALSE", "False"].contains(text) { return .bool(false) }
      throw Fault(.notConvertible(text, "bool"))
    },
  ]
}

/// A double as CEL writes it (Go's shortest `%g`): `123`, `-0.0045`, `1e+99`.
enum DoubleText {
  static func text(of value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value > 0 ? "+Infinity" : "-Infinity" }
    let shortest = value.description
    let parts = shortest.split(separator: "e")
    let mantissa = parts[0].hasSuffix(".0") ? String(parts[0].dropLast(2)) : String(parts[0])
    guard parts.count > 1, let exponent = Int(parts[1]) else { return mantissa }
    if (0..<21).contains(exponent) { return whole(mantissa, exponent) }
    let digits = String(exponent.magnitude)
    let sign = exponent < 0 ? "-" : "+"
    return "\(mantissa)e\(sign)\(digits.count < 2 ? "0" + digits : digits)"
  }

  /// The digits of a whole number that Swift writes with an exponent.
  private static func whole(_ mantissa: String, _ exponent: Int) -> String {
    let decimals = mantissa.split(separator: ".").dropFirst().first?.count ?? 0
    let digits = mantissa.filter { $0 != "." }
    return digits + String(repeating: "0", count: max(0, exponent - decimals))
  }
}

/// An exact fraction as text: digits where they end, else a fraction.
enum DecimalText {
  static func text(of value: Rational) -> String {
    var (rest, places) = (value.denominator, 0)
    while rest % 10 == 0 { (rest, places) = (rest / 10, places + 1) }
    while rest % 2 == 0 { (rest, places) = (rest / 2, places + 1) }
    while rest % 5 == 0 { (rest, places) = (rest / 5, places + 1) }
    return rest == 1 && places <= 18 ? value.decimal(places: places) : value.description
  }
}
