import Calendars
import Diagnostics
import Registry
import YAMLTree

/// Reads `calendar`.
struct CalendarReader {
  private static let keys = [
    "zone", "rest-days", "hours", "hours-source", "covers", "holidays", "worked-days",
  ]
  private static let weekdays = [
    ("monday", 1), ("tuesday", 2), ("wednesday", 3), ("thursday", 4), ("friday", 5),
    ("saturday", 6), ("sunday", 7),
  ]

  private let fields: Fields
  private let options: OptionChoice
  private var diagnostics: [Diagnostic] = []

  /// The calendar; `nil` when it cannot be used.
  static func read(
    _ node: Node, _ options: OptionChoice, _ diagnostics: inout [Diagnostic]
  ) -> WorkCalendar? {
    guard let fields = Fields(node, keys: keys, of: .calendar, &diagnostics) else { return nil }
    var reader = CalendarReader(fields, options)
    let calendar = reader.calendar()
    diagnostics += reader.diagnostics
    return reader.diagnostics.hasErrors ? nil : calendar
  }

  private init(_ fields: Fields, _ options: OptionChoice) {
    (self.fields, self.options) = (fields, options)
  }

  private mutating func calendar() -> WorkCalendar? {
    let zone = zone()
    let restDays = restDays()
    let hours = hours()
    let covered = covered()
    let holidays = days("holidays", covered)
    let workedDays = days("worked-days", covered)
    _ = fields.string("hours-source", &diagnostics)
    checkWorked(workedDays, holidays, restDays)
    if let covered { checkYears(covered, holidays) }
    guard let zone, let covered, let restDays else { return nil }
    return WorkCalendar(
      zone: zone, restDays: restDays, holidays: holidays.map(\.holiday),
      workedDays: workedDays.map(\.holiday), hours: hours, covered: covered.value)
  }

  // MARK: - Zone, week, hours, years

  private mutating func zone() -> Zone? {
    guard let name = fields.requiredString("zone", &diagnostics) else { return nil }
    if let zone = Zone(identifier: name.value) { return zone }
    diagnostics.append(.unknownZone(name))
    return nil
  }

  /// The weekdays; `nil` when one of them is wrong, so that nothing is concluded from the others.
  private mutating func restDays() -> Set<Int>? {
    guard fields.require("rest-days", &diagnostics) != nil else { return nil }
    let before = diagnostics.count
    var days: Set<Int> = []
    for name in fields.strings("rest-days", &diagnostics) {
      if let day = Self.weekdays.first(where: { $0.0 == name.value }) {
        days.insert(day.1)
      } else {
        diagnostics.append(.notAmong("rest-days", name, Self.weekdays.map(\.0)))
      }
    }
    return diagnostics.count == before ? days : nil
  }

  private mutating func hours() -> [WorkingHours] {
    var read: [Located<WorkingHours>] = []
    for text in fields.strings("hours", &diagnostics) {
      guard let hours = WorkingHours(text.value) else {
        diagnostics.append(.badHours(text))
        continue
      }
      if let first = read.first(where: { $0.value.from < hours.to && hours.from < $0.value.to }) {
        diagnostics.append(.hoursOverlap(text.span, first: first.span))
      }
      read.append(Located(hours, text.span))
    }
    return read.map(\.value)
  }

  private mutating func covered() -> Located<ClosedRange<Int>>? {
    guard let text = fields.requiredString("covers", &diagnostics) else { return nil }
    let years = text.value.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " } }.map { $0.count == 4 ? Int($0) : nil }
    guard years.count <= 2, let first = years.first ?? nil, let last = years.last ?? nil,
      first <= last, last - first < 200, first > 0
    else {
      diagnostics.append(.badCovers(text))
      return nil
    }
    return Located(first...last, text.span)
  }

  // MARK: - Days

  /// A day with the places that messages point at.
  private struct ReadDay {
    let holiday: Holiday
    let span: Span
    var makesUpFor: Located<Day>?
  }

  private static let dayKeys = ["date", "from", "until", "name", "name-en", "source", "option"]

