/// Reads bytes into some space from an offset of a text on; returns how many, 0 at the end.
package typealias JSONSource = (Int, UnsafeMutableRawBufferPointer) throws -> Int

/// Reads JSON text (RFC 8259) value by value, a block of bytes at a time.
struct JSONScanner {
  private static let blockSize = 64 * 1024

  /// Whether a line break ends the text that is read now, as in JSON Lines.
  let isLineByLine: Bool
  /// The line of the next byte, from 1.
  private(set) var line = 1
  private let read: JSONSource
  private var block = [UInt8](repeating: 0, count: Self.blockSize)
  private var index = 0
  private var end = 0
  private var blockStart = 0
  private var lineStart = 0
  private var depth = 0

  /// A scanner at the beginning of a text, behind its byte order mark.
  init(_ read: @escaping JSONSource, isLineByLine: Bool) throws {
    self.read = read
    self.isLineByLine = isLineByLine
    _ = try peek()
    if block[..<end].starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  // MARK: - Bytes

  /// The next byte; `nil` at the end of the text.
  @inline(__always)
  mutating func peek() throws -> UInt8? {
    if index < end { return block[index] }
    return try fill() ? block[index] : nil
  }

  private mutating func fill() throws -> Bool {
    blockStart += end
    (index, end) = (0, 0)
    let (read, start) = (read, blockStart)
    end = try block.withUnsafeMutableBytes { try read(start, $0) }
    return end > 0
  }

  /// Goes on behind the next byte, which is no line break.
  @inline(__always)
  mutating func advance() { index += 1 }

  private mutating func advanceLine() {
    index += 1
    line += 1
    lineStart = blockStart + index
  }

  /// Takes the next byte when it is this one.
  mutating func take(_ byte: UInt8) throws -> Bool {
    guard try peek() == byte else { return false }
    advance()
    return true
  }

  /// Goes on to the next byte that is no space. In JSON Lines it may be a line break.
  @inline(__always)
  mutating func skipSpace() throws {
    while let byte = try peek() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): advance()
      case UInt8(ascii: "\n"):
        if isLineByLine { return }
        advanceLine()
      default: return
      }
    }
  }

  /// Goes on to the line after this one.
  mutating func skipLine() throws {
    while let byte = try peek() {
      if byte == UInt8(ascii: "\n") { return advanceLine() }
      advance()
    }
  }

  /// A fault at the next byte.
  func fault(_ kind: JSONFault.Kind) -> JSONFault {
    JSONFault(kind: kind, line: line, lineStart: lineStart, offset: blockStart + index)
  }

  /// What it means that this byte comes next, or nothing.
  func unexpected(_ byte: UInt8?) -> JSONFault {
    guard let byte else { return fault(.end) }
    return fault(isLineByLine && byte == UInt8(ascii: "\n") ? .endOfLine : .unexpected(byte))
  }

  // MARK: - Structure

  /// Calls `body` for each key of the object that begins here; the value comes next then.
  mutating func forEachMember(
    _ body: (inout JSONScanner, [UInt8]) throws -> Void
  ) throws {
    try forEachItem("{", "}") { scanner in
      guard try scanner.peek() == UInt8(ascii: "\"") else {
        throw scanner.unexpected(try scanner.peek())
      }
      var key: [UInt8] = []
      _ = try scanner.string(into: &key)
      try scanner.skipSpace()
      guard try scanner.take(UInt8(ascii: ":")) else {
        throw scanner.unexpected(try scanner.peek())
      }
      try scanner.skipSpace()
      try body(&scanner, key)
    }
  }

  /// Calls `body` for each item of the array that begins here.
  mutating func forEachElement(_ body: (inout JSONScanner) throws -> Void) throws {
    try forEachItem("[", "]", body)
  }

  private mutating func forEachItem(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar,
    _ body: (inout JSONScanner) throws -> Void
  ) throws {
    if depth == JSONLimits.depth { throw fault(.tooDeep) }
    depth += 1
    defer { depth -= 1 }
    guard try take(UInt8(ascii: opening)) else { throw unexpected(try peek()) }
    try skipSpace()
    if try take(UInt8(ascii: closing)) { return }
    while true {
      try skipSpace()
      try body(&self)
      try skipSpace()
      if try take(UInt8(ascii: closing)) { return }
      guard try take(UInt8(ascii: ",")) else { throw unexpected(try peek()) }
    }
  }

  /// Reads a value and forgets it.
  mutating func skipValue() throws {
    switch try peek() {
    case UInt8(ascii: "{"): try forEachMember { scanner, _ in try scanner.skipValue() }
    case UInt8(ascii: "["): try forEachElement { try $0.skipValue() }
    default:
      var bytes: [UInt8] = []
      _ = try scalar(into: &bytes)
    }
  }

  // MARK: - Scalars

  /// What a value is that is no object and no array.
  enum Scalar {
    case text
    /// A text with half of a surrogate pair, which is no character.
    case brokenText
    case number
    case bool
    case null
    /// `NaN`, `Infinity`: no JSON, but what some writers write for a number that is none.
    case noNumber
  }

  /// Reads a scalar, and appends its text to `bytes`.
  mutating func scalar(into bytes: inout [UInt8]) throws -> Scalar {
    guard let byte = try peek() else { throw fault(.end) }
    switch byte {
    case UInt8(ascii: "\""): return try string(into: &bytes) ? .text : .brokenText
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(into: &bytes)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return try word(into: &bytes)
    default: throw unexpected(byte)
    }
  }

  private mutating func word(into bytes: inout [UInt8]) throws -> Scalar {
    let start = bytes.count
    let fault = fault(.word)
    while let byte = try peek(), byte.isLetter, bytes.count - start < 16 {
      bytes.append(byte)
      advance()
    }
    switch String(decoding: bytes[start...], as: UTF8.self) {
    case "true", "false": return .bool
    case "null":
      bytes.removeSubrange(start...)
      return .null
    case "NaN", "Infinity": return .noNumber
    default: throw fault
    }
  }

  /// Reads a number as RFC 8259, section 6, has it, and keeps it as it is written.
  private mutating func number(into bytes: inout [UInt8]) throws -> Scalar {
    if try take(UInt8(ascii: "-")) {
      bytes.append(UInt8(ascii: "-"))
      if try peek() == UInt8(ascii: "I") { return try word(into: &bytes) }
    }
    let isZero = try peek() == UInt8(ascii: "0")
    let whole = try digits(into: &bytes)
    if whole == 0 || isZero && whole > 1 { throw fault(.number) }
    if try take(UInt8(ascii: ".")) {
      bytes.append(UInt8(ascii: "."))
      if try digits(into: &bytes) == 0 { throw fault(.number) }
    }
    if let mark = try peek(), mark | 0x20 == UInt8(ascii: "e") { try exponent(into: &bytes) }
    return .number
  }

  private mutating func exponent(into bytes: inout [UInt8]) throws {
    bytes.append(UInt8(ascii: "e"))
    advance()
    if let sign = try peek(), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      bytes.append(sign)
      advance()
    }
    if try digits(into: &bytes) == 0 { throw fault(.number) }
  }

  private mutating func digits(into bytes: inout [UInt8]) throws -> Int {
    var count = 0
    while let byte = try peek(), byte &- UInt8(ascii: "0") < 10 {
      bytes.append(byte)
      advance()
      count += 1
      if bytes.count > JSONLimits.recordSize { throw fault(.tooLong) }
    }
    return count
  }

  // MARK: - Strings

  /// Reads a string and appends its text; false when half of a surrogate pair stands in it.
  mutating func string(into bytes: inout [UInt8]) throws -> Bool {
    advance()
    var isWhole = true
    while let byte = try peek() {
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return isWhole
      case UInt8(ascii: "\\"):
        advance()
        isWhole = try escaped(into: &bytes) && isWhole
      case 0..<0x20:
        throw isLineByLine && byte == UInt8(ascii: "\n")
          ? fault(.endOfLine) : fault(.controlCharacter)
      default: takePlain(into: &bytes)
      }
      if bytes.count > JSONLimits.recordSize { throw fault(.tooLong) }
    }
    throw fault(.end)
  }

  /// Takes what is in memory up to a byte that means something.
  private mutating func takePlain(into bytes: inout [UInt8]) {
    let (start, end) = (index, end)
    index = block.withUnsafeBufferPointer { block in
      var next = start
      while next < end, block[next] >= 0x20, block[next] != UInt8(ascii: "\""),
        block[next] != UInt8(ascii: "\\")
      {
        next += 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: block[start..<next]))
      return next
    }
  }

  private mutating func escaped(into bytes: inout [UInt8]) throws -> Bool {
    guard let byte = try peek() else { throw fault(.end) }
    let plain: UInt8
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = byte
    case UInt8(ascii: "b"): plain = 0x08
    case UInt8(ascii: "f"): plain = 0x0C
    case UInt8(ascii: "n"): plain = 0x0A
    case UInt8(ascii: "r"): plain = 0x0D
    case UInt8(ascii: "t"): plain = 0x09
    case UInt8(ascii: "u"):
      advance()
      return try codePoint(into: &bytes)
    default: throw fault(.escape)
    }
    advance()
    bytes.append(plain)
    return true
  }

  /// Behind `\u`: one unit of UTF-16, or two that make up a character.
  private mutating func codePoint(into bytes: inout [UInt8]) throws -> Bool {
    var unit = try hexadecimal()
    while UTF16.isLeadSurrogate(unit), try take(UInt8(ascii: "\\")) {
      guard try take(UInt8(ascii: "u")) else {
        bytes += Self.replacement
        return try escaped(into: &bytes) && false
      }
      let next = try hexadecimal()
      if UTF16.isTrailSurrogate(next) {
        bytes += Self.utf8(0x10000 + UInt32(unit & 0x3FF) << 10 + UInt32(next & 0x3FF))
        return true
      }
      bytes += Self.replacement
      unit = next
      guard UTF16.isLeadSurrogate(unit) else {
        bytes += Self.utf8(UInt32(unit))
        return false
      }
    }
    if UTF16.isSurrogate(unit) {
      bytes += Self.replacement
      return false
    }
    bytes += Self.utf8(UInt32(unit))
    return true
  }

  private static let replacement = utf8(0xFFFD)

  private static func utf8(_ code: UInt32) -> [UInt8] {
    Unicode.Scalar(code).map { Array(String($0).utf8) } ?? []
  }

  private mutating func hexadecimal() throws -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = try peek() else { throw fault(.end) }
      guard let digit = byte.hexadecimalDigit else { throw fault(.escape) }
      unit = unit << 4 | UInt16(digit)
      advance()
    }
    return unit
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  fileprivate var hexadecimalDigit: UInt8? {
    let digit = self &- UInt8(ascii: "0")
    if digit < 10 { return digit }
    let letter = (self | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? letter + 10 : nil
  }
}
