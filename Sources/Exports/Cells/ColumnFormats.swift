import Numbers
import Tables

/// What the `formats` and the range of a column mean for its cells.
enum ColumnFormats {
  /// The formats of a number column; `1234.5` when it declares none.
  static func numbers(of column: Column) -> [NumberFormat] {
    column.formats.isEmpty ? [.plain] : column.formats.compactMap(NumberFormat.init(example:))
  }

  /// The patterns of a date or timestamp column. A date may always be written `2025-09-02`; a
  /// timestamp may always be written as ISO 8601 says, but a date alone only by a pattern.
  static func dates(of column: Column) -> [DatePattern] {
    let declared = column.formats.compactMap { try? DatePattern($0) }
    return column.type == .date ? declared + [DatePattern.isoDate].compactMap(\.self) : declared
  }

  /// The values a number column can have, as it stores them.
  static func range(of column: Column) -> ClosedRange<Int64> {
    let scale: Int
    switch column.type {
    case .int: scale = 0
    case .decimal(let digits): scale = digits
    case .string, .bool, .date, .timestamp: return Int64.min...Int64.max
    }
    let low = column.minimum.flatMap { units($0, scale)?.ceiling }
    let high = column.maximum.flatMap { units($0, scale)?.floor }
    let least = Int64(clamping: low ?? Int128(Int64.min))
    return least...max(least, Int64(clamping: high ?? Int128(Int64.max)))
  }

  private static func units(_ limit: Rational, _ scale: Int) -> Rational? {
    let power = (0..<scale).reduce(Int128(1)) { power, _ in power * 10 }
    return try? limit.multiplied(by: Rational(power))
  }
}
