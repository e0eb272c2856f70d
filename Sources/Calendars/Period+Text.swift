extension Period {
  /// The period called `2025-09`, `2025-Q3`, `2025-H1` or `2025`; `nil` for anything else.
  package init?(_ text: String) {
    var reader = ByteReader(text)
    guard let year = reader.number(digits: 4),
      let (kind, month) = Period.part(&reader), reader.isAtEnd,
      let first = Day(year: year, month: month, day: 1)
    else { return nil }
    self.init(kind, containing: first)
  }

  /// Reads what follows the year: the kind, and the first month.
  private static func part(_ reader: inout ByteReader) -> (Kind, Int)? {
    if reader.isAtEnd { return (.year, 1) }
    guard reader.take("-") else { return nil }
    if reader.take("Q") { return ordinal(&reader, .quarter) }
    if reader.take("H") { return ordinal(&reader, .halfYear) }
    return reader.number(digits: 2).map { (.month, $0) }
  }

  private static func ordinal(_ reader: inout ByteReader, _ kind: Kind) -> (Kind, Int)? {
    guard let ordinal = reader.digit(), ordinal >= 1, ordinal <= 12 / kind.months else {
      return nil
    }
    return (kind, (ordinal - 1) * kind.months + 1)
  }

  /// The notation that `init(_:)` reads; also the name of its folder of exports.
  static func name(_ kind: Kind, _ day: Day) -> String {
    let (year, month, _) = day.components
    let ordinal = (month - 1) / kind.months + 1
    return switch kind {
    case .month: "\(String(year, width: 4))-\(String(ordinal, width: 2))"
    case .quarter: "\(String(year, width: 4))-Q\(ordinal)"
    case .halfYear: "\(String(year, width: 4))-H\(ordinal)"
    case .year: String(year, width: 4)
    }
  }
}

extension Period: Codable {
  /// Reads the name of a period of the calendar.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let period = Period(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is not a period such as 2025-09 or 2025-Q3")
    }
    self = period
  }

  /// Writes the name.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
