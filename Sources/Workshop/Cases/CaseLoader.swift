import Diagnostics
import Rulebook
import YAMLTree

/// Loads files of cases. All mistakes of all files are found in one go.
package enum CaseLoader {
  /// The cases of some files, in the order written.
  package struct Cases: Sendable {
    /// Of obligations.
    package fileprivate(set) var rules: [RuleCase] = []
    /// Of indexes.
    package fileprivate(set) var indexes: [IndexCase] = []
  }

  /// The cases of some files; no case at all is an error, too.
  package static func load(
    _ sources: [SourceText], _ rulebook: Rulebook
  ) -> (Cases, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var cases = Cases()
    for source in sources { load(source, rulebook, &cases, &diagnostics) }
    if sources.isEmpty { diagnostics.append(.noCaseFiles) }
    // What all cases of a file are given is read again for each of them.
    return (cases, Set(diagnostics).sorted(by: Diagnostic.inOrder))
  }

  private static func load(
    _ source: SourceText, _ rulebook: Rulebook, _ cases: inout Cases,
    _ diagnostics: inout [Diagnostic]
  ) {
    let (root, found) = YAMLParser.parse(source)
    diagnostics += found
    guard let root else { return }
    guard root.scalar?.isNull != true else {
      diagnostics.append(.noCases(Span(source, 0..<0)))
      return
    }
    guard let fields = Fields(root, keys: ["given", "cases"], of: .caseFile, &diagnostics) else {
      return
    }
    let given = fields["given"].flatMap {
      Fields($0, keys: CaseSettings.keys, of: .given, &diagnostics)
    }
    let nodes = fields.list("cases", &diagnostics)
    if nodes.isEmpty {
      diagnostics.append(.noCases(fields.keySpan("cases") ?? root.span.firstLine))
    }
    for node in nodes {
      if IndexCaseReader.reads(node) {
        var reader = IndexCaseReader(rulebook)
        if let read = reader.read(node) { cases.indexes.append(read) }
        diagnostics += reader.diagnostics
      } else {
        var reader = CaseReader(rulebook, given)
        if let read = reader.read(node) { cases.rules.append(read) }
        diagnostics += reader.diagnostics
      }
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
