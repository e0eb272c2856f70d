import Calendars
import Numbers

extension Value {
  /// As it is written in an expression; dates and moments bare, as ISO text, moments in UTC.
  package var shown: String { shown(in: .utc) }

  /// As it is written in an expression; dates and moments bare, as ISO text by the clock of a zone.
  package func shown(in zone: Zone) -> String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .int(let int): "\(int)"
    case .uint(let uint): "\(uint)u"
    case .double(let double): Self.shown(double)
    case .decimal(let decimal): DecimalText.text(of: decimal)
    case .string(let text): StringLibrary.quoted(text)
    case .bytes(let bytes): Self.shown(bytes)
    case .timestamp(let instant): instant.iso(in: zone)
    case .duration(let nanoseconds): "duration(\"\(DurationText.clock(of: nanoseconds))\")"
    case .date(let day): day.iso
    case .localTime(let local): local.iso
    case .workingDays(let days): "workingDays(\(days))"
    case .workingHours(let seconds): "workingHours(\(Self.hours(seconds)))"
    case .calendarDays(let days): "days(\(days))"
    case .calendarMonths(let months): "months(\(months))"
    case .type(let name): name
    case .list(let values): "[" + values.map { $0.shown(in: zone) }.joined(separator: ", ") + "]"
    case .map(let map): "{" + map.entries.map { $0.shown(in: zone) }.joined(separator: ", ") + "}"
    case .optional(let value?): "optional.of(\(value.shown(in: zone)))"
    case .optional(nil): "optional.none()"
    case .record(let record): "\(record.dataset)[\(record.row)]"
    }
  }

  /// Always with a point or exponent, so that it is no whole number.
  private static func shown(_ double: Double) -> String {
    let text = DoubleText.text(of: double)
    return double.isFinite && !text.contains { ".e".contains($0) } ? text + ".0" : text
  }

  private static func shown(_ bytes: [UInt8]) -> String {
    let isPlain = bytes.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
    if isPlain { return "b\"\(String(decoding: bytes, as: UTF8.self))\"" }
    let digits = bytes.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return "b\"\(digits.joined())\""
  }

  private static func hours(_ seconds: Int64) -> String {
    (try? Rational(Int128(seconds), over: 3600)).map(DecimalText.text) ?? "\(seconds)/3600"
  }
}

extension MapValue.Entry {
  fileprivate func shown(in zone: Zone) -> String {
    "\(key.shown(in: zone)): \(value.shown(in: zone))"
  }
}
