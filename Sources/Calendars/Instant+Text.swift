extension Instant {
  /// The moment written as `2025-10-03T17:00:00+07:00`, `…Z` or, where `zone` says which clock is
  /// meant, without an offset. Seconds may be left out, and may have a fraction of up to nine digits.
  /// A date alone is not a moment: `nil`, like any other notation.
  package init?(iso text: some StringProtocol, zone: Zone? = nil) {
    var reader = ByteReader(text)
    guard let day = reader.day(), reader.take("T"), let nanoseconds = reader.clock() else {
      return nil
    }
    let local = LocalTime(day: day, nanosecondOfDay: nanoseconds)
    if reader.isAtEnd {
      guard let zone else { return nil }
      self = zone.instant(of: local)
    } else {
      guard let offset = reader.offset(), reader.isAtEnd else { return nil }
      self.init(
        seconds: local.secondsOnClock - Int64(offset), nanoseconds: Int32(local.nanosecond))
    }
  }

  /// The moment in UTC, as `2025-10-03T10:00:00Z`.
  package var iso: String { iso(in: .utc) }

  /// The moment as a zone's clock shows it, with the offset: `2025-10-03T17:00:00+07:00`.
  /// In UTC where the offset is none, or (before 1911 in Viet Nam) not a whole number of minutes.
  package func iso(in zone: Zone) -> String {
    let offset = zone.offset(at: self)
    guard offset != 0, offset % 60 == 0 else { return Zone.utc.local(of: self).iso + "Z" }
    return zone.local(of: self).iso + Zone.name(ofOffset: offset)
  }
}

extension Instant: Codable {
  /// Reads ISO text with an offset.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is not a moment such as 2025-10-03T10:00:00Z")
    }
    self = instant
  }

  /// Writes ISO text in UTC.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
