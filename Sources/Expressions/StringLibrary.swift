/// Functions of texts; places and sizes count Unicode code points.
enum StringLibrary {
  static let overloads: [Overload] = tests + patterns + casing + places + parts + replacing + joins

  private static let tests: [Overload] = [
    Overload(.member, "contains", [.string, .string], .bool) {
      .bool(find(Array(try $0.string(1).utf8), in: Array(try $0.string(0).utf8), from: 0) != nil)
    },
    Overload(.member, "startsWith", [.string, .string], .bool) {
      .bool(try $0.string(0).utf8.starts(with: $0.string(1).utf8))
    },
    Overload(.member, "endsWith", [.string, .string], .bool) {
      .bool(try $0.string(0).utf8.reversed().starts(with: $0.string(1).utf8.reversed()))
    },
  ]

  private static let patterns: [Overload] = [Overload.Style.member, .global].map { style in
    Overload(style, "matches", [.string, .string], .bool) {
      .bool(try Pattern($0.string(1)).isFound(in: $0.string(0)))
    }.preparing { constants in
      guard case .string(let text)? = constants[1] else { return nil }
      let pattern = try Pattern(text)
      return { .bool(pattern.isFound(in: try $0.string(0))) }
    }
  }

  private static let casing: [Overload] = [
    Overload(.member, "lowerAscii", [.string], .string) {
      .string(try shift($0, "A"..."Z", 32))
    },
    Overload(.member, "upperAscii", [.string], .string) {
      .string(try shift($0, "a"..."z", -32))
    },
    Overload(.member, "trim", [.string], .string) { .string(trimmed(try $0.string(0))) },
    Overload(.member, "reverse", [.string], .string) {
      .string(text(Array(try $0.string(0).unicodeScalars).reversed()))
    },
    Overload(.global, "strings.quote", [.string], .string) { .string(quoted(try $0.string(0))) },
  ]

  private static func shift(
    _ arguments: Arguments, _ range: ClosedRange<Unicode.Scalar>, _ offset: Int
  ) throws -> String {
    text(
      try arguments.string(0).unicodeScalars.map { scalar in
        guard range.contains(scalar) else { return scalar }
        return Unicode.Scalar(UInt8(Int(scalar.value) + offset))
      })
  }

  private static func trimmed(_ string: String) -> String {
    let scalars = Array(string.unicodeScalars)
    let from = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    let to = scalars.lastIndex { !$0.properties.isWhitespace } ?? from - 1
    return text(Array(scalars[from..<to + 1]))
  }

  private static let escapes: [Unicode.Scalar: String] = [
    "\u{07}": "\\a", "\u{08}": "\\b", "\u{0C}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
    "\u{0B}": "\\v", "\\": "\\\\", "\"": "\\\"",
  ]

  static func quoted(_ string: String) -> String {
    "\"" + string.unicodeScalars.map { escapes[$0] ?? String($0) }.joined() + "\""
  }

  // MARK: - Places

  private static let places: [Overload] = [
    Overload(.member, "indexOf", [.string, .string], .int) { try index($0, from: 0) },
    Overload(.member, "indexOf", [.string, .string, .int], .int) {
      try index($0, from: place($0, 2, in: scalars($0, 0)))
    },
    Overload(.member, "lastIndexOf", [.string, .string], .int) { arguments in
      try lastIndex(arguments, from: scalars(arguments, 0).count)
    },
    Overload(.member, "lastIndexOf", [.string, .string, .int], .int) {
      try lastIndex($0, from: place($0, 2, in: scalars($0, 0)))
    },
    Overload(.member, "charAt", [.string, .int], .string) { arguments in
      let scalars = try scalars(arguments, 0)
      let place = try place(arguments, 1, in: scalars)
      return .string(place < scalars.count ? String(scalars[place]) : "")
    },
  ]

