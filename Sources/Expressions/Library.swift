/// The functions and operators of a language, by name.
struct Library: Sendable {
  private let overloads: [String: [Overload]]

  /// The library of a language.
  static func of(_ dialect: Dialect) -> Library { dialect == .rules ? rules : cel }

  private static let rules = Library(.rules)
  private static let cel = Library(.cel)

  private init(_ dialect: Dialect) {
    let all =
      StandardLibrary.overloads + Conversions.overloads + Arithmetic.overloads
      + Comparing.overloads + StringLibrary.overloads + TimeLibrary.overloads
      + CalendarLibrary.overloads + MathLibrary.overloads + ListLibrary.overloads
      + FormatLibrary.overloads + OptionalLibrary.overloads
    overloads = Dictionary(grouping: all.filter { $0.dialects.contains(dialect) }, by: \.name)
  }

  /// All signatures of a name, in the order in which they are tried.
  func overloads(_ name: String) -> [Overload] { overloads[name] ?? [] }

  /// The names of functions, without operators.
  var names: [String] {
    overloads.filter { $0.value.contains { $0.style != .sign } }.map(\.key)
  }

  /// The overloads that arguments of these types fit: exactly, else with a whole number taken for a
  /// decimal. Several only where a type is not known before evaluation.
  static func matching(_ candidates: [Overload], _ arguments: [ValueType]) -> [Overload] {
    let exact = candidates.filter { fits($0, arguments, widening: false) }
    return exact.isEmpty ? candidates.filter { fits($0, arguments, widening: true) } : exact
  }

  private static func fits(
    _ overload: Overload, _ arguments: [ValueType], widening: Bool
  ) -> Bool {
    guard overload.takes(arguments.count), overload.admits(arguments) else { return false }
    return arguments.indices.allSatisfy { index in
      guard let parameter = overload.parameter(index) else { return false }
      return parameter.accepts(arguments[index])
        || (widening && parameter == .decimal && arguments[index] == .int)
    }
  }
}
