import Calendars
import TestSupport

/// None, one or two waivers of the random obligation, over a part of the month or all of it.
struct RandomWaivers {
  private struct Waiver {
    let from: String
    let until: String
    let isFlagged: Bool
  }

  private let waivers: [Waiver]

  init(_ random: inout SeededRandom) {
    let days = [
      ("2025-09-01", "2025-09-20"), ("2025-09-16", "2025-09-30"), ("2025-08-15", "2025-10-15"),
    ]
    let counts = [0, 0, 1, 1, 2]
    waivers = (0..<(counts.randomElement(using: &random) ?? 0)).map { _ in
      let (from, until) = days.randomElement(using: &random) ?? days[0]
      return Waiver(from: from, until: until, isFlagged: .random(using: &random))
    }
  }

  /// As rule files have them.
  var yaml: String {
    guard !waivers.isEmpty else { return "" }
    let lines = waivers.enumerated().map { index, waiver in
      "  - { id: w\(index), document: \(index)/X, approver: A, reason: R, obligation: d/o, "
        + (waiver.isFlagged ? "where: item.flag, " : "units: [U], ")
        + "from: \(waiver.from), until: \(waiver.until) }\n"
    }
    return "waivers:\n" + lines.joined()
  }

  /// Whether every day of the month is waived: by one that lasts longer, or by both parts.
  var isWhole: Bool {
    let plain = Set(waivers.filter { !$0.isFlagged }.map(\.from))
    return plain.contains("2025-08-15") || plain.isSuperset(of: ["2025-09-01", "2025-09-16"])
  }

  /// Whether one of them sets a fully readable row apart.
  func cover(_ row: RandomRow) -> Bool {
    isWhole
      || waivers.contains { waiver in
        guard let day = row.on?.iso, !waiver.isFlagged || row.isFlagged else { return false }
        return waiver.from <= day && day <= waiver.until
      }
  }
}
