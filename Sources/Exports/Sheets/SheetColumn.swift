import Tables
import Workbooks

/// How the cells under one header of a sheet are written as text: so that the column of the dataset reads what the
/// sheet holds, and not what some format shows of it.
struct SheetColumn: Sendable {
  private enum Role {
    /// Text, or no column of the dataset.
    case text
    case truth
    case number(NumberText, percent: ColumnFormats.PercentMeaning?)
    case date
    case moment
  }

  private let role: Role

  /// - Parameter column: the column of the dataset; `nil` where the header is none.
  init(_ column: Column?) {
    switch column?.type {
    case .string, nil: role = .text
    case .bool: role = .truth
    case .int, .decimal:
      role = .number(NumberText(column), percent: column.flatMap(ColumnFormats.percent))
    case .date: role = .date
    case .timestamp: role = .moment
    }
  }

  /// The text of a cell.
  func text(of cell: SheetCell, in row: SheetRow, _ book: Workbook) -> [UInt8] {
    switch cell.value {
    case .text: Array(row.text(of: cell))
    case .bool(let value): Array((value ? "true" : "false").utf8)
    case .number(let kind): number(row.shownNumber(of: cell), kind, book)
    case .moment(let moment, let shape): Array(text(moment, shape).utf8)
    case .duration(let milliseconds): Array(Self.duration(milliseconds).utf8)
    case .error, .unreadable, .notCalculated: unreadable(Array(row.text(of: cell)))
    }
  }

  /// A text that the column cannot read stays, so that messages show it.
  private func unreadable(_ text: [UInt8]) -> [UInt8] {
    if case .text = role { return [ConvertedText.unreadable] }
    return text.isEmpty ? [ConvertedText.unreadable] : text
  }

  /// A number; of a column of dates the day that it counts.
  private func number(_ shown: String, _ kind: NumberKind, _ book: Workbook) -> [UInt8] {
    switch role {
    case .text, .truth: return Array(shown.utf8)
    case .number(let number, let percent):
      let isPercent = kind == .percentage && percent == .asWritten
      if isPercent { return number.marked(Array(Self.hundredfold(shown).utf8)) }
      return number.marked(NumberText.withoutGroups(Array(shown.utf8)))
    case .date, .moment:
      guard let moment = book.moment(ofSerial: shown) else { return Array(shown.utf8) }
      return Array(text(moment, moment.isMidnight ? .date : .dateTime).utf8)
    }
  }

  /// A value counts whole, whatever part of it the cell's format shows.
  private func text(_ moment: SheetMoment, _ shape: MomentShape) -> String {
    if shape == .time || moment.isTimeOfDay { return moment.clock }
    let isDay = shape == .date && moment.isMidnight
    switch role {
    case .date: return moment.date + (moment.isMidnight ? "" : "T" + moment.clock)
    case .moment: return moment.date + (isDay ? "" : "T" + moment.clock)
    case .text, .truth, .number:
      return moment.date + (isDay ? "" : " " + moment.clock)
    }
  }

  /// `98.5%` for `0.985`; other writings stay as they are.
  static func hundredfold(_ number: String) -> String {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first,
      parts.joined().allSatisfy({ $0.isNumber || $0 == "-" })
    else { return number }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let shifted = whole + (decimals + "00").prefix(2)
    let rest = decimals.dropFirst(2)
    let sign = shifted.hasPrefix("-") ? "-" : ""
    let digits = shifted.dropFirst(sign.count).drop { $0 == "0" }
    return sign + (digits.isEmpty ? "0" : digits) + (rest.isEmpty ? "" : "." + rest) + "%"
  }

  private static func duration(_ milliseconds: Int) -> String {
    let (seconds, rest) = milliseconds.magnitude.quotientAndRemainder(dividingBy: 1000)
    let clock =
      "\(seconds / 3600):\(ClockText.two(seconds / 60 % 60)):\(ClockText.two(seconds % 60))"
    return (milliseconds < 0 ? "-" : "") + clock + ClockText.fraction(rest)
  }
}
