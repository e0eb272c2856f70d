import Diagnostics

extension Day {
  /// The date written as `2025-09-02`; `nil` for any other notation and for dates there are none.
  package init?(iso text: some StringProtocol) {
    var reader = ByteReader(text)
    guard let day = reader.day(), reader.isAtEnd else { return nil }
    self = day
  }

  /// The date as `2025-09-02`.
  package var iso: String {
    let (year, month, day) = components
    return "\(String(year, width: 4))-\(String(month, width: 2))-\(String(day, width: 2))"
  }

  /// The date as reports show it: `02/09/2025` in Vietnamese, `2025-09-02` in English.
  package func shown(in language: Language) -> String {
    guard language == .vi else { return iso }
    let (year, month, day) = components
    return "\(String(day, width: 2))/\(String(month, width: 2))/\(String(year, width: 4))"
  }
}

extension Day: Codable {
  /// Reads ISO text.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is not a date such as 2025-09-02")
    }
    self = day
  }

  /// Writes ISO text.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
