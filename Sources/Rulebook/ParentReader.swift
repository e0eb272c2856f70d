import Diagnostics
import Tables
import YAMLTree

/// Reads one item of `child-of`: the dataset whose records those of another belong to.
enum ParentReader {
  /// A relation as written, before the other dataset is known.
  struct Read {
    let parent: Located<String>
    let name: Located<String>
    /// The index of the column that holds the parent's key.
    let by: Int
  }

  /// The relation in `node`; `nil` when a part of it is missing or wrong.
  static func read(
    _ node: Node, of child: Dataset, _ diagnostics: inout [Diagnostic]
  ) -> Read? {
    let keys = ["dataset", "by", "as"]
    guard let fields = Fields(node, keys: keys, of: .childOf, &diagnostics) else { return nil }
    let parent = fields.requiredString("dataset", &diagnostics)
    let by = fields.requiredString("by", &diagnostics).flatMap { column($0, child, &diagnostics) }
    guard let parent, let by else { return nil }
    let name =
      fields["as"] == nil
      ? Located(child.id, parent.span) : fields.identifier("as", &diagnostics)
    guard let name else { return nil }
    guard Names.isIdentifier(name.value) else {
      diagnostics.append(.childrenNeedAName(name))
      return nil
    }
    return Read(parent: parent, name: name, by: by)
  }

  private static func column(
    _ name: Located<String>, _ child: Dataset, _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard let index = child.index(of: name.value) else {
      diagnostics.append(.unknownColumn(name.value, name.span, child.columns.map(\.id)))
      return nil
    }
    guard child.columns[index].type == .string else {
      diagnostics.append(.keyOfParentIsNoText(name, column: child.columns[index].span))
      return nil
    }
    return index
  }
}
