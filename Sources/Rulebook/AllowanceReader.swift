import Diagnostics
import YAMLTree

/// Reads `allow` of directives, obligations and datasets.
enum AllowanceReader {
  /// What a rule file accepts.
  static func read(_ file: Fields, _ diagnostics: inout [Diagnostic]) -> [Allowance] {
    var found: [Allowance] = []
    if let directive = file["directive"] {
      let places = [directive.span] + [file["obligations"]?.span].compactMap { $0 }
      found += allowances(directive, places, &diagnostics)
    }
    for key in ["obligations", "datasets"] {
      guard let node = file[key] else { continue }
      for item in node.items ?? [node] { found += allowances(item, [item.span], &diagnostics) }
    }
    return found
  }

  private static func allowances(
    _ node: Node, _ places: [Span], _ diagnostics: inout [Diagnostic]
  ) -> [Allowance] {
    guard let allow = node.entries?.first(where: { $0.key.text == "allow" })?.value else {
      return []
    }
    return (allow.items ?? [allow]).compactMap { allowance($0, places, &diagnostics) }
  }

  private static func allowance(
    _ node: Node, _ places: [Span], _ diagnostics: inout [Diagnostic]
  ) -> Allowance? {
    guard let fields = Fields(node, keys: ["code", "because"], of: .allowance, &diagnostics) else {
      return nil
    }
    let code = fields.requiredString("code", &diagnostics)
    let because = fields.requiredText("because", &diagnostics)
    guard let code, let because else { return nil }
    guard code.value.wholeMatch(of: /TT[0-9]{4}/) != nil else {
      diagnostics.append(.badCode(code))
      return nil
    }
    return Allowance(code: code.value, because: because, span: code.span, places: places)
  }
}
