import Numbers
import Tables

/// What the `formats` and the range of a column mean for its cells.
enum ColumnFormats {
  /// What a percent sign means.
  enum PercentMeaning {
    /// 98.5% is 98.5.
    case asWritten
    /// 98.5% is 0.985.
    case hundredth
  }

  /// The formats of a number column; `1234.5` when it declares none.
  static func numbers(of column: Column) -> [NumberFormat] {
    column.formats.isEmpty ? [.plain] : column.formats.compactMap(NumberFormat.init(example:))
  }

  /// What a percent sign means in a column of numbers from 0 to 1, from 0 to 100, or whose formats have one; `nil`
  /// in others.
  static func percent(of column: Column) -> PercentMeaning? {
    if column.maximum == Rational(1) { return .hundredth }
    if column.maximum == Rational(100) { return .asWritten }
    return numbers(of: column).contains(where: \.hasPercentSign) ? .asWritten : nil
  }

  /// The patterns of a date or timestamp column. A date may always be written `2025-09-02`; a
  /// timestamp may always be written as ISO 8601 says, but a date alone only by a pattern.
  static func dates(of column: Column) -> [DatePattern] {
    let declared = column.formats.compactMap { try? DatePattern($0) }
    return column.type == .date ? declared + [DatePattern.isoDate].compactMap(\.self) : declared
  }

  /// Whether the column's formats allow both orders of day and month in dates that look alike, or both marks before
  /// the decimals of numbers.
  static func conflict(in column: Column) -> Bool {
    switch column.type {
    case .string, .bool: return false
    case .date, .timestamp:
      let patterns = dates(of: column).filter { $0.order != nil }
      return patterns.contains { one in
        patterns.contains { $0.order != one.order && $0.literals == one.literals }
      }
    case .int, .decimal:
      let formats = numbers(of: column)
      return formats.contains { one in formats.contains { $0.groupMark == one.decimalMark } }
    }
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

extension DatePattern {
  /// What stands between its numbers.
  fileprivate var literals: [UInt8] {
    tokens.compactMap { if case .literal(let byte) = $0 { byte } else { nil } }
  }
}
