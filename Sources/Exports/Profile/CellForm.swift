/// How a cell is written, as far as its characters tell: which kind of value it may be.
package enum CellForm: Sendable, Hashable {
  /// Digits: `120`.
  case integer
  /// Digits with a zero in front, as codes and telephone numbers have.
  case zeroLed
  /// With decimals: `12.5`, `1.234,5`.
  case decimal(mark: UInt8, group: UInt8?)
  /// Whole, with marks between thousands: `1.234.567`.
  case grouped(UInt8)
  /// One mark before three digits: `1.234` is 1234 or 1,234.
  case unclearMark(UInt8)
  /// Ends with a percent sign.
  case percentage
  /// A day, and a time where it has one.
  case date(DateForm)
  /// A word for yes or no.
  case truth
  /// Anything else.
  case text

  /// The form as people know it: `dd/MM/yyyy`, `1.234.567`.
  package var example: String {
    switch self {
    case .integer: "1234"
    case .zeroLed: "0123"
    case .decimal(let mark, let group):
      "1" + (group.map(Self.sign) ?? "") + "234" + Self.sign(mark) + "5"
    case .grouped(let mark): ["1", "234", "567"].joined(separator: Self.sign(mark))
    case .unclearMark(let mark): "1\(Self.sign(mark))234"
    case .percentage: "98,5%"
    case .date(let form): form.pattern(order: .dayFirst)
    case .truth: "Có/Không"
    case .text: "abc"
    }
  }

  private static func sign(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
}

/// How a day is written.
package struct DateForm: Sendable, Hashable {
  /// Where the year stands.
  package enum Year: Sendable, Hashable {
    case first
    case last
    /// In two digits at the end, so that the century is not known.
    case short
  }

  /// What stands behind the day.
  package enum Clock: String, Sendable, Hashable {
    case none = ""
    case minutes = "HH:mm"
    case seconds = "HH:mm:ss"
    /// Parts of a second, a zone, or SA and CH.
    case further = "HH:mm:ss…"
  }

  /// Where the year stands.
  package let year: Year
  /// Between the numbers.
  package let separator: UInt8
  /// Whether day and month have two digits each.
  package let isPadded: Bool
  /// What stands behind the day.
  package let clock: Clock
  /// Between day and time.
  package let joint: UInt8

  /// The pattern: `dd/MM/yyyy HH:mm`.
  /// - Parameter order: which of day and month comes first, if that is known; both patterns where it is not.
  package func pattern(order: DateOrder.Order?) -> String {
    let isOpen = year != .first && (order == .mixed || order == .undecided)
    let patterns = isOpen ? [false, true] : [order == .monthFirst]
    return patterns.map { pattern(isMonthFirst: $0) }.joined(separator: " | ")
  }

  private func pattern(isMonthFirst: Bool) -> String {
    let sign = String(UnicodeScalar(separator))
    let (day, month) = isPadded ? ("dd", "MM") : ("d", "M")
    let pair = isMonthFirst ? [month, day] : [day, month]
    let parts =
      switch year {
      case .first: ["yyyy", month, day]
      case .last: pair + ["yyyy"]
      case .short: pair + ["yy"]
      }
    let time = clock == .none ? "" : String(UnicodeScalar(joint)) + clock.rawValue
    return parts.joined(separator: sign) + time
  }
}

/// Which of day and month comes first in a column.
package struct DateOrder: Sendable, Hashable, Encodable {
  /// The order.
  package enum Order: String, Sendable, Hashable, Encodable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
    /// Some cells can only be the one, some only the other.
    case mixed
    /// No number is above 12.
    case undecided
  }

  /// The order.
  package var order: Order
  /// The line of the first record that decides it.
  package var line: Int?
  /// Where some cells are the other way round, the line of the first that has the month first.
  package var otherLine: Int?
}
