import Diagnostics

/// What a part of an expression came to for one record.
package struct TracedValue: Sendable {
  /// The part as it is written.
  package let text: String
  /// Where the part is written: UTF-8 offsets in the text of the expression.
  package let range: Range<Int>
  /// Where its value is best shown, an offset of the same kind: under the operator or the name of
  /// the function, else under its start.
  package let anchor: Int
  /// How many traced parts it stands in: 0 for the whole expression.
  package let depth: Int
  /// What it came to.
  package fileprivate(set) var outcome: Outcome
}

extension CheckedExpression {
  /// What every part came to that was evaluated and is no literal: outermost first, then in the order
  /// of the source.
  ///
  /// What `&&`, `||` and `?:` passed over is left out. Of the elements that `all` and `exists` went
  /// through, the one that decided is there; of other macros only the result.
  package func trace(_ activation: some Activation) -> [TracedValue] {
    var evaluator = Evaluator(source: activation, text: text)
    evaluator.trace = Trace()
    _ = evaluator.evaluate(root)
    return evaluator.trace?.values ?? []
  }
}

/// Gathers traced values while an expression is evaluated.
struct Trace {
  fileprivate(set) var values: [TracedValue] = []
  private var depth = 0

  /// Makes a place for a part before what it consists of.
  mutating func begin(_ node: CheckedNode, in text: MappedText) -> Int {
    let bytes = Array(text.text.utf8)
    let range = node.range.clamped(to: 0..<bytes.count)
    values.append(
      TracedValue(
        text: String(decoding: bytes[range], as: UTF8.self), range: range,
        anchor: node.anchor(in: bytes), depth: depth, outcome: .unknown))
    depth += 1
    return values.count - 1
  }

  mutating func end(_ place: Int, _ outcome: Outcome) {
    depth -= 1
    values[place].outcome = outcome
  }

  /// Forgets what was gathered after the first `count` values.
  mutating func forget(after count: Int) { values.removeLast(values.count - count) }
}

extension Evaluator {
  /// The outcome of a part, kept in the trace unless it is a literal.
  mutating func traced(_ node: CheckedNode) -> Outcome {
    let text = text
    guard node.constant == nil, let place = trace?.begin(node, in: text) else {
      return result(of: node)
    }
    let outcome = result(of: node)
    trace?.end(place, outcome)
    return outcome
  }

  /// Forgets the traces of an element that decided nothing.
  mutating func forgetElement(after count: Int?) {
    if let count { trace?.forget(after: count) }
  }
}

extension CheckedNode {
  /// Where the operator or function name stands in the text, else where the part starts.
  fileprivate func anchor(in bytes: [UInt8]) -> Int {
    switch kind {
    case .call(let call):
      after(call.arguments.first, ["[]": "[", "[?]": "?"][call.name] ?? call.name, bytes)
    case .and(let operands): after(operands.first, "&&", bytes)
    case .or(let operands): after(operands.first, "||", bytes)
    case .conditional(let condition, _, _): after(condition, "?", bytes)
    case .comprehension(let comprehension): after(comprehension.range, ".", bytes, skip: 1)
    case .orElse(let base, _, _), .optionalMap(let base, _, _, _), .field(let base, _),
      .member(let base, _), .memberChildren(let base, _, _):
      after(base, ".", bytes, skip: 1)
    default: range.lowerBound
    }
  }

  /// The first place of a word after an operand with which this part starts.
  private func after(
    _ operand: CheckedNode?, _ word: String, _ bytes: [UInt8], skip: Int = 0
  ) -> Int {
    guard let operand, range.lowerBound <= operand.range.lowerBound,
      operand.range.upperBound <= range.upperBound, range.upperBound <= bytes.count,
      bytes[range.lowerBound..<operand.range.lowerBound].allSatisfy({ "( \n\t".utf8.contains($0) })
    else { return range.lowerBound }
    let rest = bytes[operand.range.upperBound..<range.upperBound]
    let name = Array(word.utf8)
    let found = rest.indices.first { rest[$0...].starts(with: name) }
    return found.map { min($0 + skip, bytes.count) } ?? range.lowerBound
  }
}