  private static func scalars(_ arguments: Arguments, _ index: Int) throws -> [Unicode.Scalar] {
    Array(try arguments.string(index).unicodeScalars)
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A place in a text, 0 to its size.
  private static func place(
    _ arguments: Arguments, _ index: Int, in scalars: [Unicode.Scalar]
  ) throws -> Int {
    let place = try arguments.int(index)
    guard place >= 0, place <= scalars.count else { throw Fault(.indexOutOfRange(place)) }
    return Int(place)
  }

  private static func find<Item: Equatable>(
    _ part: [Item], in whole: [Item], from start: Int
  ) -> Int? {
    guard part.count <= whole.count - start else { return nil }
    return (start...whole.count - part.count).first { whole[$0...].starts(with: part) }
  }

  private static func index(_ arguments: Arguments, from start: Int) throws -> Value {
    let (whole, part) = (try scalars(arguments, 0), try scalars(arguments, 1))
    return .int(Int64(find(part, in: whole, from: start) ?? -1))
  }

  private static func lastIndex(_ arguments: Arguments, from start: Int) throws -> Value {
    let (whole, part) = (try scalars(arguments, 0), try scalars(arguments, 1))
    let last = min(start, whole.count - part.count)
    guard last >= 0 else { return .int(-1) }
    return .int(Int64((0...last).last { whole[$0...].starts(with: part) } ?? -1))
  }

  // MARK: - Parts

  private static let parts: [Overload] = [
    Overload(.member, "substring", [.string, .int], .string) { arguments in
      let whole = try scalars(arguments, 0)
      return .string(text(Array(whole[try place(arguments, 1, in: whole)...])))
    },
    Overload(.member, "substring", [.string, .int, .int], .string) { arguments in
      let whole = try scalars(arguments, 0)
      let (from, to) = (try place(arguments, 1, in: whole), try place(arguments, 2, in: whole))
      guard from <= to else { throw Fault(.indexOutOfRange(Int64(to))) }
      return .string(text(Array(whole[from..<to])))
    },
    Overload(.member, "split", [.string, .string], .list(.string)) {
      .list(try split($0, limit: -1).map(Value.string))
    },
    Overload(.member, "split", [.string, .string, .int], .list(.string)) {
      .list(try split($0, limit: $0.int(2)).map(Value.string))
    },
  ]

  private static func split(_ arguments: Arguments, limit: Int64) throws -> [String] {
    guard limit != 0 else { return [] }
    return pieces(
      try scalars(arguments, 0), at: try scalars(arguments, 1), limit: limit < 0 ? .max : Int(limit)
    ).map(text)
  }

  /// Cuts at a separator into at most `limit` pieces; an empty separator cuts between characters.
  private static func pieces(
    _ whole: [Unicode.Scalar], at separator: [Unicode.Scalar], limit: Int
  ) -> [[Unicode.Scalar]] {
    if separator.isEmpty {
      let single = whole.prefix(max(0, min(limit - 1, whole.count - 1))).map { [$0] }
      return single + (whole.isEmpty ? [] : [Array(whole[single.count...])])
    }
    var (pieces, start): ([[Unicode.Scalar]], Int) = ([], 0)
    while pieces.count < limit - 1, let next = find(separator, in: whole, from: start) {
      pieces.append(Array(whole[start..<next]))
      start = next + separator.count
    }
    return pieces + [Array(whole[start...])]
  }

  private static let replacing: [Overload] = [
    Overload(.member, "replace", [.string, .string, .string], .string) {
      .string(try replace($0, limit: -1))
    },
    Overload(.member, "replace", [.string, .string, .string, .int], .string) {
      .string(try replace($0, limit: $0.int(3)))
    },
  ]

  private static func replace(_ arguments: Arguments, limit: Int64) throws -> String {
    let (whole, part) = (try scalars(arguments, 0), try scalars(arguments, 1))
    guard limit != 0 else { return text(whole) }
    let count = limit < 0 ? Int.max : Int(clamping: limit.addingReportingOverflow(1).partialValue)
    let pieces = pieces(whole, at: part, limit: max(count, 1)).map(text)
    let between = try arguments.string(2)
    guard part.isEmpty else { return pieces.joined(separator: between) }
    let ends = limit < 0 || limit > pieces.count ? between : ""
    return between + pieces.joined(separator: between) + ends
  }

  private static let joins: [Overload] = [
    Overload(.member, "join", [.list(.string)], .string) { .string(try join($0, "")) },
    Overload(.member, "join", [.list(.string), .string], .string) {
      .string(try join($0, $0.string(1)))
    },
  ]

  private static func join(_ arguments: Arguments, _ separator: String) throws -> String {
    try arguments.list(0).map { value in
      guard case .string(let text) = value else {
        throw Fault(.noSuchOverload([value.type.name]))
      }
      return text
    }.joined(separator: separator)
  }
}
