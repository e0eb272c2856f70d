/// One signature of a library function or operator, with what it does: all there is to add one.
struct Overload: Sendable {
  /// How it is called: `f(x)`, `x.f()`, or as an operator.
  enum Style: Sendable, Hashable {
    case global
    case member
    case sign
  }

  /// What the result's type is.
  enum Result: Sendable, Hashable {
    case type(ValueType)
    /// That of an argument.
    case argument(Int)
    /// That of the elements of an argument, or the values of a map.
    case element(Int)
    /// A list of an argument's type.
    case listOf(Int)
    /// An optional of an argument's type.
    case optional(Int)
    /// An optional of the elements of an argument, or of what they are in an optional.
    case optionalElement(Int)
    /// That of what is in an optional.
    case wrapped(Int)
    /// The one that all arguments, or the elements of a single list, have in common.
    case joined
  }

  /// Gives the value for known arguments; throws `Fault`, `ArithmeticFault` or `CalendarFault`.
  typealias Body = @Sendable (Arguments) throws -> Value

  let style: Style
  let name: String
  /// The receiver first. `.dyn` accepts anything.
  let parameters: [ValueType]
  let result: Result
  /// Whether the last parameter may come any number of times.
  var isVariadic = false
  /// The languages that have it.
  var dialects: Set<Dialect> = [.rules, .cel]
  /// What the types of the arguments must be besides fitting the parameters.
  var admits: @Sendable ([ValueType]) -> Bool = { _ in true }
  let body: Body
  /// Makes the body for constant arguments (a compiled pattern), once; `nil` where not constant.
  var prepare: (@Sendable ([Value?]) throws -> Body?)?

  init(
    _ style: Style, _ name: String, _ parameters: [ValueType], _ result: ValueType,
    body: @escaping Body
  ) {
    self.init(style, name, parameters, giving: .type(result), body: body)
  }

  init(
    _ style: Style, _ name: String, _ parameters: [ValueType], giving result: Result,
    body: @escaping Body
  ) {
    self.style = style
    self.name = name
    self.parameters = parameters
    self.result = result
    self.body = body
  }

  /// The same, in one language only.
  func only(_ dialect: Dialect) -> Overload {
    var copy = self
    copy.dialects = [dialect]
    return copy
  }

  /// The same, with any number of the last parameter.
  func variadic() -> Overload {
    var copy = self
    copy.isVariadic = true
    return copy
  }

  /// The same, with a further condition on the types of the arguments.
  func admitting(_ admits: @escaping @Sendable ([ValueType]) -> Bool) -> Overload {
    var copy = self
    copy.admits = admits
    return copy
  }

  /// The same, with a body made once for constant arguments.
  func preparing(_ prepare: @escaping @Sendable ([Value?]) throws -> Body?) -> Overload {
    var copy = self
    copy.prepare = prepare
    return copy
  }

  /// The parameter that the argument at `index` goes to.
  func parameter(_ index: Int) -> ValueType? {
    if index < parameters.count { return parameters[index] }
    return isVariadic ? parameters.last : nil
  }

  /// Whether so many arguments fit.
  func takes(_ count: Int) -> Bool {
    isVariadic ? count >= parameters.count : count == parameters.count
  }

  /// How it is written, for people: `string.startsWith(string) -> bool`.
  var signature: String {
    var names = parameters.map(\.name)
    if isVariadic { names.append("…") }
    let head: String
    switch style {
    case .global: head = "\(name)(\(names.joined(separator: ", ")))"
    case .member: head = "\(names[0]).\(name)(\(names.dropFirst().joined(separator: ", ")))"
    case .sign:
      head = names.count == 1 ? "\(name)\(names[0])" : names.joined(separator: " \(name) ")
    }
    guard case .type(let type) = result else { return head }
    return "\(head) -> \(type.name)"
  }

  /// The type of the result for arguments of these types.
  func resultType(_ arguments: [ValueType]) -> ValueType { result.type(arguments) }
}

extension Overload.Result {
  /// The type for arguments of these types.
  func type(_ arguments: [ValueType]) -> ValueType {
    switch self {
    case .type(let type): type
    case .argument(let index): arguments[index]
    case .listOf(let index): .list(arguments[index])
    case .element(let index): Self.element(arguments[index])
    case .optional(let index): .optional(arguments[index])
    case .optionalElement(let index): .optional(Self.element(arguments[index]))
    case .wrapped(let index): arguments[index].wrapped ?? .dyn
    case .joined: Self.joined(arguments)
    }
  }

  private static func element(_ type: ValueType) -> ValueType {
    switch type {
    case .list(let element), .map(_, let element): element
    case .optional(let inner): element(inner)
    default: .dyn
    }
  }

  private static func joined(_ arguments: [ValueType]) -> ValueType {
    if arguments.count == 1, case .list(let element) = arguments[0] { return element }
    let first = arguments.first ?? .dyn
    return arguments.dropFirst().reduce(first) { $0.joined($1) }
  }
}
