/// Writes random expressions of a type over some columns, with `has(…)` where a column may be empty.
struct RandomExpressions {
  typealias Kind = RandomSchema.Kind
  typealias Path = RandomSchema.Path

  let dice: Dice
  /// What can be read; what is given a name is added.
  var paths: [Path]
  /// Lists of steps in sight.
  var list: String?
  /// What is there wherever the expressions are asked.
  var guarded: Set<String> = []
  /// Whether to write mostly what kernels know.
  var isPlain = false

  init(_ dice: Dice, _ paths: [Path], list: String? = nil) {
    (self.dice, self.paths, self.list) = (dice, paths, list)
  }

  // MARK: - Columns

  private func path(_ kind: Kind) -> Path? {
    let some = paths.filter { $0.kind == kind }
    return some.isEmpty ? nil : dice.pick(of: some)
  }

  private func isLoose(_ path: Path) -> Bool { path.isNullable && !guarded.contains(path.text) }

  /// A column, or `other` where it is empty.
  private func column(_ kind: Kind, or other: String) -> String {
    guard let path = path(kind) else { return other }
    return isLoose(path) ? "(has(\(path.text)) ? \(path.text) : \(other))" : path.text
  }

  // MARK: - Conditions

  /// A condition.
  func bool(_ depth: Int = 2) -> String {
    guard depth > 0 else { return atom() }
    switch dice.roll(0...11) {
    case 0: return "(\(bool(depth - 1)) && \(bool(depth - 1)))"
    case 1: return "(\(bool(depth - 1)) || \(bool(depth - 1)))"
    case 2: return "!(\(bool(depth - 1)))"
    case 3: return "(\(bool(depth - 1)) ? \(bool(depth - 1)) : \(bool(depth - 1)))"
    case 4: return "((\(bool(depth - 1))) \(dice.pick("==", "!=")) (\(bool(depth - 1))))"
    default: return atom()
    }
  }

  private func atom() -> String {
    switch isPlain ? dice.roll(0...13) : dice.roll(0...17) {
    case 0...1: return flag()
    case 2...4: return "(\(int(1)) \(order()) \(int(1)))"
    case 5: return "(\(decimal()) \(order()) \(decimal()))"
    case 6...7: return "(\(date(1)) \(order()) \(date(1)))"
    case 8: return "(\(timestamp()) \(order()) \(timestamp()))"
    case 9...10:
      return
        "(\(string()) \(dice.pick("==", "!=", "<")) \(isPlain ? known() : dice.pick(string(), known())))"
    case 11: return "(\(string()) in [\"a\", \"c\"])"
    case 12: return presence()
    case 13: return ofUnit()
    case 14: return ofList()
    case 15: return dice.pick("\(string()).startsWith(\"a\")", "\(string()).contains(\"b\")")
    case 16: return dice.pick("\(date(0)).isWorkingDay()", "(\(date(0)).getDayOfWeek() == 1)")
    default: return "(\(decimal()) \(order()) \(int(0)))"
    }
  }

  private func flag() -> String {
    guard let path = path(.bool) else { return "true" }
    return isLoose(path) ? "(has(\(path.text)) && \(path.text))" : path.text
  }

  private func presence() -> String {
    let loose = paths.filter(\.isNullable)
    guard !loose.isEmpty else { return dice.pick("true", "false") }
    return dice.pick("", "!") + "has(\(dice.pick(of: loose).text))"
  }

  private func ofUnit() -> String {
    return dice.pick(
      "(unit.level == \"so\")", "(unit.code in [\"S1\", \"X2\"])",
      "(has(unit.parent) && unit.parent == \"S1\")", "(unit.name != \"Xã Hai\")")
  }

  private func ofList() -> String {
    guard let list else { return flag() }
    return dice.pick(
      "\(list).exists(s, s.ok)", "(\(list).size() > 1)", "\(list).all(s, has(s.to) && s.ok)")
  }

  private func known() -> String { dice.pick("\"a\"", "\"b\"", "\"c\"") }

