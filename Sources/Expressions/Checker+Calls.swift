import Diagnostics

/// Calls of functions: which signature fits, and what to say when none does.
extension Checker {
  mutating func check(_ call: SyntaxCall, _ range: Range<Int>) -> CheckedNode {
    if let macro = macro(call, range) { return macro }
    if let namespaced = namespaced(call, range) { return namespaced }
    let arguments = ([call.receiver].compactMap { $0 } + call.arguments).map { check($0) }
    let style: Overload.Style = call.receiver == nil ? .global : .member
    let all = library.overloads(call.name)
    let candidates = all.filter { $0.style == style }
    if scope.isUnchecked { return made(call.name, candidates, arguments, range) }
    guard !candidates.isEmpty else {
      report(unknownFunction(call, all, arguments))
      return reported(range)
    }
    let fitting = Library.matching(candidates, arguments.map(\.type))
    guard !fitting.isEmpty else {
      report(wrongArguments(call, candidates, arguments, range))
      return reported(range)
    }
    return made(call.name, fitting, arguments, range)
  }

  /// `base64.encode(x)`: a function whose name has a point.
  private mutating func namespaced(_ call: SyntaxCall, _ range: Range<Int>) -> CheckedNode? {
    guard let parts = call.receiver?.nameParts, !isKnown(parts.first) else { return nil }
    let name = parts.text + "." + call.name
    let isNamespace = !library.overloads(name).isEmpty
    guard isNamespace else { return nil }
    let plain = SyntaxCall(
      name: name, nameRange: call.nameRange, receiver: nil, arguments: call.arguments)
    return check(plain, range)
  }

  private func unknownFunction(
    _ call: SyntaxCall, _ all: [Overload], _ arguments: [CheckedNode]
  ) -> Diagnostic {
    let place = span(call.nameRange)
    if let other = all.first(where: { $0.style != .sign }) {
      let texts = arguments.map { written($0.range) }
      let rest = texts.dropFirst().joined(separator: ", ")
      let meant =
        other.style == .global
        ? "\(call.name)(\(texts.joined(separator: ", ")))"
        : "\(texts.first ?? "x").\(call.name)(\(rest))"
      return .otherStyle(call.name, meant, place)
    }
    return .unknownFunction(call.name, place, known: library.names + Macros.names)
  }

  private func wrongArguments(
    _ call: SyntaxCall, _ candidates: [Overload], _ arguments: [CheckedNode], _ range: Range<Int>
  ) -> Diagnostic {
    let types = arguments.map(\.type)
    if types == [.timestamp], call.receiver != nil, call.name.hasPrefix("get") {
      return .accessorWithoutZone(call.name, written(arguments[0].range), span(range))
    }
    if let meant = withoutQuotes(call, candidates, arguments) {
      return .numberInQuotes(call.name, types, meant: meant, span(call.nameRange))
    }
    return .wrongArguments(
      call.name, types, signatures: candidates.map(\.signature), span(call.nameRange))
  }

  /// The call with its numbers out of their quotation marks, where it fits then.
  private func withoutQuotes(
    _ call: SyntaxCall, _ candidates: [Overload], _ arguments: [CheckedNode]
  ) -> String? {
    let numbers = arguments.map { argument -> Int? in
      if case .string(let text)? = argument.constant { Int(text) } else { nil }
    }
    let types = zip(arguments, numbers).map { $1 == nil ? $0.type : .int }
    guard call.receiver == nil, numbers.contains(where: { $0 != nil }),
      !Library.matching(candidates, types).isEmpty
    else { return nil }
    let texts = zip(arguments, numbers).map { argument, number in
      number.map(String.init) ?? written(argument.range)
    }
    return "\(call.name)(\(texts.joined(separator: ", ")))"
  }

  // MARK: - Making calls

  /// A call of the signatures that fit, worked out at once where all arguments are constants.
  mutating func made(
    _ name: String, _ fitting: [Overload], _ arguments: [CheckedNode], _ range: Range<Int>
  ) -> CheckedNode {
    let types = arguments.map(\.type)
    let results = Set(fitting.map { $0.resultType(types) })
    let type = results.count == 1 ? results.first ?? .dyn : .dyn
    let isDynamic = fitting.count != 1 || types.contains(.dyn) || scope.isUnchecked
    let overloads = isDynamic ? fitting : fitting.map { prepared($0, arguments) }
    let call = Call(
      name: name, overloads: overloads, arguments: arguments, isDynamic: isDynamic)
    let node = CheckedNode(kind: .call(call), type: type, range: range)
    return isDynamic ? node : folded(call, node)
  }

  /// The signature with what can be made once of its constant arguments (a compiled pattern).
  private mutating func prepared(_ overload: Overload, _ arguments: [CheckedNode]) -> Overload {
    guard let prepare = overload.prepare else { return overload }
    do {
      guard let body = try prepare(arguments.map(\.constant)) else { return overload }
      var ready = overload
      ready = Overload(
        overload.style, overload.name, overload.parameters, giving: overload.result, body: body)
      return ready
    } catch {
      let culprit = arguments.last { $0.constant != nil }
      reportConstant(error, culprit?.range ?? 0..<0)
      return overload
    }
  }

  private mutating func folded(_ call: Call, _ node: CheckedNode) -> CheckedNode {
    let constants = call.arguments.compactMap(\.constant)
    guard constants.count == call.arguments.count, let overload = call.overloads.first,
      !diagnostics.contains(where: { $0.primary?.span == span(call.arguments.last?.range ?? 0..<0) }
      )
    else { return node }
    do {
      let value = try overload.body(Arguments(constants, calendar: nil))
      return CheckedNode(kind: .constant(value), type: node.type, range: node.range)
    } catch is CalendarMissing {
      return node
    } catch {
      let isText = call.arguments.count == 1 && node.type.isTimePoint
      reportConstant(error, isText ? call.arguments[0].range : node.range)
      return node
    }
  }

  /// What can never have a value is a mistake in rules; CEL leaves it to evaluation.
  private mutating func reportConstant(_ error: any Error, _ range: Range<Int>) {
    if scope.dialect == .rules { report(.constantFails(error, span(range))) }
  }
}
