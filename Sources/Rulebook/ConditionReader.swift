import Diagnostics
import Expressions
import Tables
import YAMLTree

/// Reads the expressions of an obligation over its records, each in sight of what it may use.
struct ConditionReader {
  /// The expressions that were read; `nil` where one is absent or wrong.
  struct Conditions {
    var filter: CheckedExpression?
    var lets: [Let] = []
    var clock: Clock?
    var due: CheckedExpression?
    var done: CheckedExpression?
    var when: CheckedExpression?
    var openUntil: CheckedExpression?
    var lawOn: CheckedExpression?
    var answersOn: CheckedExpression?
    var require: CheckedExpression?
    var pending: CheckedExpression?
    var per: CheckedExpression?
  }

  static let moments: [ValueType] = [.date, .timestamp]

  let fields: Fields
  /// What is in sight of measure and evidence, once everything is read.
  private(set) var scope: RecordScope
  var diagnostics: [Diagnostic] = []

  /// A reader of the expressions of one obligation over records of `dataset`.
  init(_ fields: Fields, _ dataset: Dataset, among datasets: [String: Dataset]) {
    self.fields = fields
    scope = RecordScope(dataset, among: datasets)
  }

  /// Reads all of them, in the order in which they see each other.
  mutating func conditions() -> Conditions {
    var read = Conditions()
    read.filter = compile("where", [.bool])
    if let filter = read.filter {
      scope.assume(filter)
    } else if fields["where"] != nil {
      scope.assumeAll()
    }
    read.lets = lets()
    read.clock = clock()
    read.due = compile("due", Self.moments) ?? dueOfClock(read.clock)
    read.done = done(read.lets)
    define("due", read.due)
    define("done", read.done)
    (read.when, read.openUntil) = when()
    read.lawOn = compile("law-on", Self.moments)
    read.answersOn = compile("answers-on", Self.moments)
    read.require = compile("require", [.bool])
    read.pending = compile("pending", [.bool])
    read.per = compile("per", [.string])
    return read
  }

  /// What happened may not have happened yet, so its column may be empty without a `has(…)`.
  private mutating func done(_ lets: [Let]) -> CheckedExpression? {
    guard let done = compile("done", Self.moments, in: scope.unguarded) else { return nil }
    let given = GivenColumns(scope, lets).columns(of: done)
    for (name, column) in given where !column.event {
      diagnostics.append(.doneIsNoEvent(name, column: column.span, done.span))
    }
    if given.isEmpty { diagnostics.append(.doneWithoutColumn(done.span)) }
    return done
  }

  // MARK: - Clock

  private mutating func clock() -> Clock? {
    guard let node = fields["clock"] else { return nil }
    var reader = ClockReader(scope)
    let read = reader.read(node)
    diagnostics += reader.diagnostics
    scope.define("clock", read?.type ?? .dyn)
    return read?.clock
  }

  /// Where nothing else is said, what is due is due when the clock runs out.
  private mutating func dueOfClock(_ clock: Clock?) -> CheckedExpression? {
    guard clock != nil, fields["due"] == nil else { return nil }
    return compile(MappedText("clock"), Self.moments, in: scope.scope)
  }

  private mutating func define(_ name: String, _ expression: CheckedExpression?) {
    if let expression {
      let (guarded, _) = ExpressionCompiler.compile(expression.text, in: scope.scope)
      scope.define(name, expression.type, mayBeAbsent: guarded == nil)
    } else if fields.keySpan(name) != nil {
      // Wrong already: what uses the name is not to blame.
      scope.define(name, .dyn)
    }
  }

  // MARK: - Let

  private mutating func lets() -> [Let] {
    guard let node = fields["let"] else { return [] }
    guard let entries = node.entries else {
      diagnostics.append(.letIsNoMapping(node.span.firstLine))
      return []
    }
    return entries.compactMap { self.let($0) }
  }

  private mutating func `let`(_ entry: Node.Entry) -> Let? {
    let name = Located(entry.key.text, entry.keySpan)
    guard Names.isIdentifier(name.value) else {
      diagnostics.append(.badIdentifier(name))
      return nil
    }
    guard scope.scope.variables[name.value] == nil, !BuiltInDatasets.names.contains(name.value)
    else {
      diagnostics.append(.nameTaken(name))
      return nil
    }
    guard let text = Fields.expression(entry.value, name.value, &diagnostics),
      let expression = compile(text, [], in: scope.scope)
    else {
      scope.define(name.value, .dyn)
      return nil
    }
    scope.define(name.value, expression.type, mayBeAbsent: expression.root.mayBeAbsent)
    return Let(name: name.value, expression: expression)
  }

  // MARK: - Compiling

  mutating func compile(
    _ key: String, _ types: [ValueType], in scope: Scope? = nil
  ) -> CheckedExpression? {
    guard let text = fields.expression(key, &diagnostics) else { return nil }
    return compile(text, types, in: scope ?? self.scope.scope)
  }

  mutating func compile(
    _ text: MappedText, _ types: [ValueType], in scope: Scope
  ) -> CheckedExpression? {
    let (expression, found) = ExpressionCompiler.compile(text, in: scope, expecting: types)
    diagnostics += found
    return expression
  }
}

extension CheckedExpression {
  /// Where it is written.
  var span: Span { text.span(0..<text.text.utf8.count) }
}
