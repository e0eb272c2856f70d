import TestSupport

/// Writes YAML files in every untidy way that is still well formed, the same ones for the same seed.
struct YAMLGenerator {
  private var random: SeededRandom
  private var lines: [String] = []
  private var depth = 0

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// A file: a mapping or a list, with comments, blank lines and spaces where they may stand.
  mutating func file() -> String {
    lines = []
    let column = random.next(3) == 0 ? random.next(4) : 0
    noise(column)
    if chance(2) { lines.append("---") }
    chance(5) ? sequence(column) : mapping(column)
    noise(column)
    let text = lines.joined(separator: chance(5) ? "\r\n" : "\n")
    return chance(2) ? text : text + "\n"
  }

  private mutating func chance(_ one: Int) -> Bool { random.next(one) == 0 }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: - Blocks

  private mutating func mapping(_ column: Int, first: String? = nil) {
    var prefix = first
    for number in 0...random.next(4) {
      if prefix == nil { noise(column) }
      let key = ["khóa", "'a b'", "\"c\"", "d-e"][random.next(4)] + String(number)
      let name = key.hasPrefix("'") || key.hasPrefix("\"") ? "\"n\(number)\"" : key
      let gap = chance(8) ? " " : ""
      value(after: (prefix ?? spaces(column)) + name + gap + ":", column)
      prefix = nil
    }
  }

  private mutating func sequence(_ column: Int, first: String? = nil) {
    var prefix = first
    for _ in 0...random.next(3) {
      if prefix == nil { noise(column) }
      let dash = (prefix ?? spaces(column)) + "-"
      let gap = random.roll(1...3)
      prefix = nil
      switch depth < 3 ? random.next(4) : 3 {
      case 0: nest { $0.mapping(column + 1 + gap, first: dash + $0.spaces(gap)) }
      case 1: nest { $0.sequence(column + 1 + gap, first: dash + $0.spaces(gap)) }
      default: value(after: dash, column)
      }
    }
  }

  private mutating func nest(_ body: (inout Self) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  private mutating func value(after head: String, _ column: Int) {
    let isItem = head.hasSuffix("-")
    switch random.next(depth < 3 ? 10 : 7) {
    case 0: finish(head)
    case 1: block(head, column)
    case 2: text(head, column)
    case 3: flow(head, column)
    case 7:
      finish(head)
      nest { $0.mapping(column + $0.random.roll(1...4)) }
    case 8:
      finish(head)
      let least = isItem ? 1 : 0
      nest { $0.sequence(column + $0.random.roll(least...3)) }
    case 9 where chance(2):
      finish(head)
      lines.append(spaces(column + random.roll(1...5)) + scalar())
    default: finish(head + gap(head) + scalar())
    }
  }

  /// A tab may stand behind a colon, but not behind a dash.
  private mutating func gap(_ head: String = "") -> String {
    !head.hasSuffix("-") && chance(6) ? "\t" : spaces(random.roll(1...4))
  }

  // MARK: - Values

  private mutating func scalar() -> String {
    [
      "chữ Việt", "'nháy # đơn'", "\"hai: chấm\"", "100%", "2025-09-01", "a - b", "~", "true",
      "http://x.vn/a#b", "''", "has(x.y) && z",
    ][random.next(11)]
  }

  /// A text after `|` or `>`.
  private mutating func block(_ head: String, _ column: Int) {
    let style = ["|", ">", "|-", ">-", "|+", ">+"][random.next(6)]
    lines.append(head + gap(head) + style + (chance(3) ? "  # sau" : "") + trail())
    let inner = column + random.roll(1...4)
    for _ in 0...random.next(3) {
      if chance(4) { lines.append(spaces(chance(2) ? 0 : random.next(inner + 1))) }
      lines.append(
        spaces(inner)
          + ["đoạn: chữ", "# không phải chú thích", "- x", "  sâu hơn "][random.next(4)])
    }
    // The first line says how far the text is indented.
    let start = lines.lastIndex { $0.contains(style) } ?? 0
    if let first = lines[(start + 1)...].firstIndex(where: { !$0.allSatisfy { $0 == " " } }) {
      lines[first] = spaces(inner) + "đầu"
    }
    for _ in 0..<random.next(3) { lines.append("") }
  }

  /// A quoted or plain text over several lines.
  private mutating func text(_ head: String, _ column: Int) {
    let quote = ["", "'", "\""][random.next(3)]
    var parts = ["một đoạn"]
    for _ in 0...random.next(2) {
      if chance(3) { parts.append("") }
      parts.append(spaces(column + random.roll(1...6)) + "nối tiếp")
    }
    lines.append(head + gap(head) + quote + parts[0])
    lines += parts.dropFirst().dropLast()
    finish((parts.last ?? "") + quote)
  }

  private mutating func flow(_ head: String, _ column: Int) {
    finish(head + gap(head) + bracket(column, 0))
  }

  private mutating func bracket(_ column: Int, _ level: Int) -> String {
    let isList = chance(2)
    let items = (0..<random.next(4)).map { number -> String in
      let item = level < 2 && chance(4) ? bracket(column, level + 1) : "x\(number)"
      return isList ? item : "k\(number):" + gap() + item
    }
    let inside = items.map { pad(column) + $0 + pad(column) }.joined(separator: ",")
    return isList ? "[\(inside)]" : "{\(inside)}"
  }

  /// Space, or now and then a line break, with a comment or without.
  private mutating func pad(_ column: Int) -> String {
    if chance(8) {
      return (chance(3) ? "  # trong ngoặc" : "") + "\n" + spaces(column + random.roll(1...5))
    }
    return spaces(random.next(3))
  }

  // MARK: - Around them

  private mutating func trail(_ line: String = "") -> String {
    guard chance(5) else { return "" }
    return line.hasSuffix("-") ? " " : [" ", "\t", "   "][random.next(3)]
  }

  private mutating func finish(_ line: String) {
    let comment = chance(4) ? gap(line) + ["# chú thích", "#sát", "#"][random.next(3)] : ""
    lines.append(line + comment + trail(line + comment))
  }

  /// Blank lines and comments, none further right than what they stand in.
  private mutating func noise(_ column: Int) {
    for _ in 0..<random.next(3) where chance(2) { lines.append(spaces(random.next(4))) }
    for _ in 0..<random.next(3) where chance(3) {
      lines.append(spaces(random.next(column + 1)) + "# riêng một dòng" + trail())
    }
  }
}
