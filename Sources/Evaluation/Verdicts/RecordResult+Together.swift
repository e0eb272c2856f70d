import Calendars
import Numbers

extension RecordResult {
  /// All that a verdict looks at in a record that it does not name and that adds nothing but itself.
  private struct Likeness: Hashable {
    let possible: UInt8
    let group: Group
    let lawDay: Day?
    let limits: [String: Rational?]
    let coverage: WaiverCoverage

    init(_ result: RecordResult) {
      possible = result.possible.rawValue
      (group, lawDay) = (result.group, result.lawDay)
      (limits, coverage) = (result.limits, result.coverage)
    }
  }

  /// Results that nobody names, those that are alike as one; in the order of the first of each.
  static func together(_ results: [RecordResult]) -> [RecordResult] {
    var together: [RecordResult] = []
    var places: [Likeness: Int] = [:]
    for result in results {
      if result.contribution == .none, let place = places[Likeness(result)] {
        together[place].count += result.count
        continue
      }
      if result.contribution == .none { places[Likeness(result)] = together.count }
      together.append(result)
    }
    return together
  }
}