  private func order() -> String { dice.pick("<", "<=", ">", ">=", "==", "!=") }

  // MARK: - Values

  /// A whole number.
  func int(_ depth: Int = 1) -> String {
    guard depth > 0 else {
      return dice.chance(65) ? column(.int, or: "\(dice.roll(0...4))") : "\(dice.roll(-1...9))"
    }
    switch isPlain ? dice.pick(0, 1, 3, 4, 9, 9, 9, 9) : dice.roll(0...9) {
    case 0: return "(\(int(0)) + \(int(0)))"
    case 1: return "(\(int(0)) - \(int(0)))"
    case 2:
      return "(\(column(.int, or: "2")) * \(dice.pick("3", "4611686018427387904", int(0))))"
    case 3: return "workingDaysBetween(\(moment()), \(moment()))"
    case 4: return "(\(atom()) ? \(int(0)) : \(int(0)))"
    case 5: return dice.pick("-(\(int(0)))", "(\(int(0)) % \(int(0)))")
    default: return int(0)
    }
  }

  /// A decimal.
  func decimal() -> String {
    switch isPlain ? dice.pick(0, 5, 5) : dice.roll(0...5) {
    case 0: return dice.pick("0.5", "1.25", "3.0", "0.333")
    case 1: return "(\(column(.decimal, or: "1.0")) + 0.5)"
    case 2: return "(\(int(0)) / \(int(0)))"
    default: return column(.decimal, or: isPlain ? "0.25" : dice.pick("0.1", "2.0"))
    }
  }

  /// A text.
  func string() -> String {
    switch isPlain ? 7 : dice.roll(0...7) {
    case 0: return "(\(atom()) ? \(column(.string, or: literal())) : \(literal()))"
    case 1: return "(\(column(.string, or: literal())) + \"b\")"
    default: return column(.string, or: literal())
    }
  }

  private func literal() -> String { dice.pick("\"a\"", "\"b\"", "\"x y\"", "\"S1\"", "\"\"") }

  /// A date.
  func date(_ depth: Int = 1) -> String {
    let own = column(.date, or: "period.first")
    guard depth > 0 else { return dice.chance(80) ? own : dice.pick("period.first", "period.last") }
    switch dice.roll(0...10) {
    case 0: return "(\(own) + \(length()))"
    case 1: return "(\(moment()) - \(length()))"
    case 2: return "date(\(timestamp()))"
    case 3: return dice.pick("\(own).startOfMonth()", "\(own).endOfMonth()")
    case 4: return "(\(atom()) ? \(own) : \(date(0)))"
    case 5: return dice.pick("date(as_of)", "date(\"2025-09-15\")")
    default: return date(0)
    }
  }

  /// A moment.
  func timestamp() -> String {
    switch isPlain ? dice.pick(0, 7, 7, 7, 7, 7) : dice.roll(0...7) {
    case 0: return "as_of"
    case 1: return "timestamp(\"2025-09-15T08:30:00+07:00\")"
    case 2: return "(\(column(.timestamp, or: "as_of")) + duration(\"36h\"))"
    default: return column(.timestamp, or: "as_of")
    }
  }

  /// A date or a moment.
  func moment() -> String { dice.chance(60) ? date(0) : timestamp() }

  private func length() -> String {
    let amount = dice.chance(30) ? int(0) : "\(dice.roll(0...12))"
    return dice.pick("workingDays(\(amount))", "days(\(amount))", "months(1)", "months(-1)")
  }

  // MARK: - Guards

  /// A condition that asks for some columns and for more; they need no asking afterwards.
  mutating func filter() -> String {
    let all = paths.filter(\.isNullable)
    let loose = (0..<dice.roll(0...min(2, all.count))).map { _ in dice.pick(of: all) }
    guarded.formUnion(loose.map(\.text))
    let asked = loose.map { "has(\($0.text))" }
    let more = asked.isEmpty || dice.chance(60) ? [bool()] : []
    return (asked + more).joined(separator: " && ")
  }
}
