/// How the cells of one column are written in one file.
enum ColumnNotation: Sendable, Hashable {
  /// As the rules declare, or as may be read in one way only.
  case declared
  /// As `exports.yaml` says, in the words of `formats`.
  case named([String])
  /// Numbers with this mark before decimals; `nil` where the column does not show which one it is.
  case numbers(DecimalMark?)
  /// Dates in this order; `nil` where the column does not show which one it is.
  case dates(DayOrder?)
  /// Days counted since 1899-12-30, as Excel does.
  case serials
}

/// Why a cell is not read that could be read in some way.
enum NotationDoubt: Sendable, Hashable {
  /// Day and month could change places, or stand otherwise than in the rest of the column.
  case dayOrder
  /// A point or comma could stand before decimals or between thousands.
  case decimalMark
  /// A number stands where a date should, as Excel counts days.
  case serial
}
