import Tables
import Workbooks

/// How the cells under one header of a sheet are written as text: so that the column of the dataset reads what the
/// sheet holds, and not what some format shows of it.
struct SheetColumn: Sendable {
  private enum Role {
    /// Text, or no column of the dataset.
    case text
    case truth
    case number(decimalMark: UInt8)
    case date
    /// With the way in which a day alone may be written, if any.
    case moment(day: DayNotation?)
  }

  /// How a day is written where a column of moments allows it.
  private enum DayNotation {
    case dashed
    case slashed
  }

  private let role: Role

  /// - Parameter column: the column of the dataset; `nil` where the header is none.
  init(_ column: Column?) {
    switch column?.type {
    case .string, nil: role = .text
    case .bool: role = .truth
    case .int, .decimal:
      let format = column?.formats.compactMap(NumberFormat.init(example:)).first ?? .plain
      role = .number(decimalMark: format.decimalMark)
    case .date: role = .date
    case .timestamp:
      let formats = Set(column?.formats ?? [])
      role = .moment(
        day: formats.contains("dd/MM/yyyy")
          ? .slashed : formats.contains("yyyy-MM-dd") ? .dashed : nil)
    }
  }

  /// The text of a cell.
  func text(of cell: SheetCell, in row: SheetRow, _ book: Workbook) -> [UInt8] {
    switch cell.value {
    case .text: Array(row.text(of: cell))
    case .bool(let value): Array((value ? "true" : "false").utf8)
    case .number: number(row.shownNumber(of: cell), book)
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
  private func number(_ shown: String, _ book: Workbook) -> [UInt8] {
    switch role {
    case .text, .truth: return Array(shown.utf8)
    case .number(let mark): return shown.utf8.map { $0 == UInt8(ascii: ".") ? mark : $0 }
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
    case .moment(let notation):
      if isDay, notation == .slashed { return Self.slashed(moment) }
      return moment.date + (isDay ? "" : "T" + moment.clock)
    case .text, .truth, .number:
      return moment.date + (isDay ? "" : " " + moment.clock)
    }
  }

  private static func slashed(_ moment: SheetMoment) -> String {
    moment.date.split(separator: "-").reversed().joined(separator: "/")
  }

  private static func duration(_ milliseconds: Int) -> String {
    let (seconds, rest) = milliseconds.magnitude.quotientAndRemainder(dividingBy: 1000)
    let clock =
      "\(seconds / 3600):\(ClockText.two(seconds / 60 % 60)):\(ClockText.two(seconds % 60))"
    return (milliseconds < 0 ? "-" : "") + clock + ClockText.fraction(rest)
  }
}
