import Calendars
import Diagnostics
import Foundation
import Testing

@Suite("JSON, limits and wording")
struct TextFormTests {
  struct Sample: Codable, Equatable {
    var day: Day
    var instant: Instant
    var period: Period
  }

  @Test func jsonIsPlainText() throws {
    let json = #"{"day":"2025-09-02","instant":"2025-10-03T10:00:00.5Z","period":"2025-Q3"}"#
    let sample = try JSONDecoder().decode(Sample.self, from: Data(json.utf8))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(sample), as: UTF8.self) == json)
  }

  @Test(arguments: [#"["2025-02-30"]"#, #"["2025-9-2"]"#, "[5]"])
  func badJsonIsRefused(json: String) {
    let data = Data(json.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: data) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Instant].self, from: data) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Period].self, from: data) }
  }

  @Test func extremesDoNotTrap() {
    let (first, last) = (Day(number: .min), Day(number: .max))
    #expect(last.adding(days: .max) == last && first.adding(days: .min) == first)
    #expect(last.adding(months: .max) == last && first.adding(months: .min) == first)
    let late = Instant(seconds: .max, nanoseconds: 999_999_999)
    #expect(late.adding(seconds: .max, nanoseconds: .max).seconds == .max)
    #expect(Instant(seconds: .min).adding(seconds: .min, nanoseconds: .min).seconds == .min)
    #expect(late.microseconds == .max && Instant(seconds: .min).microseconds == .min)
    #expect(Instant(microseconds: .min).microseconds == .min)
    #expect(Instant(microseconds: .max).microseconds == .max)
    for n in [Int.min, Int.max] {
      #expect(throws: CalendarFault.self) {
        try CalendarFile.vietnam.adding(
          workingDays: n, to: known(Day(year: 2024, month: 2, day: 29)))
      }
      #expect(throws: CalendarFault.self) {
        try CalendarFile.vietnam.adding(
          workingSeconds: Int64(n), to: Instant(seconds: 1_720_000_000))
      }
    }
  }

  @Test func calendarsAreEqualByTheirParts() {
    let (one, same) = (CalendarFile.named("vietnam"), CalendarFile.named("vietnam"))
    #expect(one == same && one.hashValue == same.hashValue)
    #expect(one != CalendarFile.named("bare"))
  }

  @Test func faultsSayWhatToDo() {
    let missing = CalendarFault.yearNotCovered(2027).message
    #expect(missing.vi.hasPrefix("Lịch làm việc chưa có ngày nghỉ lễ của năm 2027."))
    #expect(missing.en.contains("`covers`"))
    #expect(CalendarFault.noWorkingHours.message.en.contains("08:00-12:00"))
  }

  @Test func periodsSortByTheirEnd() {
    let names = ["2025", "2025-12", "2025-Q4", "2025-H2", "2025-11", "2024"]
    let sorted = names.compactMap { Period($0) }.sorted().map(\.name)
    #expect(sorted == ["2024", "2025-11", "2025-12", "2025-Q4", "2025-H2", "2025"])
  }
}
