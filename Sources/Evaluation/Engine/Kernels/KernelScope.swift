import Calendars
import Expressions
import Rulebook
import Tables

/// What the names in the expressions of one obligation, or of a check of data, mean in one period.
struct KernelScope {
  /// What the expressions belong to.
  let id: String
  /// The name of a record.
  let record: String
  /// The period.
  let period: Period
  /// The column of the record that holds the code of the unit judged; `nil` where that is another.
  let unitColumn: Int?
  /// What a name worked out before stands for; `nil` for what no kernel knows.
  private let names: [String: CheckedExpression]

  /// The scope of an obligation.
  init(_ obligation: Obligation, _ period: Period) {
    id = obligation.fullID
    record = obligation.record
    self.period = period
    unitColumn = obligation.rollUp ? nil : obligation.unitColumn.columns.first
    var names = Dictionary(obligation.lets.map { ($0.name, $0.expression) }) { _, last in last }
    names["due"] = obligation.due
    names["done"] = obligation.done
    self.names = names
  }

  /// The scope of a check of the records of a dataset.
  init(_ check: DataCheck, of dataset: Dataset, _ period: Period) {
    id = check.id
    record = dataset.record
    self.period = period
    unitColumn = nil
    names = [:]
  }

  /// What a name stands for.
  func expression(_ name: String) -> CheckedExpression? { names[name] }
}

extension CheckedNode {
  /// Whether it joins conditions, each of which has a kernel of its own.
  var isLogic: Bool {
    switch kind {
    case .not, .and, .or, .conditional: true
    default: false
    }
  }

  /// The nodes directly below it; `nil` for nodes with variables of their own, or that follow lists.
  var operands: [CheckedNode]? {
    switch kind {
    case .constant, .column, .variable, .has, .hasVariable: []
    case .call(let call): call.arguments
    case .not(let operand): [operand]
    case .and(let operands), .or(let operands), .list(let operands): operands
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    default: nil
    }
  }
}

extension KernelScope {
  /// A text that is the same for nodes that mean the same, whatever obligation they stand in; `nil` for
  /// nodes that are not compared.
  func signature(_ node: CheckedNode) -> String? {
    switch node.kind {
    case .constant(let value): return "\(value)"
    case .column(let path): return name(path)
    case .has(let path): return name(path).map { "has \($0)" }
    case .variable("as_of"): return "as_of"
    case .variable(let name): return expression(name).flatMap { signature($0.root) }
    case .hasVariable(let name):
      return expression(name).flatMap { signature($0.root) }.map { "has (\($0))" }
    default:
      guard let operands = node.operands else { return nil }
      let parts = operands.map(signature)
      guard !parts.contains(nil) else { return nil }
      return "\(sign(node))(\(parts.compactMap(\.self).joined(separator: ", ")))"
    }
  }

  private func sign(_ node: CheckedNode) -> String {
    switch node.kind {
    case .call(let call): call.name
    case .not: "!"
    case .and: "&&"
    case .or: "||"
    case .conditional: "?:"
    default: "[]"
    }
  }

  /// The period, which is not known by its name alone: a month has that of all months up to it.
  private var span: String { "\(period.first.number)...\(period.last.number)" }

  private func name(_ path: ColumnPath) -> String? {
    switch path.variable {
    case record: "record\(path.columns)"
    case "unit": "unit of \(unitColumn ?? -1) in \(span)\(path.columns)"
    case "period": "\(span)\(path.columns)"
    default: nil
    }
  }

  /// The columns of the record on which a node depends; `nil` where it depends on anything else.
  func columns(of node: CheckedNode) -> Set<Int>? {
    switch node.kind {
    case .column(let path), .has(let path): return column(of: path).map { [$0] }
    case .variable("as_of"): return []
    case .variable(let name), .hasVariable(let name):
      return expression(name).flatMap { columns(of: $0.root) }
    default:
      return node.operands?.reduce(into: Optional(Set<Int>())) { all, operand in
        all = columns(of: operand).flatMap { all?.union($0) }
      }
    }
  }

  private func column(of path: ColumnPath) -> Int? {
    switch path.variable {
    case record: path.columns.first
    case "unit" where record != "unit": unitColumn
    default: nil
    }
  }
}
