import Tables

/// How numbers that a source gives as numbers are written, so that a column reads them as they are: with its own decimal
/// mark, and without powers of ten.
struct NumberText {
  /// Powers beyond this stay as they are: no column reads such a number.
  private static let greatestPower = 40

  /// The decimal mark; `nil` for a column of anything but numbers, where they stay as they are.
  let decimalMark: UInt8?

  init(_ column: Column?) {
    switch column?.type {
    case .int, .decimal:
      let format = column?.formats.compactMap(NumberFormat.init(example:)).first ?? .plain
      decimalMark = format.decimalMark
    case .string, .bool, .date, .timestamp, nil: decimalMark = nil
    }
  }

  /// The text of a number written as in JSON: `-1.50`, `1e3`.
  func text(of number: some Collection<UInt8>) -> [UInt8] {
    decimalMark == nil ? Array(number) : marked(Self.withoutGroups(plain(Array(number))))
  }

  /// A number with the column's decimal mark in place of its point.
  func marked(_ number: [UInt8]) -> [UInt8] {
    guard let decimalMark else { return number }
    return number.map { $0 == UInt8(ascii: ".") ? decimalMark : $0 }
  }

  /// With a nought more where three decimals could be taken for a group of digits.
  static func withoutGroups(_ number: [UInt8]) -> [UInt8] {
    number.dropLast(3).last == UInt8(ascii: ".") ? number + [UInt8(ascii: "0")] : number
  }

  /// Without a power of ten, exactly.
  private func plain(_ number: [UInt8]) -> [UInt8] {
    guard let mark = number.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }),
      let power = Int(String(decoding: number[(mark + 1)...], as: UTF8.self)),
      abs(power) <= Self.greatestPower
    else { return number }
    let isNegative = number.first == UInt8(ascii: "-")
    let mantissa = number[(isNegative ? 1 : 0)..<mark]
    let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
    var digits = Array(whole + mantissa.dropFirst(whole.count + 1))
    let zero = UInt8(ascii: "0")
    var point = whole.count + power
    if point <= 0 {
      digits.insert(contentsOf: repeatElement(zero, count: 1 - point), at: 0)
      point = 1
    }
    digits += repeatElement(zero, count: max(0, point - digits.count))
    let decimals = digits[point...]
    let sign = isNegative ? [UInt8(ascii: "-")] : []
    return sign + digits[..<point] + (decimals.isEmpty ? [] : [UInt8(ascii: ".")] + decimals)
  }
}
