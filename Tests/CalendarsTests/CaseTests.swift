import Calendars
import Diagnostics
import Foundation
import Testing

/// The lines of `cases/*.txt`: `operation argument … = answer`. `cases/README.md` lists the operations.
@Suite("Cases")
struct CaseTests {
  static let files = ["days", "working-days", "working-hours", "zones", "periods", "instants"]

  @Test(arguments: files.flatMap { lines(of: "cases/\($0).txt") })
  func answers(line: CaseLine) throws {
    let sides = line.text.components(separatedBy: " = ")
    try #require(sides.count == 2)
    var question = sides[0].split(separator: " ").map(String.init)
    #expect(answer(question.removeFirst(), question) == sides[1])
  }

  /// The answer as text; `nothing` for `nil`, the fault where one is thrown.
  private func answer(_ operation: String, _ arguments: [String]) -> String {
    let readers = [days, workingDays, workingHours, zones, periods, instants]
    do {
      for reader in readers {
        if let answer = try reader(operation, arguments) { return answer }
      }
      return "no operation \(operation)"
    } catch CalendarFault.yearNotCovered(let year) {
      return "fault \(year)"
    } catch CalendarFault.noWorkingHours {
      return "fault hours"
    } catch {
      return "bad case: \(error)"
    }
  }

  private struct BadCase: Error {}

  private func day(_ text: String) throws -> Day {
    guard let day = Day(iso: text) else { throw BadCase() }
    return day
  }

  private func int(_ text: String) throws -> Int {
    guard let value = Int(text) else { throw BadCase() }
    return value
  }

  private func zone(_ text: String) throws -> Zone {
    guard let zone = Zone(identifier: text) else { throw BadCase() }
    return zone
  }

  private func instant(_ text: String, _ zone: Zone? = nil) throws -> Instant {
    guard let instant = Instant(iso: text, zone: zone) else { throw BadCase() }
    return instant
  }

  private func days(_ operation: String, _ words: [String]) throws -> String? {
    switch operation {
    case "day": Day(iso: words[0])?.iso ?? "nothing"
    case "day-number": try String(day(words[0]).number)
    case "weekday": try String(day(words[0]).weekday)
    case "months": try day(words[0]).adding(months: int(words[1])).iso
    case "month-of":
      try "\(day(words[0]).startOfMonth.iso)..\(day(words[0]).endOfMonth.iso)"
    case "shown":
      try "\(day(words[0]).shown(in: .vi)) \(day(words[0]).shown(in: .en))"
    default: nil
    }
  }

  private func workingDays(_ operation: String, _ words: [String]) throws -> String? {
    let calendar = operation.hasPrefix("bare:") ? CalendarFile.named("bare") : CalendarFile.vietnam
    switch operation.replacingOccurrences(of: "bare:", with: "") {
    case "add": return try calendar.adding(workingDays: int(words[1]), to: day(words[0])).iso
    case "count":
      return try String(calendar.workingDays(after: day(words[0]), through: day(words[1])))
    case "next": return try calendar.nextWorkingDay(onOrAfter: day(words[0])).iso
    case "previous": return try calendar.previousWorkingDay(onOrBefore: day(words[0])).iso
    case "working": return try calendar.isWorking(day(words[0])) ? "yes" : "no"
    default: return nil
    }
  }

  private func workingHours(_ operation: String, _ words: [String]) throws -> String? {
    let calendar = operation.hasPrefix("bare:") ? CalendarFile.named("bare") : CalendarFile.vietnam
    let zone = calendar.zone
    switch operation.replacingOccurrences(of: "bare:", with: "") {
    case "add-seconds":
      let end = try calendar.adding(
        workingSeconds: Int64(int(words[1])), to: instant(words[0], zone))
      return zone.local(of: end).iso
    case "seconds":
      return try String(
        calendar.workingSeconds(from: instant(words[0], zone), to: instant(words[1], zone)))
    case "received":
      guard let cutOff = WorkingHours.secondOfDay(words[1]) else { throw BadCase() }
      return try calendar.receptionDay(of: instant(words[0], zone), cutOff: cutOff).iso
    case "hours":
      return WorkingHours(words[0]).map { "\($0.from) \($0.to) \($0.length)" } ?? "nothing"
    case "clock": return WorkingHours.secondOfDay(words[0]).map { String($0) } ?? "nothing"
    default: return nil
    }
  }

  private func zones(_ operation: String, _ words: [String]) throws -> String? {
    switch operation {
    case "zone": Zone(identifier: words[0])?.identifier ?? "nothing"
    case "offset": try String(zone(words[0]).offset(at: instant(words[1])))
    case "local": try zone(words[0]).local(of: instant(words[1])).iso
    case "moment": try instant(words[1], zone(words[0])).iso
    case "in": try instant(words[1]).iso(in: zone(words[0]))
    case "start": try zone(words[0]).startOfDay(day(words[1])).iso
    case "end": try zone(words[0]).endOfDay(day(words[1])).iso
    case "shown-time":
      try zone(words[0]).local(of: instant(words[1])).shown(in: words[2] == "vi" ? .vi : .en)
    default: nil
    }
  }

  private func periods(_ operation: String, _ words: [String]) throws -> String? {
    guard operation.hasPrefix("period") else { return nil }
    guard let period = Period(words[0]) else { return "nothing" }
    switch operation {
    case "period": return "\(period.name) \(period.first.iso)..\(period.last.iso)"
    case "period-title": return "\(period.title.vi) / \(period.title.en)"
    case "period-neighbours":
      return "\(period.previous?.name ?? "none") \(period.next?.name ?? "none")"
    case "period-contains": return try period.contains(day(words[1])) ? "yes" : "no"
    case "period-ending":
      guard let kind = Period.Kind(rawValue: words[1]) else { throw BadCase() }
      let names = period.periods(of: kind).map(\.name)
      return names.isEmpty ? "none" : names.joined(separator: " ")
    default: return nil
    }
  }

  private func instants(_ operation: String, _ words: [String]) throws -> String? {
    switch operation {
    case "instant": return Instant(iso: words[0])?.iso ?? "nothing"
    case "microseconds": return try String(instant(words[0]).microseconds)
    case "from-microseconds": return try Instant(microseconds: Int64(int(words[0]))).iso
    case "add-nanoseconds":
      return try instant(words[0]).adding(nanoseconds: Int64(int(words[1]))).iso
    case "nanoseconds": return try String(instant(words[1]).nanoseconds(since: instant(words[0])))
    default: return nil
    }
  }
}
