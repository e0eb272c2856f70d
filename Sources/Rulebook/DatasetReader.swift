import Diagnostics
import Tables
import YAMLTree

/// Reads one item of `datasets`.
struct DatasetReader {
  /// A dataset and what is needed to check it against others.
  struct Read {
    var dataset: Dataset
    /// Whether expressions over it can be judged.
    var isSound: Bool
    /// Where each `references` is written, by column.
    var references: [Int: Located<String>] = [:]
    /// The items of `child-of`.
    var parents: [ParentReader.Read] = []
    /// The items of `checks`.
    var checks: [Node] = []
  }

  private static let keys = [
    "id", "record", "title", "title-en", "key", "columns", "child-of", "checks", "allow",
  ]

  /// The dataset; `nil` when not even its name can be told.
  static func read(_ node: Node, _ diagnostics: inout [Diagnostic]) -> Read? {
    guard let fields = Fields(node, keys: keys, of: .dataset, &diagnostics) else { return nil }
    let before = diagnostics.count
    let id = fields.id(&diagnostics)
    let record = fields.identifier("record", &diagnostics)
    let title = fields.bilingual("title", &diagnostics)
    _ = fields.require("columns", &diagnostics)
    let columns = fields.list("columns", &diagnostics).compactMap {
      ColumnReader.read($0, &diagnostics)
    }
    checkNames(columns, record, &diagnostics)
    let key = keyColumns(fields, columns.map(\.column), &diagnostics)
    guard let id else { return nil }
    let dataset = Dataset(
      id: id.value, record: record?.value ?? id.value,
      title: title ?? Text(verbatim: id.value), columns: columns.map(\.column), key: key,
      span: id.span)
    return Read(
      dataset: dataset, isSound: !diagnostics[before...].contains { $0.severity == .error },
      references: references(columns),
      parents: fields.list("child-of", &diagnostics).compactMap {
        ParentReader.read($0, of: dataset, &diagnostics)
      }, checks: fields.list("checks", &diagnostics))
  }

  private static func references(_ columns: [ColumnReader.Read]) -> [Int: Located<String>] {
    columns.enumerated().reduce(into: [:]) { found, item in
      found[item.offset] = item.element.references
    }
  }

  private static func checkNames(
    _ columns: [ColumnReader.Read], _ record: Located<String>?, _ diagnostics: inout [Diagnostic]
  ) {
    if let record, BuiltInDatasets.names.contains(record.value) {
      diagnostics.append(.nameTaken(record))
    }
    var ids: [String: Span] = [:]
    var headers: [String: Span] = [:]
    for read in columns {
      if let first = ids.updateValue(read.id.span, forKey: read.id.value) {
        diagnostics.append(.duplicateID(.column, read.id, first: first))
      }
      for label in read.labels {
        if let first = headers.updateValue(label.span, forKey: label.value.lowercased()) {
          diagnostics.append(.labelTwice(label, first: first))
        }
      }
    }
  }

  private static func keyColumns(
    _ fields: Fields, _ columns: [Column], _ diagnostics: inout [Diagnostic]
  ) -> [Int] {
    var key: [Int] = []
    for name in fields.strings("key", &diagnostics) {
      guard let index = columns.firstIndex(where: { $0.id == name.value }) else {
        diagnostics.append(.unknownColumn(name.value, name.span, columns.map(\.id)))
        continue
      }
      if columns[index].nullable { diagnostics.append(.keyMayBeEmpty(name)) }
      key.append(index)
    }
    return key
  }
}
