import Diagnostics

/// One case of the conformance suite of CEL, as a line of JSON: `section`, `name`, `expr`, and what is
/// wanted: `value` (true where there is none), `eval_error`, or `typed_result`; with `bindings`,
/// `type_env`, `container`, `disable_check` and `check_only` where a case has them.
package struct SuiteCase: Sendable {
  /// `SECTION/NAME`.
  package let name: String
  /// The expression.
  package let expression: String
  private let json: JSONValue

  /// What came of a case.
  package struct Result: Sendable {
    /// Whether it came out as wanted.
    package let passes: Bool
    /// What was wanted, in words.
    package let wanted: String
    /// What came out, in words.
    package let got: String
  }

  /// Reads a line; `nil` where it is no case.
  package init?(line: String) {
    guard let json = JSONValue(line), let expression = json["expr"]?.string else { return nil }
    name = "\(json["section"]?.string ?? "")/\(json["name"]?.string ?? "")"
    self.expression = expression
    self.json = json
  }

  /// Compiles and evaluates it in CEL.
  package func run() -> Result {
    let (checked, diagnostics) = ExpressionCompiler.compile(MappedText(expression), in: scope)
    guard let checked else {
      let mistakes = diagnostics.map(\.message.en).joined(separator: "; ")
      return result(wantsError, "error: \(mistakes)")
    }
    if let type = wantedType {
      let fits = ProtoValue.type(type) == checked.type
      if !fits || json["check_only"]?.isTrue == true {
        return Result(
          passes: fits, wanted: "type \(ProtoValue.type(type).name)",
          got: "type \(checked.type.name)")
      }
    }
    return result(of: checked.evaluate(BoundValues(bindings)))
  }

  private func result(of outcome: Outcome) -> Result {
    switch outcome {
    case .value(let value):
      let passes = !wantsError && (wantedValue.map { ProtoValue.same(value, $0) } ?? false)
      return result(passes, "\(value.type.name) \(value.shown)")
    case .error(let error): return result(wantsError, "error: \(error.message.en)")
    case .unknown: return result(false, "unknown")
    }
  }

  private func result(_ passes: Bool, _ got: String) -> Result {
    var wanted = "a value that has no counterpart here"
    if let type = wantedType {
      wanted = "type \(ProtoValue.type(type).name)"
    } else if let value = wantedValue {
      wanted = "\(value.type.name) \(value.shown)"
    }
    return Result(passes: passes, wanted: wantsError ? "an error" : wanted, got: got)
  }

  // MARK: - What it says

  private var wantsError: Bool { json["eval_error"] != nil }

  private var wantedType: JSONValue? { json["typed_result"]?["deduced_type"] }

  private var wantedValue: Value? {
    guard let want = json["value"] ?? json["typed_result"]?["result"] else { return .bool(true) }
    return ProtoValue.value(want)
  }

  private var bindings: [String: Value] {
    (json["bindings"]?.object ?? [:]).compactMapValues { $0["value"].flatMap(ProtoValue.value) }
  }

  private var scope: Scope {
    var variables: [String: ValueType] = bindings.mapValues { _ in .dyn }
    for entry in json["type_env"]?.array ?? [] {
      guard let name = entry["name"]?.string, let ident = entry["ident"] else { continue }
      variables[name] = ProtoValue.type(ident["type"])
    }
    var scope = Scope(
      variables: variables, dialect: .cel, container: json["container"]?.string ?? "")
    scope.isUnchecked = json["disable_check"]?.isTrue ?? false
    return scope
  }
}
