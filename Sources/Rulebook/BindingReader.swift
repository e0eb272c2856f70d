import Diagnostics
import Expressions
import Tables
import YAMLTree

extension Binding {
  /// Reads `binds`; `nil` when a part of it is missing or wrong.
  static func read(
    _ node: Node, in outer: Fields, _ diagnostics: inout [Diagnostic]
  ) -> Binding? {
    let keys = ["when", "cite", "says", "source"]
    guard let fields = Fields(node, keys: keys, of: .binding, in: outer, &diagnostics) else {
      return nil
    }
    let citation = Citation(fields, says: "says", &diagnostics)
    var when: CheckedExpression?
    if let text = fields.expression("when", &diagnostics) {
      let (expression, found) = ExpressionCompiler.compile(
        text, in: RecordScope.unit, expecting: [.bool])
      diagnostics += found
      when = expression
    }
    return citation.map { Binding(when: when, citation: $0) }
  }
}

extension ColumnPath {
  /// Reads the column that binds records to units, one of the dataset's own, as text: `dossier.unit`.
  init?(
    unit path: Located<String>, of dataset: Dataset, _ diagnostics: inout [Diagnostic]
  ) {
    let parts = path.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0] == dataset.record else {
      diagnostics.append(.badUnitPath(path, dataset))
      return nil
    }
    guard let index = dataset.index(of: parts[1]) else {
      diagnostics.append(.unknownColumn(parts[1], path.span, dataset.columns.map(\.id)))
      return nil
    }
    guard dataset.columns[index].type == .string else {
      diagnostics.append(.unitIsNoText(path, column: dataset.columns[index].span))
      return nil
    }
    self.init(variable: dataset.record, columns: [index])
  }
}
