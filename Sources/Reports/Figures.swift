import Assessment
import Diagnostics
import Numbers

/// Writes numbers, dates and comparisons as the reader's language does.
struct Figures: Sendable {
  private let language: Language
  private let words: Catalogue
  private let point: String
  private let group: String
  private let pattern: Catalogue.Pattern

  /// Figures as a language writes them.
  init(language: Language) {
    self.language = language
    words = Catalogue.of(language)
    point = words.text("number.point", [])
    group = words.text("number.group", [])
    pattern = Catalogue.Pattern(words.text("date", []))
  }

  /// A whole number, digits grouped by three.
  func count(_ value: Int) -> String { grouped(String(value)) }

  /// A percentage with at most two decimals, cut so that 99.99% never shows as 100%.
  func percent(_ value: Rational) -> String { value.percent(places: 2, point: point) + "%" }

  /// A difference of shares in percentage points, with at most one decimal; cut.
  func points(_ value: Rational) -> String { value.percent(places: 1, point: point) }

  /// A value of a measure.
  func value(_ value: Rational, _ kind: MeasureKind) -> String {
    if kind.isPercentage { return percent(value) }
    let text = value.decimal(places: 2, point: point)
    let parts = text.split(separator: Character(point), maxSplits: 1)
    return grouped(String(parts.first ?? "0")) + (parts.count > 1 ? point + parts[1] : "")
  }

  /// What a target asks for: `ít nhất 100%`.
  func comparison(_ comparison: Comparison, _ kind: MeasureKind) -> String {
    switch comparison {
    case .atLeast(let limit): say("ít nhất", "at least", limit, kind)
    case .atMost(let limit): say("không quá", "at most", limit, kind)
    case .moreThan(let limit): say("trên", "more than", limit, kind)
    case .lessThan(let limit): say("dưới", "less than", limit, kind)
    case .between(let low, let high):
      say("từ", "from", low, kind) + say(" đến", " to", high, kind)
    }
  }

  /// An ISO date, or date and time with offset, as the language writes it; the last moment of a day
  /// is its end.
  func date(_ iso: String) -> String {
    if iso.dropFirst(10).hasPrefix("T23:59:59.999999") {
      return words.text("date.end", [date(String(iso.prefix(10)))])
    }
    guard let day = Self.day(iso), language == .vi || iso.utf8.count == 10 else { return iso }
    let time = iso.utf8.dropFirst(11).prefix(5)
    return pattern.filled(day) + (time.isEmpty ? "" : " " + String(Substring(time)))
  }

  /// Year, month and day of an ISO text. Reports hold hundreds of thousands of dates.
  private static func day(_ iso: String) -> [Substring]? {
    let parts = Substring(iso.utf8.prefix(10)).utf8.split(separator: UInt8(ascii: "-"))
    return parts.count == 3 ? parts.map(Substring.init) : nil
  }

  /// A period by its name: `2025-09` as `tháng 9/2025`, `2025-Q3`, `2025-H1`, `2025`; any other as it is.
  func period(_ name: String) -> String {
    let parts = name.split(separator: "-").map(String.init)
    guard let year = parts.first, year.count == 4, Int(year) != nil, parts.count < 3 else {
      return name
    }
    guard let part = parts.dropFirst().first else { return words.text("period.year", [year]) }
    let number = String(part.drop { $0 == "Q" || $0 == "H" || $0 == "0" })
    if part.hasPrefix("Q") { return words.text("period.quarter", [year, number]) }
    if part.hasPrefix("H") { return words.text("period.half." + number, [year]) }
    return Int(part) == nil ? name : words.text("period.month", [year, number])
  }

  private func say(_ vi: String, _ en: String, _ limit: Rational, _ kind: MeasureKind) -> String {
    "\(language == .vi ? vi : en) \(value(limit, kind))"
  }

  private func grouped(_ digits: String) -> String {
    let isNegative = digits.hasPrefix("-")
    var groups: [Substring] = []
    var rest = Substring(isNegative ? digits.dropFirst() : digits[...])
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return (isNegative ? "-" : "") + groups.joined(separator: group)
  }
}
