import Diagnostics
import Expressions
import YAMLTree

extension ConditionReader {
  /// `when`: a moment, or `from` and `until` of the time a record was open. `nil` where it is absent
  /// or wrong.
  mutating func when() -> (from: CheckedExpression?, until: CheckedExpression?) {
    guard let node = fields["when"], node.entries != nil else {
      return (compile("when", Self.moments), nil)
    }
    guard let own = Fields(node, keys: ["from", "until"], of: .when, in: fields, &diagnostics)
    else {
      return (nil, nil)
    }
    _ = own.require("from", example: "dossier.received_at", &diagnostics)
    _ = own.require("until", example: "dossier.completed_at", &diagnostics)
    let from = own.expression("from", &diagnostics)
    let until = own.expression("until", &diagnostics)
    return (
      from.flatMap { compile($0, Self.moments, in: scope.scope) },
      // Whatever is still open has no end yet, so its column may be empty without a `has(…)`.
      until.flatMap { compile($0, Self.moments, in: scope.unguarded) }
    )
  }
}

extension Fields {
  /// Whether an obligation may do without `when`: a milestone looks at every record in scope.
  var isMilestone: Bool { self["every"]?.entries?.contains { $0.key.text == "once" } ?? false }
}
