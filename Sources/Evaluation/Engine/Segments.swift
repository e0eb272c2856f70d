import Calendars
import Registry

/// Spans of days within which it makes no difference on which day something was: for the version of a
/// target, or for who held a post.
struct Segments: Sendable, Hashable {
  /// The first days of all spans but the first, in order.
  let starts: [Day]

  /// The spans between days on which something begins.
  init(startingOn days: some Sequence<Day>, within range: ClosedRange<Day>? = nil) {
    let inside = range.map { range in
      days.filter { range.lowerBound < $0 && $0 <= range.upperBound }
    }
    starts = Set(inside ?? Array(days)).sorted()
  }

  /// How many spans there are.
  var count: Int { starts.count + 1 }

  /// The number of the span that a day is in.
  func number(of day: Int64) -> Int {
    var number = 0
    while number < starts.count, Int64(starts[number].number) <= day { number += 1 }
    return number
  }

  /// A day of a span; `only` of the sole one.
  func day(_ number: Int, only: Day) -> Day {
    if starts.isEmpty { return only }
    return number == 0 ? starts[0].adding(days: -1) : starts[number - 1]
  }
}

extension DateSpan {
  /// Its first day and the day after its last.
  var turns: [Day] { [from, until.map { $0.adding(days: 1) }].compactMap(\.self) }
}

extension Post {
  /// The days on which it may make a difference who answers: on the day of a handover the incomer does.
  var turns: [Day] { holdings.flatMap { $0.dates.turns + [$0.dates.until].compactMap(\.self) } }
}

/// Tells the records of a place apart by the spans of their law day and of the day that picks the head.
final class SegmentKernel: Kernel {
  let register: SlotRegister
  private let places: SlotRegister
  private let units: SlotRegister
  private let lawDays: NumberRegister?
  private let lawSegments: Segments
  private let answersDays: NumberRegister?
  private let answersSegments: [Segments]
  private let stride: Int32

  /// - Parameters:
  ///   - places: where the records are so far.
  ///   - units: the numbers of their units, which pick their `answersSegments`.
  init(
    _ places: SlotRegister, units: SlotRegister, lawDays: NumberRegister?, _ lawSegments: Segments,
    answersDays: NumberRegister?, _ answersSegments: [Segments], sharing space: PlaceSpace?
  ) {
    (self.places, self.units) = (places, units)
    (self.lawDays, self.lawSegments) = (lawDays, lawSegments)
    (self.answersDays, self.answersSegments) = (answersDays, answersSegments)
    stride = Int32(lawSegments.count * (answersSegments.map(\.count).max() ?? 1))
    register = SlotRegister(space ?? .segments(stride, of: places.space))
  }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      let valid =
        places.valid.words[word] & (lawDays?.valid.words[word] ?? .max)
        & (answersDays?.valid.words[word] ?? .max)
      register.valid.words[word] = valid
      var rest = valid
      while rest != 0 {
        let record = word * 64 + rest.trailingZeroBitCount
        register.slots[record] = places.slots[record] * stride + segment(record)
        rest &= rest - 1
      }
    }
  }

  private func segment(_ record: Int) -> Int32 {
    let law = lawDays.map { lawSegments.number(of: $0.values[record]) } ?? 0
    let answers = answersDays.map { days in
      answersSegments[Int(units.slots[record])].number(of: days.values[record])
    }
    return Int32(law + (answers ?? 0) * lawSegments.count)
  }
}
