import Expressions
import Registry
import Synchronization
import Tables

/// The texts that expressions make of other texts, by the name of the expression; shared by all threads,
/// so that their codes are the same everywhere.
final class DerivedTexts: Sendable {
  private let made = Mutex<[String: SharedTexts]>([:])

  /// The texts of an expression.
  func texts(_ name: String) -> SharedTexts {
    made.withLock { made in
      if let texts = made[name] { return texts }
      let texts = SharedTexts()
      made[name] = texts
      return texts
    }
  }
}

extension KernelCompiler {
  /// A condition that depends on one column of texts, and is no more than looking it up.
  func truthOfText(
    _ node: CheckedNode, of expression: CheckedExpression, _ scope: KernelScope
  ) -> TruthRegister? {
    guard case let (column, codes, texts)? = soleText(node, scope), !node.isPresence else {
      return nil
    }
    let kernel = TruthOfText(codes, texts) { [unowned self] cell in
      evaluate(node, of: expression, scope, column, cell)
    }
    return add(kernel).register
  }

  /// A number or text that depends on one column of texts.
  func numberOfText(
    _ node: CheckedNode, of expression: CheckedExpression, _ scope: KernelScope
  ) -> Numbers? {
    guard case let (column, codes, texts)? = soleText(node, scope),
      let lane = Lane(node.type, scale: scale(of: node, scope))
    else { return nil }
    let name = scope.signature(node) ?? "\(scope.id) \(node.range)"
    let kernel = NumberOfText(
      codes, texts, lane, results: surroundings.derived.texts(name)
    ) { [unowned self] cell in evaluate(node, of: expression, scope, column, cell) }
    return Numbers(register: add(kernel).register, texts: lane == .text ? kernel.texts : nil)
  }

  /// The one column of texts that a node depends on, with its codes.
  private func soleText(
    _ node: CheckedNode, _ scope: KernelScope
  ) -> (column: Int, codes: NumberRegister, texts: SharedTexts)? {
    guard let columns = scope.columns(of: node), columns.count == 1, let column = columns.first,
      surroundings.dataset.columns[column].type == .string,
      let codes = numbers(column: column), let texts = codes.texts
    else { return nil }
    return (column, codes.register, texts)
  }

  private func evaluate(
    _ node: CheckedNode, of expression: CheckedExpression, _ scope: KernelScope, _ column: Int,
    _ cell: Cell
  ) -> Outcome {
    var unit: Unit?
    if column == scope.unitColumn, case .text(let code) = cell {
      unit = surroundings.units(scope.period)[code]
    }
    let known = RecordActivation(
      record: nil, recordName: scope.record, unit: unit, period: scope.period,
      asOf: surroundings.asOf, calendar: surroundings.calendar, store: surroundings.store,
      isHandedIn: { _ in false })
    let activation = TextActivation(
      cell: cell, references: surroundings.dataset.columns[column].references, scope: scope,
      surroundings: known)
    return expression.evaluate(node, activation)
  }

  /// The scale of decimals that a path leads to; `nil` for other nodes.
  private func scale(of node: CheckedNode, _ scope: KernelScope) -> Int? {
    guard case .column(let path) = node.kind, path.variable == scope.record else { return nil }
    var dataset: Dataset? = surroundings.dataset
    for column in path.columns.dropLast() {
      dataset = dataset?.columns[column].references.flatMap { surroundings.datasets[$0] }
    }
    guard let last = path.columns.last, case .decimal(let scale)? = dataset?.columns[last].type
    else { return nil }
    return scale
  }
}

extension CheckedNode {
  /// Whether it asks for nothing but whether a cell of the record itself is there.
  fileprivate var isPresence: Bool {
    if case .has(let path) = kind { path.columns.count == 1 } else { false }
  }
}
