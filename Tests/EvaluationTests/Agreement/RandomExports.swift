/// Exports for a random rulebook, as text, with every kind of defect.
struct RandomExports {
  /// The bytes of each file, by path.
  private(set) var files: [String: [UInt8]] = [:]
  private let schema: RandomSchema
  private let dice: Dice
  /// How many cells in a thousand are odd.
  private let oddness: Int
  /// How many different keys there may be.
  private let spread: Int
  private let end: String

  init(_ schema: RandomSchema, _ dice: Dice) {
    (self.schema, self.dice) = (schema, dice)
    oddness = dice.pick(0, 0, 5, 20, 80)
    spread = dice.pick(10, 40, 40, 4000)
    end = dice.chance(15) ? "\r\n" : "\n"
    var entries: [String] = []
    items(&entries)
    kinds(&entries)
    if schema.hasSteps, !dice.chance(8) { steps(&entries) }
    if !dice.chance(10) { reports(&entries) }
    let snapshot = dice.pick("", "snapshot: 2025-10-02T17:00:00+07:00\n", "snapshot: 2025-09-29\n")
    files["exports.yaml"] = Array(
      (snapshot + "files:\n" + entries.map { "  - { \($0) }\n" }.joined()).utf8)
  }

  // MARK: - Files

  private mutating func items(_ entries: inout [String]) {
    if dice.chance(3) { return }
    let names = dice.pick(
      ["items.csv"], ["items.csv"], ["b.csv", "a.csv"], ["S1.csv", "more/S1-b.csv", "rest.csv"])
    let counts = names.map { _ in dice.pick(0, 3, 9, 14, 20, dice.roll(0...40)) }
    for (name, count) in zip(names, counts) {
      let lines = (0..<count).map { _ in record(schema.items.map(cell)) }
      add(name, schema.items.map(\.id), odd(lines))
      let snapshot = dice.pick(
        "", "", ", snapshot: 2025-10-04T08:00:00+07:00", ", snapshot: 2025-09-17T12:00:00+07:00")
      let covers = dice.pick(
        "", ", covers: all", ", covers: [S1, X1]", ", covers: records", ", unit: S1")
      entries.append("path: \(name), dataset: items\(covers)\(snapshot)")
    }
  }

  private mutating func kinds(_ entries: inout [String]) {
    if dice.chance(5) { return }
    let codes = ["k1", "k2", "k3", "k4"].filter { _ in dice.chance(96) }
    let lines = codes.map { code in
      record(schema.kinds.map { $0.id == "code" ? code : cell($0) })
    }
    let again = dice.chance(10) ? Array(lines.prefix(1)) : []
    add("kinds.csv", schema.kinds.map(\.id), lines + again)
    entries.append("path: kinds.csv, dataset: kinds, covers: all")
  }

  private mutating func steps(_ entries: inout [String]) {
    let lines = (0..<dice.roll(0...12)).map { _ in
      record([
        "i\(dice.roll(0...12))", dice.pick("true", "false"), timestamp(),
        dice.pick("", timestamp()),
      ])
    }
    add("steps.csv", ["item", "ok", "from", "to"], lines)
    entries.append("path: steps.csv, dataset: steps\(dice.pick("", ", covers: all"))")
  }

  private mutating func reports(_ entries: inout [String]) {
    let lines = ["S1", "X1", "S2"].filter { _ in dice.chance(60) }.map {
      record([$0, day(), timestamp()])
    }
    add("reports.csv", ["of", "about", "sent"], lines)
    entries.append("path: reports.csv, dataset: reports, covers: all")
  }

  private mutating func add(_ name: String, _ headers: [String], _ lines: [String]) {
    var text = dice.chance(8) ? "\u{FEFF}" : ""
    text += ([headers.joined(separator: ",")] + lines).joined(separator: end)
    if dice.chance(85) { text += end }
    if dice.chance(3) { text = "" }
    files[name] = Array(text.utf8)
  }

  // MARK: - Records

  private func record(_ cells: [String]) -> String { cells.joined(separator: ",") }

  /// Lines that are blank, too short, too long, or there twice.
  private func odd(_ lines: [String]) -> [String] {
    lines.flatMap { line -> [String] in
      guard dice.roll(1...1000) <= oddness * 4 else { return [line] }
      switch dice.roll(0...6) {
      case 0: return ["", line]
      case 1: return [line + ",more"]
      case 2: return [String(line.prefix(line.count / 2))]
      case 3: return [line, line]
      case 4: return [line, dice.pick(of: lines)]
      case 5: return [String(repeating: ",", count: line.count { $0 == "," })]
      default: return ["\"" + line]
      }
    }
  }

  private func cell(_ field: RandomSchema.Field) -> String {
    let clean = value(field)
    if field.isNullable, dice.chance(30) { return "" }
    guard dice.roll(1...1000) <= oddness else { return clean }
    switch dice.roll(0...11) {
    case 0...2: return ""
    case 3: return "?"
    case 4: return " \(clean) "
    case 5: return "\"\(clean)\""
    case 6: return "\"\(clean)\n\""
    case 7: return "\"\(clean)\"\"x\""
    case 8: return "\"\(clean)\"x"
    case 9: return "\"\(clean)"
    case 10: return "\u{00A0}\(clean)"
    default: return dice.pick("99999999999999999999", "31/02/2025", "N/A", "-", "x\"y")
    }
  }

  private func value(_ field: RandomSchema.Field) -> String {
    switch (field.id, field.kind) {
    case ("id", _): id()
    case ("unit", _), ("owner", _):
      dice.chance(2)
        ? dice.pick("ZZ", "So 1", "s1") : dice.pick("C", "S1", "S2", "X1", "X2", "S1", "X1")
    case ("ref", _): "k\(dice.chance(3) ? 9 : dice.roll(1...4))"
    case ("above", _): "k\(dice.chance(4) ? 8 : dice.roll(1...4))"
    case ("kind", _): dice.pick("a", "b", "c")
    case (_, .string): dice.pick("a", "b", "x y", "Đường", "\"a,b\"", "ab")
    case (_, .bool): dice.pick("true", "false")
    case (_, .int): "\(dice.chance(3) ? dice.pick(-3, 4611686018427387904, 12) : dice.roll(0...9))"
    case ("least", _): dice.pick("0.4", "0.5", "0.25", "1")
    case (_, .decimal): dice.pick("1.5", "2", "0.25", "10", "0.1", "3.75")
    case (_, .date): day()
    case (_, .timestamp): timestamp()
    }
  }

  /// Mostly plain, sometimes such that it has to be read as carefully as any text.
  private func id() -> String {
    let number = dice.roll(0...spread)
    if schema.hasSteps || dice.chance(70) { return "i\(number)" }
    return dice.pick(
      "\"i\(number)\"", " i\(number)", "\" i\(number) \"", "Hồ sơ \(number)", "ĐK\(number)",
      "H26.15-250901-00\(number)", "\"i\"\"\(number)\"", "\"i\(number),\nx\"")
  }

  private func day() -> String {
    if dice.chance(3) { return dice.pick("2024-12-30", "2026-01-05", "2025-10-20", "2025-09-31") }
    if dice.chance(75) { return "2025-09-\(two(dice.roll(1...30)))" }
    return "2025-\(two(dice.roll(7...10)))-\(two(dice.roll(1...10)))"
  }

  private func timestamp() -> String {
    let time = "\(two(dice.roll(0...23))):\(two(dice.pick(0, 15, 59)))"
    return day() + dice.pick("T", " ") + time + dice.pick("", ":00", ":59", ":00+07:00")
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
