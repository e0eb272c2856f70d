import Foundation

/// `"%s has %.1f".format([…])` (cel-spec, doc/extensions/strings.md).
enum FormatLibrary {
  static let overloads: [Overload] = [
    Overload(.member, "format", [.string, .list(.dyn)], .string) { arguments in
      .string(try format(arguments.string(0), arguments.list(1)))
    }
  ]

  /// How many digits a precision may ask for.
  private static let mostDigits = 1000

  private static func format(_ pattern: String, _ values: [Value]) throws -> String {
    var rest = Substring(pattern)
    var (text, used) = ("", 0)
    while let sign = rest.firstIndex(of: "%") {
      text += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      if rest.hasPrefix("%") {
        rest.removeFirst()
        text += "%"
        continue
      }
      let precision = try precision(&rest)
      guard let verb = rest.popFirst() else { throw Fault(.badFormat("%")) }
      guard used < values.count else { throw Fault(.indexOutOfRange(Int64(used))) }
      text += try clause(verb, precision, values[used])
      used += 1
    }
    return text + rest
  }

  private static func precision(_ rest: inout Substring) throws -> Int? {
    guard rest.hasPrefix(".") else { return nil }
    rest.removeFirst()
    let digits = rest.prefix { "0123456789".contains($0) }
    guard let count = Int(digits), count <= mostDigits else {
      throw Fault(.badFormat("%.\(digits)"))
    }
    rest.removeFirst(digits.count)
    return count
  }

  private static func clause(
    _ verb: Character, _ precision: Int?, _ value: Value
  ) throws -> String {
    switch verb {
    case "s": return try text(value)
    case "d": return try decimal(value)
    case "f", "e": return try real(value, verb, precision ?? 6)
    case "x": return try hexadecimal(value)
    case "X": return try hexadecimal(value).uppercased()
    case "o": return try radix(value, 8, "o")
    case "b":
      if case .bool(let bool) = value { return bool ? "1" : "0" }
      return try radix(value, 2, "b")
    default: throw Fault(.badFormat("%\(verb)"))
    }
  }

  // MARK: - Values as text

  private static func text(_ value: Value) throws -> String {
    switch value {
    case .null: return "null"
    case .double(let double): return plain(double)
    case .bytes(let bytes): return lenient(bytes)
    case .type(let name): return name
    case .list(let values):
      return "[" + (try values.map(text)).joined(separator: ", ") + "]"
    case .map(let map):
      let entries = try map.entries.map { (try text($0.key), try text($0.value)) }
      let sorted = entries.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      return "{" + sorted.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
    case .optional, .record: throw Fault(.badArgument("%s", value.type.name))
    case .workingDays, .workingHours, .calendarDays, .calendarMonths: return value.shown
    default: return Conversions.text(of: value)
    }
  }

  /// Runs of bytes that are no UTF-8 become one U+FFFD.
  private static func lenient(_ bytes: [UInt8]) -> String {
    let replaced = String(decoding: bytes, as: UTF8.self)
    guard String(validating: bytes, as: UTF8.self) == nil else { return replaced }
    var (text, wasReplaced) = (String.UnicodeScalarView(), false)
    for scalar in replaced.unicodeScalars {
      let isReplacement = scalar == "\u{FFFD}"
      if !(isReplacement && wasReplaced) { text.append(scalar) }
      wasReplaced = isReplacement
    }
    return String(text)
  }

  // MARK: - Numbers

  private static func decimal(_ value: Value) throws -> String {
    switch value {
    case .int(let int): return String(int)
    case .uint(let uint): return String(uint)
    case .double(let double): return plain(double)
    case .decimal: return Conversions.text(of: value)
    default: throw Fault(.badArgument("%d", value.type.name))
    }
  }

  private static func special(_ double: Double) -> String? {
    if double.isNaN { return "NaN" }
    return double.isInfinite ? (double > 0 ? "Infinity" : "-Infinity") : nil
  }

  /// The shortest digits that say the number, never with an exponent.
  private static func plain(_ double: Double) -> String {
    if let special = special(double) { return special }
    let parts = double.description.split(separator: "e")
    guard parts.count > 1, let exponent = Int(parts[1]) else {
      return parts[0].hasSuffix(".0") ? String(parts[0].dropLast(2)) : String(parts[0])
    }
    let sign = double < 0 ? "-" : ""
    let mantissa = parts[0].drop { $0 == "-" }.split(separator: ".")
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : ""
    let digits = mantissa[0] + fraction
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    let places = exponent - fraction.count
    return sign + digits + String(repeating: "0", count: max(places, 0))
  }

  private static func real(_ value: Value, _ verb: Character, _ precision: Int) throws -> String {
    let double: Double
    switch value {
    case .double(let value): double = value
    case .int(let int): double = Double(int)
    case .uint(let uint): double = Double(uint)
    case .decimal(let exact) where verb == "f":
      return exact.decimal(places: min(precision, 18))
    case .decimal(let exact): double = Double(exact.numerator) / Double(exact.denominator)
    default: throw Fault(.badArgument("%\(verb)", value.type.name))
    }
    return special(double) ?? String(format: "%.\(precision)\(verb)", double)
  }

  private static func radix(_ value: Value, _ radix: Int, _ verb: Character) throws -> String {
    switch value {
    case .int(let int): return String(int, radix: radix)
    case .uint(let uint): return String(uint, radix: radix)
    default: throw Fault(.badArgument("%\(verb)", value.type.name))
    }
  }

  private static func hexadecimal(_ value: Value) throws -> String {
    switch value {
    case .string(let text): return digits(Array(text.utf8))
    case .bytes(let bytes): return digits(bytes)
    default: return try radix(value, 16, "x")
    }
  }

  private static func digits(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
