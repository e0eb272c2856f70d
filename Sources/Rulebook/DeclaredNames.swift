import YAMLTree

/// The ids that rule files write down, of what is sound and what is not: a reference to something
/// that is wrong itself is no second mistake.
struct DeclaredNames {
  /// Ids of directives.
  private(set) var directives: Set<String> = []
  /// Full ids of obligations.
  private(set) var obligations: Set<String> = []
  /// Whether all ids are known: no file could not be read, no id is wrong.
  let isWhole: Bool

  /// The names in `files`.
  init(_ files: [RuleFile], isWhole: Bool) {
    for file in files {
      guard let directive = Self.id(file.fields["directive"]) else { continue }
      directives.insert(directive)
      let items = file.fields["obligations"].map { $0.items ?? [$0] } ?? []
      obligations.formUnion(items.compactMap(Self.id).map { "\(directive)/\($0)" })
    }
    // An id that is wrong will be another one once it is put right.
    self.isWhole = isWhole && directives.allSatisfy(Names.isID)
  }

  private static func id(_ node: Node?) -> String? {
    node?.entries?.first { $0.key.text == "id" }?.value.scalar?.text
  }
}
