import Diagnostics
import Rulebook
import YAMLTree

/// Loads files of cases. All mistakes of all files are found in one go.
package enum CaseLoader {
  /// The cases of some files, in the order written; no case at all is an error, too.
  package static func load(
    _ sources: [SourceText], _ rulebook: Rulebook
  ) -> ([RuleCase], [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let cases = sources.flatMap { self.cases($0, rulebook, &diagnostics) }
    if sources.isEmpty { diagnostics.append(.noCaseFiles) }
    // What all cases of a file are given is read again for each of them.
    return (cases, Set(diagnostics).sorted(by: Diagnostic.inOrder))
  }

  private static func cases(
    _ source: SourceText, _ rulebook: Rulebook, _ diagnostics: inout [Diagnostic]
  ) -> [RuleCase] {
    let (root, found) = YAMLParser.parse(source)
    diagnostics += found
    guard let root else { return [] }
    guard root.scalar?.isNull != true else {
      diagnostics.append(.noCases(Span(source, 0..<0)))
      return []
    }
    guard let fields = Fields(root, keys: ["given", "cases"], of: .caseFile, &diagnostics) else {
      return []
    }
    let given = fields["given"].flatMap {
      Fields($0, keys: CaseSettings.keys, of: .given, &diagnostics)
    }
    let nodes = fields.list("cases", &diagnostics)
    if nodes.isEmpty {
      diagnostics.append(.noCases(fields.keySpan("cases") ?? root.span.firstLine))
    }
    return nodes.compactMap { node in
      var reader = CaseReader(rulebook, given)
      let read = reader.read(node)
      diagnostics += reader.diagnostics
      return read
    }
  }
}

/// What a case says of its surroundings, or the `given` of its file where it is silent.
struct CaseSettings {
  static let keys = [
    "obligation", "period", "as-of", "snapshot", "unit", "units", "posts", "records", "missing",
    "unreadable", "waivers", "prior",
  ]

  /// The case itself.
  let own: Fields
  /// What all cases of the file are given.
  let given: Fields?

  /// Who says something under a key: the case before the file.
  subscript(key: String) -> Fields { own[key] != nil ? own : given ?? own }

  /// The same for the first of some keys that exclude each other.
  func first(of keys: [String]) -> (key: String, fields: Fields)? {
    for fields in [own, given].compactMap({ $0 }) {
      for key in keys where fields[key] != nil { return (key, fields) }
    }
    return nil
  }
}
