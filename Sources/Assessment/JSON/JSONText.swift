/// Writes JSON for people and for comparison: keys sorted, two spaces, a value a line.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  /// Adds a value that stands `depth` levels deep.
  mutating func add(_ tree: JSONTree, depth: Int = 0) {
    switch tree {
    case .null: add("null")
    case .bool(let value): add(value ? "true" : "false")
    case .int(let value): add(String(value))
    case .string(let text): quote(text)
    case .array(let items):
      list("[", items.values, "]", depth) { text, item in text.add(item, depth: depth + 1) }
    case .object(let members):
      list("{", members.values.sorted { $0.key < $1.key }, "}", depth) { text, member in
        text.quote(member.key)
        text.add(" : ")
        text.add(member.value, depth: depth + 1)
      }
    }
  }

  /// Ends the last line.
  mutating func end() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func list<Item>(
    _ open: String, _ items: [Item], _ close: String, _ depth: Int,
    _ write: (inout JSONText, Item) -> Void
  ) {
    add(open)
    if items.isEmpty { add("\n") }
    for (index, item) in items.enumerated() {
      add(index == 0 ? "\n" : ",\n")
      indent(depth + 1)
      write(&self, item)
    }
    add("\n")
    indent(depth)
    add(close)
  }

  private mutating func indent(_ depth: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: Self.isEscaped) {
      for byte in text.utf8 {
        if let escape = Self.escape(of: byte) { add(escape) } else { bytes.append(byte) }
      }
    } else {
      add(text)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte may not stand in a text as it is.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// How a byte is written that may not stand in a text as it is.
  private static func escape(of byte: UInt8) -> String? {
    switch byte {
    case 0x20, 0x21, 0x23...0x5B, 0x5D...: nil
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    default: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}
