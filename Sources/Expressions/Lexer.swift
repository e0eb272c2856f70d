import Diagnostics

/// Cuts the text of an expression into words.
///
/// Slips with one obvious meaning (`=`, `&`, `and`) are reported and read as meant, so that the rest
/// of the expression is still checked.
struct Lexer {
  let text: MappedText
  let bytes: [UInt8]
  var position = 0
  var diagnostics: [Diagnostic] = []
  private var tokens: [Token] = []

  /// All words of a text, with what is wrong about them.
  static func tokens(of text: MappedText) -> ([Token], [Diagnostic]) {
    var lexer = Lexer(text)
    lexer.run()
    return (lexer.tokens, lexer.diagnostics)
  }

  private init(_ text: MappedText) {
    self.text = text
    bytes = Array(text.text.utf8)
  }

  private mutating func run() {
    skipBlanks()
    while position < bytes.count {
      let start = position
      if let kind = next() { tokens.append(Token(kind: kind, range: start..<position)) }
      skipBlanks()
    }
    tokens.append(Token(kind: .end, range: bytes.count..<bytes.count))
  }

  /// The byte `offset` places ahead, 0 past the end.
  func peek(_ offset: Int = 0) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  /// Whether the bytes ahead spell an ASCII text.
  func isNext(_ word: String) -> Bool { bytes[position...].starts(with: word.utf8) }

  func span(from start: Int) -> Span { text.span(start..<position) }

  private mutating func skipBlanks() {
    while position < bytes.count {
      if isNext("//") {
        while position < bytes.count, peek() != UInt8(ascii: "\n") { position += 1 }
      } else if [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(peek()) {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func next() -> Token.Kind? {
    let byte = peek()
    if let literal = stringLiteral() { return literal }
    if byte.isLetter || isForeignLetter { return word() }
    if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1).isDigit) { return number() }
    if byte == UInt8(ascii: "`") { return quotedName() }
    return sign() ?? stray()
  }

  // MARK: - Words

  private mutating func word() -> Token.Kind? {
    let start = position
    while skipLetter() {}
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return foreignWords(start) }
    guard let meant = Self.spelledOperators[word.lowercased()], isOperator(word, start) else {
      return .name(word)
    }
    diagnostics.append(.spelledOperator(word, meant, span(from: start)))
    return .sign(meant)
  }

  /// Passes a letter, digit or accent of any script.
  private mutating func skipLetter() -> Bool {
    if peek().isLetter || peek().isDigit {
      position += 1
      return true
    }
    guard peek() >= 0x80, let scalar = scalar else { return false }
    let isAccent = scalar.properties.generalCategory == .nonspacingMark
    guard scalar.properties.isAlphabetic || isAccent else { return false }
    position += UTF8.width(scalar)
    return true
  }

  /// Reports words that are no names, all that follow each other at once. A number before them says
  /// how long something is, and is read as meant: `5 ngày làm việc` is `workingDays(5)`.
  private mutating func foreignWords(_ start: Int) -> Token.Kind? {
    while peek() == 0x20, position + 1 < bytes.count, isWordAhead {
      position += 1
      while skipLetter() {}
    }
    let words = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let last = tokens.last, case .int(let digits) = last.kind,
      let length = TimeWords.functions[words.lowercased()]
    else {
      diagnostics.append(.strayWords(words, span(from: start)))
      return nil
    }
    let range = last.range.lowerBound..<position
    diagnostics.append(.lengthInWords("\(length)(\(digits))", text.span(range)))
    tokens.removeLast()
    tokens += [.name(length), .sign("("), last.kind].map { Token(kind: $0, range: range) }
    tokens.append(Token(kind: .sign(")"), range: range))
    return nil
  }

  /// Whether a letter comes after the blank at hand.
  private var isWordAhead: Bool {
    let next = String(decoding: bytes[(position + 1)...].prefix(4), as: UTF8.self)
    return next.unicodeScalars.first?.properties.isAlphabetic == true
  }

  private var isForeignLetter: Bool {
    peek() >= 0x80 && scalar?.properties.isAlphabetic == true
  }

  /// The character that starts here.
  private var scalar: Unicode.Scalar? {
    String(decoding: bytes[position...].prefix(4), as: UTF8.self).unicodeScalars.first
  }

  private static let spelledOperators = ["and": "&&", "or": "||", "not": "!"]

  /// `and` is an operator after an operand, `not` before one; else they are names like others.
  private func isOperator(_ word: String, _ start: Int) -> Bool {
    let after = bytes[position...].first { $0 != 0x20 } ?? 0
    let beforeOperand =
      after.isLetter || after.isDigit || [0x21, 0x22, 0x27, 0x28, 0x2D].contains(after)
    guard beforeOperand else { return false }
    let afterOperand = tokens.last.map(\.kind.endsOperand) ?? false
    return word.lowercased() == "not"
      ? !afterOperand && (after != 0x28 || peek() == 0x20) : afterOperand
  }

  private mutating func quotedName() -> Token.Kind? {
    let start = position
    position += 1
    while position < bytes.count, peek() != UInt8(ascii: "`"), peek() != UInt8(ascii: "\n") {
      position += 1
    }
    guard peek() == UInt8(ascii: "`") else {
      diagnostics.append(.unterminatedString(span(from: start), quote: "`"))
      return nil
    }
    position += 1
    return .quotedName(String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self))
  }

  // MARK: - Signs

  private static let signs = [
    "==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", ".", ",",
    "(", ")", "[", "]", "{", "}",
  ]

  private static let slips = ["=": "==", "&": "&&", "|": "||"]

  private mutating func sign() -> Token.Kind? {
    let start = position
    if isNext("<>") {
      position += 2
      diagnostics.append(.wrongSign("<>", "!=", span(from: start)))
      return .sign("!=")
    }
    if let sign = Self.signs.first(where: isNext) {
      position += sign.utf8.count
      return .sign(sign)
    }
    guard let (slip, meant) = Self.slips.first(where: { isNext($0.key) }) else { return nil }
    position += 1
    diagnostics.append(.wrongSign(slip, meant, span(from: start)))
    return .sign(meant)
  }

  /// Reports a character that means nothing; a text in curly quotes is read as one.
  private mutating func stray() -> Token.Kind? {
    let start = position
    let opening = scalar
    position += opening.map(UTF8.width) ?? 1
    guard opening == "“" || opening == "‘" else {
      diagnostics.append(.strayCharacter(span(from: start)))
      return nil
    }
    let inner = position
    while position < bytes.count, !isNext("”"), !isNext("’"), peek() != UInt8(ascii: "\n") {
      position += 1
    }
    let content = String(decoding: bytes[inner..<position], as: UTF8.self)
    if isNext("”") || isNext("’") { position += 3 }
    diagnostics.append(.strayCharacter(span(from: start)))
    return .string(content)
  }
}

extension Token.Kind {
  /// Whether an operand may end with it.
  fileprivate var endsOperand: Bool {
    switch self {
    case .sign(let sign): [")", "]", "}"].contains(sign)
    case .name(let name): name != "in"
    default: true
    }
  }
}

extension UInt8 {
  /// Whether a name may start with it.
  var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) || self == UInt8(ascii: "_")
  }

  /// Whether it is a decimal digit.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
