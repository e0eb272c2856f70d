import Calendars
import Diagnostics
import Registry
import YAMLTree

/// Reads `every`: a word, or a mapping for what no word says.
struct EveryReader {
  private static let keys = ["once", "campaign", "each", "since", "cut"]
  private static let kinds = Period.Kind.allCases.map { ($0.rawValue, $0) }

  private let fields: Fields
  private let inForce: DateSpan
  private var diagnostics: [Diagnostic] = []

  /// The schedule of an obligation that is in force on the days of `inForce`; `nil` when it is
  /// missing or wrong.
  static func read(
    _ obligation: Fields, inForce: DateSpan, _ diagnostics: inout [Diagnostic]
  ) -> Schedule? {
    guard let node = obligation.require("every", &diagnostics) else { return nil }
    guard node.entries != nil else {
      return obligation.word("every", kinds, &diagnostics).map { .each($0.value) }
    }
    guard let fields = Fields(node, keys: keys, of: .every, &diagnostics) else { return nil }
    var reader = EveryReader(fields: fields, inForce: inForce)
    let schedule = reader.schedule()
    diagnostics += reader.diagnostics
    return reader.diagnostics.hasErrors ? nil : schedule
  }

  private init(fields: Fields, inForce: DateSpan) {
    self.fields = fields
    self.inForce = inForce
  }

  private mutating func schedule() -> Schedule? {
    let kinds = ["once", "campaign", "each"].compactMap { key in
      fields.keySpan(key).map { Located(key, $0) }
    }.sorted { $0.span.bytes.lowerBound < $1.span.bytes.lowerBound }
    guard let kind = kinds.first else {
      diagnostics.append(.everyWithoutKind(fields.span.firstLine))
      return nil
    }
    for other in kinds.dropFirst() { diagnostics.append(.everyTwoKinds(other, first: kind)) }
    if kind.value != "each" { refuseEachKeys(with: kind) }
    return switch kind.value {
    case "once": milestone()
    case "campaign": campaign()
    default: each()
    }
  }

  private mutating func refuseEachKeys(with kind: Located<String>) {
    for key in ["since", "cut"] {
      if let span = fields.keySpan(key) {
        diagnostics.append(.everyNeedsEach(Located(key, span), kind))
      }
    }
  }

  // MARK: - One time

  /// From the first day on which the obligation is in force.
  private mutating func milestone() -> Schedule? {
    guard fields.require("once", &diagnostics) != nil,
      let day = fields.day("once", &diagnostics)
    else { return nil }
    if !inForce.contains(day.value) { diagnostics.append(.everyNotInForce(day.span, inForce)) }
    return .milestone(from: inForce.from ?? day.value, on: day.value)
  }

  private mutating func campaign() -> Schedule? {
    guard let node = fields.require("campaign", &diagnostics),
      let fields = Fields(node, keys: ["from", "until"], of: .campaign, &diagnostics)
    else { return nil }
    _ = fields.require("until", &diagnostics)
    guard let dates = fields.dates(needsFrom: true, &diagnostics), let from = dates.from,
      let until = dates.until
    else { return nil }
    if !inForce.overlaps(dates) { diagnostics.append(.everyNotInForce(node.span, inForce)) }
    return .campaign(from: from, until: until)
  }

  // MARK: - Time and again

  private mutating func each() -> Schedule? {
    guard fields.require("each", &diagnostics) != nil else { return nil }
    let kind = fields.word("each", Self.kinds, &diagnostics)?.value
    let since = since(kind)
    let cut = cut()
    return kind.map { .each($0, since: since, cut: cut) }
  }

  private mutating func since(_ kind: Period.Kind?) -> Schedule.Start? {
    guard let node = fields["since"] else { return nil }
    guard node.scalar?.text == "year-start" else {
      if let day = node.scalar.flatMap({ Day(iso: $0.text) }) { return .day(day) }
      diagnostics.append(.sinceUnclear(node.span.firstLine))
      return nil
    }
    if kind == .year { diagnostics.append(.sinceSaysNothing(node.span)) }
    return .year
  }

  private mutating func cut() -> Schedule.Cut? {
    guard let node = fields["cut"],
      let fields = Fields(node, keys: ["day", "time"], of: .cut, &diagnostics)
    else { return nil }
    _ = fields.require("day", &diagnostics)
    let day = fields.int("day", &diagnostics)
    if let day, !(1...31).contains(day.value) { diagnostics.append(.cutDay(day)) }
    let time = fields.string("time", &diagnostics)
    let second = time.flatMap { Self.second($0.value) }
    if let time, second == nil { diagnostics.append(.cutTime(time)) }
    return day.map { Schedule.Cut(day: $0.value, second: second) }
  }

  /// The second of the day of a clock time `17:00`.
  private static func second(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isASCII) }),
      let hour = UInt8(parts[0]), let minute = UInt8(parts[1]), hour < 24, minute < 60
    else { return nil }
    return (Int(hour) * 60 + Int(minute)) * 60
  }
}
