import Calendars

/// All units and posts, with their dates.
package struct UnitRegistry: Sendable {
  /// By code, then by first day.
  package let units: [Unit]
  /// By unit, then by role.
  package let posts: [Post]

  private let unitsByCode: [String: [Unit]]
  private let postsByRole: [PostKey: Post]

  /// A registry of units and posts, in any order.
  package init(units: [Unit] = [], posts: [Post] = []) {
    self.units = units.sorted {
      ($0.code, $0.dates.from?.number ?? .min) < ($1.code, $1.dates.from?.number ?? .min)
    }
    self.posts = posts.sorted { ($0.unit, $0.role) < ($1.unit, $1.role) }
    unitsByCode = Dictionary(grouping: self.units, by: \.code)
    postsByRole = Dictionary(posts.map { (PostKey(unit: $0.unit, role: $0.role), $0) }) {
      first, _ in first
    }
  }

  /// The codes of all units, each once, in order.
  package var codes: [String] { unitsByCode.keys.sorted() }

  /// The unit that a code means on a day.
  package func unit(_ code: String, on day: Day) -> Unit? {
    unitsByCode[code]?.first { $0.dates.contains(day) }
  }

  /// The units there are on a day, by code.
  package func units(on day: Day) -> [Unit] { units.filter { $0.dates.contains(day) } }

  /// The units there are on any day of a period, by code, then by first day.
  package func units(during period: Period) -> [Unit] {
    let days = DateSpan(from: period.first, until: period.last)
    return units.filter { $0.dates.overlaps(days) }
  }

  /// The post of a unit with a role.
  package func post(unit: String, role: String) -> Post? {
    postsByRole[PostKey(unit: unit, role: role)]
  }

  /// Who held a post on a day, by first day; several where holdings overlap, none in a vacancy.
  package func holdings(unit: String, role: String, on day: Day) -> [Holding] {
    post(unit: unit, role: role)?.holdings.filter { $0.dates.contains(day) } ?? []
  }
}

/// What tells posts apart.
private struct PostKey: Hashable {
  let unit: String
  let role: String
}
