import Diagnostics

/// Reads the words of an expression into a tree, by recursive descent; the grammar is that of the
/// CEL specification (langdef.md, "Syntax").
struct Parser {
  /// How deep expressions may be nested: more than anybody writes, less than the stack bears.
  static let depthLimit = 200

  let text: MappedText
  let dialect: Dialect
  private let tokens: [Token]
  private var position = 0
  private var depth = 0
  /// The first mistake makes what follows meaningless, so only one of the grammar is reported.
  var syntaxError: Diagnostic?

  /// The tree of a text, `nil` where it cannot be read, and what is wrong with it.
  static func parse(_ text: MappedText, _ dialect: Dialect) -> (SyntaxNode?, [Diagnostic]) {
    let (tokens, diagnostics) = Lexer.tokens(of: text)
    var parser = Parser(text: text, dialect: dialect, tokens: tokens)
    guard tokens.count > 1 else {
      return (nil, diagnostics.isEmpty ? [.emptyExpression(text.span(0..<0))] : diagnostics)
    }
    let root = parser.whole()
    if let error = parser.syntaxError {
      // A mistake among the words explains one of the grammar at or after it.
      let explained = diagnostics.contains { $0.code == "TT0202" || $0.code == "TT0203" }
      return (nil, explained ? diagnostics : diagnostics + [error])
    }
    return (root, diagnostics)
  }

  private init(text: MappedText, dialect: Dialect, tokens: [Token]) {
    self.text = text
    self.dialect = dialect
    self.tokens = tokens
  }

  private mutating func whole() -> SyntaxNode {
    let root = expression()
    if token.kind != .end { fail(.unexpected(text.span(token.range), wanted: nil)) }
    return root
  }

  // MARK: - Words

  var token: Token { tokens[min(position, tokens.count - 1)] }
  var following: Token { tokens[min(position + 1, tokens.count - 1)] }
  /// Where the word before ends.
  var end: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

  mutating func advance() { if syntaxError == nil { position += 1 } }

  mutating func take(_ sign: String) -> Bool {
    guard token.isSign(sign), syntaxError == nil else { return false }
    position += 1
    return true
  }

  /// Takes a bracket that must come here.
  mutating func require(_ sign: String, opened: Range<Int>? = nil) {
    guard !take(sign) else { return }
    fail(.unexpected(text.span(token.range), wanted: sign, opened: opened.map(text.span)))
  }

  /// Keeps the first mistake and stops reading.
  mutating func fail(_ diagnostic: Diagnostic) {
    if syntaxError == nil { syntaxError = diagnostic }
    position = tokens.count - 1
  }

  func missing() -> SyntaxNode { SyntaxNode(.missing, token.range) }

  mutating func make(
    _ kind: SyntaxNode.Kind, _ range: Range<Int>, over children: [SyntaxNode]
  ) -> SyntaxNode {
    let node = SyntaxNode(kind, range, over: children)
    guard node.depth > Self.depthLimit else { return node }
    fail(.tooDeep(text.span(range.lowerBound..<range.lowerBound + 1)))
    return missing()
  }

  // MARK: - Operators, loosest first

  mutating func expression() -> SyntaxNode {
    guard depth < Self.depthLimit / 2 else {
      fail(.tooDeep(text.span(token.range)))
      return missing()
    }
    depth += 1
    defer { depth -= 1 }
    let condition = chain("||")
    guard take("?") else { return condition }
    if dialect == .rules, token.isSign(".") { refuseOptional() }
    let then = chain("||")
    require(":")
    let otherwise = expression()
    return make(
      .conditional(condition, then: then, otherwise: otherwise),
      condition.range.lowerBound..<end, over: [condition, then, otherwise])
  }

  private mutating func chain(_ sign: String) -> SyntaxNode {
    let operand: (inout Parser) -> SyntaxNode = { parser in
      sign == "||" ? parser.chain("&&") : parser.binary(0)
    }
    var operands = [operand(&self)]
    while take(sign) { operands.append(operand(&self)) }
    guard operands.count > 1 else { return operands[0] }
    let range = operands[0].range.lowerBound..<end
    return make(sign == "||" ? .or(operands) : .and(operands), range, over: operands)
  }

  private static let levels: [Set<String>] = [
    ["<", "<=", ">", ">=", "==", "!=", "in"], ["+", "-"], ["*", "/", "%"],
  ]

  private mutating func binary(_ level: Int) -> SyntaxNode {
    guard level < Self.levels.count else { return unary() }
    var left = binary(level + 1)
    while let sign = binarySign(Self.levels[level]) {
      let signRange = token.range
      advance()
      let right = binary(level + 1)
      left = make(
        .binary(sign, left, right, signRange: signRange), left.range.lowerBound..<end,
        over: [left, right])
    }
    return left
  }

  private func binarySign(_ signs: Set<String>) -> String? {
    switch token.kind {
    case .sign(let sign) where signs.contains(sign): sign
    case .name("in") where signs.contains("in"): "in"
    default: nil
    }
  }

  /// Signs before an operand, read without recursion; the last `-` belongs to a number after it.
  private mutating func unary() -> SyntaxNode {
    var signs: [Token] = []
    while token.isSign("!") || token.isSign("-") {
      signs.append(token)
      advance()
    }
    var node: SyntaxNode
    if let minus = signs.last, minus.isSign("-"), isNumber, syntaxError == nil {
      signs.removeLast()
      node = member(number(negative: true, from: minus.range.lowerBound))
    } else {
      node = member(primary())
    }
    for sign in signs.reversed() {
      let range = sign.range.lowerBound..<max(node.range.upperBound, sign.range.upperBound)
      node = make(sign.isSign("!") ? .not(node) : .negate(node), range, over: [node])
    }
    return node
  }
}
