/// `!`, `&&`, `||` and `?:` over values, errors and unknowns.
extension Evaluator {
  func not(_ outcome: Outcome, _ node: CheckedNode) -> Outcome {
    guard case .value(let value) = outcome else { return outcome }
    guard case .bool(let bool) = value else {
      return failure(.noSuchOverload([value.type.name]), node)
    }
    return .value(.bool(!bool))
  }

  /// One operand that is `absorbing` decides, wherever it stands; else unknown wins over an error,
  /// and an error over the other value.
  mutating func junction(_ operands: [CheckedNode], absorbing: Bool) -> Outcome {
    var junction = Junction(absorbing: absorbing)
    for operand in operands {
      if junction.add(truth(operand)) { break }
    }
    return junction.outcome
  }

  /// An outcome that is a bool, an error or unknown.
  mutating func truth(_ node: CheckedNode) -> Outcome {
    let outcome = evaluate(node)
    guard case .value(let value) = outcome else { return outcome }
    if case .bool = value { return outcome }
    return failure(.noSuchOverload([value.type.name]), node)
  }

  mutating func conditional(
    _ condition: CheckedNode, _ then: CheckedNode, _ otherwise: CheckedNode
  ) -> Outcome {
    let truth = truth(condition)
    guard case .value(.bool(let bool)) = truth else { return truth }
    return evaluate(bool ? then : otherwise)
  }
}

/// Gathers the operands of `&&` (absorbing false) or `||` (absorbing true).
struct Junction {
  let absorbing: Bool
  private var isDecided = false
  private var isUnknown = false
  private var error: EvaluationError?

  init(absorbing: Bool) { self.absorbing = absorbing }

  /// Takes the next operand; true when it decides.
  mutating func add(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .value(let value): isDecided = isDecided || value == .bool(absorbing)
    case .unknown: isUnknown = true
    case .error(let error): self.error = self.error ?? error
    }
    return isDecided
  }

  /// What the operands so far come to.
  var outcome: Outcome {
    if isDecided { return .value(.bool(absorbing)) }
    if isUnknown { return .unknown }
    return error.map(Outcome.error) ?? .value(.bool(!absorbing))
  }
}
