import Tables
import Workbooks

/// How the cells under one header of a sheet are written as text: so that the column of the dataset reads what the
/// sheet holds, and not what some format shows of it.
struct SheetColumn: Sendable {
  private enum Role {
    /// Text, or no column of the dataset.
    case text
    case truth
    case number(decimalMark: UInt8, percent: ColumnFormats.PercentMeaning?)
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
      let format = column.map(ColumnFormats.numbers)?.first ?? .plain
      role = .number(
        decimalMark: format.decimalMark, percent: column.flatMap(ColumnFormats.percent))
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
    case .number(let mark, let percent):
      let isPercent = kind == .percentage && percent == .asWritten
      let number = isPercent ? Self.hundredfold(shown) : Self.withoutGroups(shown)
      return number.utf8.map { $0 == UInt8(ascii: ".") ? mark : $0 }
    case .date, .moment:
      guard let moment = book.moment(ofSerial: shown) else { return Array(shown.utf8) }
      return Array(text(moment, moment.isMidnight ? .date : .dateTime).utf8)
    }
  }

  /// A value counts whole, whatever part of it the cell's format shows.
  private func text(_ moment: SheetMoment, _ shape: MomentShape) -> String {
    if shape == .time || moment.isTimeOfDay { return Self.clock(moment) }
    let isDay = shape == .date && moment.isMidnight
    switch role {
    case .date: return Self.day(moment) + (moment.isMidnight ? "" : "T" + Self.clock(moment))
    case .moment:
      return Self.day(moment) + (isDay ? "" : "T" + Self.clock(moment))
    case .text, .truth, .number:
      return Self.day(moment) + (isDay ? "" : " " + Self.clock(moment))
    }
  }

  private static func day(_ moment: SheetMoment) -> String {
    padded(Int(moment.year), 4) + "-" + padded(moment.month) + "-" + padded(moment.day)
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

  /// With a nought more where three decimals could be taken for a group of digits.
  static func withoutGroups(_ number: String) -> String {
    number.dropLast(3).last == "." ? number + "0" : number
  }

  private static func clock(_ moment: SheetMoment) -> String {
    let clock = [moment.hour, moment.minute, moment.second].map { padded($0) }.joined(
      separator: ":")
    return moment.millisecond == 0 ? clock : clock + "." + padded(Int(moment.millisecond), 3)
  }

  private static func duration(_ milliseconds: Int) -> String {
    let (seconds, rest) = milliseconds.magnitude.quotientAndRemainder(dividingBy: 1000)
    let clock =
      "\(seconds / 3600):\(padded(Int(seconds / 60 % 60), 2)):\(padded(Int(seconds % 60), 2))"
    return (milliseconds < 0 ? "-" : "") + clock + (rest == 0 ? "" : "." + padded(Int(rest), 3))
  }

  private static func padded(_ number: UInt8) -> String { padded(Int(number), 2) }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
