import Assessment
import Calendars
import Numbers
import Rulebook

/// Where the records of a place belong, in the words of results.
struct PlaceDescription {
  /// The number of the unit.
  let unit: Int
  private let question: Question
  private let group: RecordResult.Group
  /// The limits that its records give to targets.
  let limits: [String: Rational?]
  private let lawDay: Day
  private let answersDay: Day

  init(_ place: PlaceSpace.Place, _ question: Question) {
    unit = place.unit
    self.question = question
    group = question.group(place)
    let limit = place.key.flatMap { key in
      question.limit.flatMap { $0.lane.exact(key.value) }
    }
    let lookups = question.ask.obligation.targets.compactMap(\.lookup)
    limits = Dictionary(lookups.map { ($0.text.text, limit) }) { first, _ in first }
    lawDay = question.spans.lawDay(place.segment)
    answersDay = question.spans.answersDay(place.segment, unit: unit)
  }

  /// Records that are alike.
  func result(_ alike: PlaceValues.Alike) -> RecordResult {
    var result = RecordResult(
      key: "", place: Places.Place(file: "", line: 0), possible: alike.kind.possible,
      contribution: alike.contribution, lawDay: lawDay, answersDay: answersDay, due: nil, done: nil,
      proves: alike.kind.proves, causes: [])
    result.count = alike.count
    result.isNamed = false
    result.group = group
    result.limits = limits
    return result
  }

  /// One of them, which is only named.
  func named(_ named: NamedProof) -> RecordResult {
    let kind = named.proof.kind
    var result = RecordResult(
      key: named.key, place: named.place, possible: kind.possible, contribution: .none,
      lawDay: lawDay, answersDay: answersDay, due: question.due?.moment(named.moments?.due),
      done: question.done?.moment(named.moments?.done), proves: true, causes: [])
    result.count = 0
    result.isKeyed = named.isKeyed
    result.group = group
    return result
  }
}

extension Question {
  /// The group of `per` that a place is for.
  func group(_ place: PlaceSpace.Place) -> RecordResult.Group {
    let name = groups.flatMap { texts in place.key.map { texts[$0.code - 2] } }
    return name.map { .named($0) } ?? .whole
  }
}

extension NumberRegister {
  /// The day or moment that one of its values stands for.
  func moment(_ value: Int64?) -> Moment? {
    guard let value else { return nil }
    return lane == .date
      ? Int32(exactly: value).map { .day(Day(number: $0)) }
      : .instant(Instant(microseconds: value))
  }
}

extension Lane {
  /// The exact number that a value stands for.
  func exact(_ value: Int64) -> Rational? {
    scale.map { Rational(units: value, scale: $0) }
  }
}
