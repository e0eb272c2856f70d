import Calendars
import Diagnostics
import Foundation
import Testing

/// Reads the files `cases/*.calendar`: `zone`, `rest`, `hours`, `covers`, `holiday`, `worked`.
struct CalendarFile {
  var zone = Zone.utc
  var rest: Set<Int> = []
  var holidays: [Holiday] = []
  var worked: [Holiday] = []
  var hours: [WorkingHours] = []
  var covered = 2000...2000

  static let vietnam = named("vietnam")

  static func named(_ name: String) -> WorkCalendar {
    var file = CalendarFile()
    for line in lines(of: "cases/\(name).calendar") { file.read(line.words) }
    return WorkCalendar(
      zone: file.zone, restDays: file.rest, holidays: file.holidays, workedDays: file.worked,
      hours: file.hours, covered: file.covered)
  }

  private mutating func read(_ words: [String]) {
    let values = words.dropFirst()
    switch words[0] {
    case "zone": zone = known(Zone(identifier: words[1]))
    case "rest": rest = Set(values.map { known(Int($0)) })
    case "hours": hours = values.map { known(WorkingHours($0)) }
    case "covers":
      let years = words[1].split(separator: "-").map { known(Int($0)) }
      covered = years[0]...years[1]
    case "holiday": holidays += days(words[1])
    case "worked": worked += days(words[1])
    default: preconditionFailure("calendar: \(words)")
    }
  }

  private func days(_ range: String) -> [Holiday] {
    let ends = range.components(separatedBy: "..").map { known(Day(iso: $0)) }
    return (ends[0].number...ends[ends.count - 1].number).map {
      Holiday(day: Day(number: $0), name: Text(verbatim: "-"), source: "-")
    }
  }
}

/// One line of a case file that says something.
struct CaseLine: Sendable, CustomTestStringConvertible {
  let text: String
  let place: String

  var testDescription: String { "\(place): \(text)" }
  var words: [String] { text.split(separator: " ").map(String.init) }
}

/// The lines of a file beside the tests, without comments and empty ones.
func lines(of path: String, beside file: String = #filePath) -> [CaseLine] {
  let url = URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: path)
  let text = known(try? String(contentsOf: url, encoding: .utf8), "\(url.path)")
  return text.components(separatedBy: "\n").enumerated().compactMap { number, line in
    let said = line.components(separatedBy: "#")[0].trimmingCharacters(in: .whitespaces)
    return said.isEmpty ? nil : CaseLine(text: said, place: "\(path):\(number + 1)")
  }
}

/// What a test takes for granted.
func known<Value>(_ value: Value?, _ what: String = "a value of the tests") -> Value {
  guard let value else { preconditionFailure("\(what) is not there") }
  return value
}
