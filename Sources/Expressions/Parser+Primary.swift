import Diagnostics

/// Names, literals, calls and what follows an operand.
extension Parser {
  // MARK: - After an operand

  mutating func member(_ start: SyntaxNode) -> SyntaxNode {
    var node = start
    while syntaxError == nil {
      if take(".") {
        node = selection(of: node)
      } else if token.isSign("[") {
        node = index(of: node)
      } else if token.isSign("{"), node.isDottedName {
        node = message(node)
      } else {
        break
      }
    }
    return node
  }

  private mutating func selection(of node: SyntaxNode) -> SyntaxNode {
    let isOptional = optionalSign()
    let nameRange = token.range
    guard let name = fieldName() else {
      fail(.unexpected(text.span(token.range), wanted: nil, afterPoint: true))
      return missing()
    }
    if isOptional {
      return make(
        .optionalSelect(node, field: name, fieldRange: nameRange), node.range.lowerBound..<end,
        over: [node])
    }
    guard token.isSign("(") else {
      return make(
        .select(node, field: name, fieldRange: nameRange), node.range.lowerBound..<end,
        over: [node])
    }
    let arguments = arguments()
    let call = SyntaxCall(name: name, nameRange: nameRange, receiver: node, arguments: arguments)
    return make(.call(call), node.range.lowerBound..<end, over: arguments + [node])
  }

  private mutating func fieldName() -> String? {
    switch token.kind {
    case .name(let name) where !["true", "false", "null", "in"].contains(name):
      advance()
      return name
    case .quotedName(let name):
      advance()
      return name
    default: return nil
    }
  }

  private mutating func index(of node: SyntaxNode) -> SyntaxNode {
    let opened = token.range
    advance()
    let isOptional = optionalSign()
    let index = expression()
    require("]", opened: opened)
    return make(
      isOptional ? .optionalIndex(node, index) : .index(node, index),
      node.range.lowerBound..<end, over: [node, index])
  }

  mutating func refuseOptional() { fail(.optionalSyntax(text.span(token.range))) }

  /// Takes the `?` that CEL allows here and rules do not.
  private mutating func optionalSign() -> Bool {
    guard token.isSign("?") else { return false }
    if dialect == .rules { refuseOptional() }
    return take("?")
  }

  /// An operand, or `?` and an optional that may be left out.
  private mutating func element() -> SyntaxNode {
    let start = token.range.lowerBound
    guard optionalSign() else { return expression() }
    let inner = expression()
    return make(.ifPresent(inner), start..<end, over: [inner])
  }

  private mutating func arguments() -> [SyntaxNode] {
    let opened = token.range
    advance()
    return items(until: ")", opened, trailingComma: false) { parser in
      if parser.token.isSign("?") { parser.refuseOptional() }
      return parser.expression()
    }
  }

  /// Items between brackets, the first of which was taken.
  private mutating func items<Item>(
    until close: String, _ opened: Range<Int>, trailingComma: Bool = true,
    _ item: (inout Parser) -> Item
  ) -> [Item] {
    var items: [Item] = []
    while !token.isSign(close), syntaxError == nil {
      items.append(item(&self))
      guard take(",") else { break }
      if !trailingComma, token.isSign(close) {
        fail(.unexpected(text.span(token.range), wanted: nil))
      }
    }
    require(close, opened: opened)
    return items
  }

  // MARK: - Operands

  mutating func primary() -> SyntaxNode {
    let start = token
    switch start.kind {
    case .string(let string): return literal(.string(string))
    case .bytes(let bytes): return literal(.bytes(bytes))
    case .int, .uint, .real: return number(negative: false, from: start.range.lowerBound)
    case .name: return name(isAbsolute: false, from: start.range.lowerBound)
    case .sign("."):
      advance()
      return name(isAbsolute: true, from: start.range.lowerBound)
    case .sign("("): return parenthesised()
    case .sign("["):
      advance()
      let elements = items(until: "]", start.range) { $0.element() }
      return make(.list(elements), start.range.lowerBound..<end, over: elements)
    case .sign("{"): return map()
    default:
      fail(.unexpected(text.span(start.range), wanted: nil, wantsOperand: true))
      return missing()
    }
  }

  private mutating func literal(_ value: Value) -> SyntaxNode {
    let range = token.range
    advance()
    return SyntaxNode(.literal(value), range)
  }

  private mutating func parenthesised() -> SyntaxNode {
    let opened = token.range
    advance()
    var node = expression()
    require(")", opened: opened)
    node.range = opened.lowerBound..<max(end, opened.upperBound)
    return node
  }

  private mutating func map() -> SyntaxNode {
    let opened = token.range
    advance()
    let entries = items(until: "}", opened) { $0.entry() }
    return make(
      .map(entries), opened.lowerBound..<end, over: entries.flatMap { [$0.key, $0.value] })
  }

  private mutating func entry() -> (key: SyntaxNode, value: SyntaxNode) {
    let key = element()
    require(":")
    return (key, expression())
  }

  private mutating func message(_ name: SyntaxNode) -> SyntaxNode {
    let opened = token.range
    advance()
    let fields = items(until: "}", opened) { parser in
      if parser.fieldName() == nil {
        parser.fail(.unexpected(parser.text.span(parser.token.range), wanted: nil))
      }
      parser.require(":")
      return parser.expression()
    }
    return make(.message(name, fields: fields), name.range.lowerBound..<end, over: fields + [name])
  }

  private static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]

  private mutating func name(isAbsolute: Bool, from start: Int) -> SyntaxNode {
    let range = token.range
    guard case .name(let name) = token.kind, name != "in" else {
      fail(.unexpected(text.span(token.range), wanted: nil, wantsOperand: true))
      return missing()
    }
    advance()
    switch name {
    case "true", "false": return SyntaxNode(.literal(.bool(name == "true")), range)
    case "null": return SyntaxNode(.literal(.null), range)
    case _ where Self.reserved.contains(name):
      fail(.reservedWord(name, text.span(range)))
      return missing()
    default: break
    }
    guard token.isSign("(") else {
      return SyntaxNode(.name(name, isAbsolute: isAbsolute), start..<range.upperBound)
    }
    let arguments = arguments()
    let call = SyntaxCall(name: name, nameRange: range, receiver: nil, arguments: arguments)
    return make(.call(call), start..<end, over: arguments)
  }

  // MARK: - Numbers

  var isNumber: Bool {
    switch token.kind {
    case .int, .uint, .real: true
    default: false
    }
  }

  mutating func number(negative: Bool, from start: Int) -> SyntaxNode {
    let range = start..<token.range.upperBound
    let value = NumberLiteral.value(of: token.kind, negative: negative, dialect)
    if value == nil { fail(.numberOutOfRange(text.span(range))) }
    advance()
    return value.map { SyntaxNode(.literal($0), range) } ?? missing()
  }
}

extension SyntaxNode {
  /// Whether it is a name or names joined by points: what may name a message type.
  fileprivate var isDottedName: Bool {
    switch kind {
    case .name: true
    case .select(let node, _, _): node.isDottedName
    default: false
    }
  }
}
