/// A cell as a JSON value: numbers as binary ones, moments in ISO 8601 (with a time at midnight only
/// where the file writes one), spans as `1 day, 6:05:00`, errors as nothing.
enum CellJSON {
  static func text(of cell: SheetCell, in row: SheetRow) -> String {
    switch cell.value {
    case .text, .unreadable: JSONText.quoted(row.string(of: cell))
    case .number: number(row, cell)
    case .moment(let moment, _):
      "\"\(row.text(of: cell).contains(UInt8(ascii: "T")) ? moment.isoWithTime : moment.iso)\""
    case .duration(let milliseconds): "\"\(span(milliseconds))\""
    case .bool(let value): value ? "true" : "false"
    case .error, .notCalculated: "\"\""
    }
  }

  private static func number(_ row: SheetRow, _ cell: SheetCell) -> String {
    let value = Double(row.string(of: cell)) ?? .nan
    return value.isFinite ? "\(value)" : JSONText.quoted(row.string(of: cell))
  }

  /// A span of time as Python prints it.
  private static func span(_ milliseconds: Int) -> String {
    let day = 86_400_000
    let days = milliseconds >= 0 ? milliseconds / day : (milliseconds - day + 1) / day
    let rest = milliseconds - days * day
    let clock =
      "\(rest / 3_600_000):\(ClockText.two(rest / 60_000 % 60)):\(ClockText.two(rest / 1000 % 60))"
      + fraction(rest % 1000)
    return days == 0 ? clock : "\(days) day\(abs(days) == 1 ? "" : "s"), \(clock)"
  }

  /// Python writes millionths.
  fileprivate static func fraction(_ milliseconds: some BinaryInteger) -> String {
    milliseconds > 0 ? ClockText.fraction(milliseconds) + "000" : ""
  }
}

extension SheetMoment {
  /// ISO 8601: only the time where there is no date, only the date at midnight.
  package var iso: String {
    if isTimeOfDay { return isoTime }
    return isMidnight ? date : isoWithTime
  }

  /// ISO 8601: date and time, even at midnight.
  var isoWithTime: String { isTimeOfDay ? isoTime : "\(date)T\(isoTime)" }

  private var isoTime: String { millisecond == 0 ? clock : clock + "000" }
}

/// Strings in JSON.
enum JSONText {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
