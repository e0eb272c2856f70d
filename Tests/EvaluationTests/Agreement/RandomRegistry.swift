/// The calendar, the units and who held their posts: units that come and go inside a quarter, change
/// their level, and stand below others; posts that change hands inside the month, that two hold, that are
/// vacant.
struct RandomRegistry {
  let yaml: String

  init(_ dice: Dice) {
    let change = dice.pick("2025-09-01", "2025-08-11", "2025-09-16")
    let before =
      change == "2025-09-01" ? "2025-08-31" : change == "2025-08-11" ? "2025-08-10" : "2025-09-15"
    let gone = dice.pick("2025-08-20", "2025-09-12", "2025-12-31")
    let above = dice.pick("C", "S1")
    let units = """
      units:
        - { code: C, name: Thành phố, level: city, from: 2020-01-01 }
        - { code: S1, name: Sở Một, level: so, parent: C, from: 2020-01-01, aliases: [So 1] }
        - { code: S2, name: Sở Hai, level: so, parent: C, from: 2020-01-01, until: \(before) }
        - { code: S2, name: Sở Hai mới, level: xa, parent: C, from: \(change) }
        - { code: X1, name: Xã Một, level: xa, parent: \(above), from: 2020-01-01 }
        - { code: X2, name: Xã Hai, level: xa, parent: S1, from: 2020-01-01, until: \(gone) }

      """
    let posts = ["C", "S1", "S2", "X1", "X2"].filter { _ in dice.chance(85) }
    yaml =
      Self.calendar + units + "posts:\n" + posts.map { Self.post($0, dice) }.joined()
      + Self.post("C", dice, role: "deputy")
  }

  private static let calendar = """
    calendar:
      zone: Asia/Ho_Chi_Minh
      rest-days: [saturday, sunday]
      covers: 2025-2025
      holidays:
        - { date: 2025-09-01, name: Nghỉ, source: mô phỏng }
        - { date: 2025-09-02, name: Nghỉ, source: mô phỏng }
      worked-days:
        - { date: 2025-09-13, name: Làm bù, source: mô phỏng }

    """

  private static func post(_ unit: String, _ dice: Dice, role: String = "head") -> String {
    let holdings = dice.pick(
      ["from: 2020-01-01"],
      ["from: 2020-01-01, until: 2025-09-14", "from: 2025-09-15"],
      ["from: 2020-01-01, until: 2025-09-10", "from: 2025-09-20"],
      ["from: 2020-01-01, until: 2025-09-18", "from: 2025-09-18, until: 2025-09-24"],
      ["from: 2025-08-01, until: 2025-09-12", "from: 2025-09-06"], ["from: 2025-09-30"], [])
    let written = holdings.enumerated().map { number, dates in
      let kind = dice.pick("official", "acting", "in-charge", "delegated")
      return "{ holder: H\(number), kind: \(kind), \(dates), document: \(number)/Q }"
    }
    return
      "  - { unit: \(unit), role: \(role), title: Head, holdings: [\(written.joined(separator: ", "))] }\n"
  }
}