  private mutating func days(_ key: String, _ covered: Located<ClosedRange<Int>>?) -> [ReadDay] {
    var seen: [Day: Span] = [:]
    var days: [ReadDay] = []
    for node in fields.list(key, &diagnostics) {
      for day in read(node, isWorked: key == "worked-days") {
        if let covered, !covered.value.contains(day.holiday.day.components.year) {
          diagnostics.append(.dayNotCovered(day.holiday.day, day.span, covered))
        }
        if let first = seen.updateValue(day.span, forKey: day.holiday.day) {
          diagnostics.append(.dayTwice(day.holiday.day, day.span, first: first))
        }
        days.append(day)
      }
    }
    return days
  }

  /// More days off in a row than any holiday has had: Tết took nine.
  private static let longestHoliday = 10

  /// The days of one item: a `date`, or all from `from` through `until`.
  private mutating func read(_ node: Node, isWorked: Bool) -> [ReadDay] {
    let keys = Self.dayKeys + (isWorked ? ["for"] : [])
    let what: Text = isWorked ? .workedDay : .holiday
    guard let item = Fields(node, keys: keys, of: what, &diagnostics) else { return [] }
    let name = item.bilingual("name", &diagnostics)
    let source = item.requiredText("source", &diagnostics)
    let option = RuleOption(in: item, &diagnostics)
    let makesUpFor = item.day("for", &diagnostics)
    guard let dates = dates(item), let name, let source else { return [] }
    guard options.isDayOff(option) else { return [] }
    let count = dates.value.upperBound.number - dates.value.lowerBound.number + 1
    if !isWorked, count > Self.longestHoliday {
      diagnostics.append(.holidayOfWeeks(name, Int(count), item.span.firstLine))
    }
    return (dates.value.lowerBound.number...dates.value.upperBound.number).map {
      let holiday = Holiday(day: Day(number: $0), name: name, source: source)
      return ReadDay(holiday: holiday, span: dates.span, makesUpFor: makesUpFor)
    }
  }

  private mutating func dates(_ item: Fields) -> Located<ClosedRange<Day>>? {
    guard item.keySpan("from") != nil || item.keySpan("until") != nil else {
      guard item.require("date", &diagnostics) != nil else { return nil }
      return item.day("date", &diagnostics).map { Located($0.value...$0.value, $0.span) }
    }
    if let date = item.keySpan("date") { diagnostics.append(.dateAndRange(date)) }
    guard let span = item.dates(needsFrom: true, &diagnostics), let from = span.from,
      item.require("until", &diagnostics) != nil, let until = span.until
    else { return nil }
    guard until.number - from.number < 366 else {
      diagnostics.append(.longHoliday(from, until, item.span.firstLine))
      return nil
    }
    return Located(from...until, item["from"]?.span ?? item.span)
  }

  // MARK: - Checks

  private mutating func checkWorked(
    _ worked: [ReadDay], _ holidays: [ReadDay], _ restDays: Set<Int>?
  ) {
    let off = Dictionary(holidays.map { ($0.holiday.day, $0.span) }) { first, _ in first }
    for read in worked {
      let day = read.holiday.day
      if let holiday = off[day] {
        diagnostics.append(.workedHoliday(day, read.span, holiday: holiday))
      } else if let restDays, !restDays.contains(day.weekday) {
        diagnostics.append(.workedAnyway(day, read.span))
      }
      if let makesUpFor = read.makesUpFor, off[makesUpFor.value] == nil {
        diagnostics.append(.notOff(makesUpFor))
      }
    }
  }

  /// A year without any holiday was probably forgotten, unless the calendar has none at all.
  private mutating func checkYears(_ covered: Located<ClosedRange<Int>>, _ holidays: [ReadDay]) {
    let known = Set(holidays.map { $0.holiday.day.components.year })
    guard !known.isEmpty else { return }
    let missing = covered.value.filter { !known.contains($0) }
    if !missing.isEmpty { diagnostics.append(.yearsWithoutHolidays(missing, covered.span)) }
  }
}
