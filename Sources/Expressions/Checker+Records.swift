import Diagnostics
import Tables

/// Records, their columns, the records they refer to, and those that belong to them.
extension Checker {
  /// A place in or among records: where it starts, and the columns passed through.
  struct Place {
    /// The record it starts from, where that is worked out; `nil` for a variable.
    var base: CheckedNode?
    var path: ColumnPath
    /// The declaration of each column passed through, with its dataset.
    var steps: [(dataset: Dataset, column: Column)] = []

    var name: String { path.variable }
    var column: Column? { steps.last?.column }
  }

  /// What a name or a selection leads to within records.
  enum Step {
    /// It does not start from a record.
    case other
    /// A record that a variable stands for.
    case record(Place)
    case column(Place)
    case children(Place, ChildRelation)
    /// It was reported.
    case failed
  }

  /// A reference to a record, a column or children; `nil` for anything else.
  mutating func records(_ node: SyntaxNode) -> CheckedNode? {
    switch step(node) {
    case .other: return nil
    case .failed: return reported(node.range)
    case .record(let place): return wholeRecord(place, node.range)
    case .column(let place): return column(place, node.range)
    case .children(let place, let relation): return children(place, relation, node.range)
    }
  }

  // MARK: - Steps

  mutating func step(_ node: SyntaxNode) -> Step {
    switch node.kind {
    case .name(let name, let isAbsolute):
      return start(name, isAbsolute, node.range).map(Step.record) ?? .other
    case .select(let operand, let field, let fieldRange):
      switch step(operand) {
      case .other: return .other
      case .failed: return .failed
      case .record(let place): return next(field, place, of: dataset(of: place), fieldRange)
      case .column(let place): return next(field, place, of: target(of: place), fieldRange)
      case .children(let place, let relation):
        report(.listHasNoColumns(written(operand.range), relation, field, span(fieldRange)))
        _ = place
        return .failed
      }
    default: return .other
    }
  }

  private func start(_ name: String, _ isAbsolute: Bool, _ range: Range<Int>) -> Place? {
    let path = ColumnPath(variable: name, columns: [])
    if !isAbsolute, let place = locals.lastIndex(where: { $0.name == name }) {
      guard locals[place].type.isRecord else { return nil }
      let base = CheckedNode(kind: .local(place), type: locals[place].type, range: range)
      return Place(base: base, path: path)
    }
    guard scope.variables[name]?.isRecord == true else { return nil }
    return Place(path: path)
  }

  private func dataset(of place: Place) -> Dataset? {
    guard case .record(let id)? = place.base?.type ?? scope.variables[place.name] else {
      return nil
    }
    return scope.datasets[id]
  }

  private func target(of place: Place) -> Dataset? {
    place.column?.references.flatMap { scope.datasets[$0] }
  }

  /// One name further: a column of the dataset, or the records that belong to its record.
  private mutating func next(
    _ field: String, _ place: Place, of dataset: Dataset?, _ range: Range<Int>
  ) -> Step {
    guard let dataset else {
      report(
        .noColumns(
          name(of: place.path), place.column?.valueType ?? .dyn, field, span(range),
          library.overloads(field).isEmpty == false))
      return .failed
    }
    if let relation = dataset.children.first(where: { $0.name == field }) {
      return .children(place, relation)
    }
    guard let index = dataset.index(of: field) else {
      report(.unknownColumn(field, of: dataset, span(range)))
      return .failed
    }
    var longer = place
    longer.path = ColumnPath(variable: place.name, columns: place.path.columns + [index])
    longer.steps.append((dataset, dataset.columns[index]))
    reads.insert(DatasetColumn(dataset: dataset.id, column: index))
    return .column(longer)
  }

  /// A field of a record that is worked out: `dossier.steps[0].late`.
  mutating func member(
    of operand: CheckedNode, _ field: String, _ fieldRange: Range<Int>, _ range: Range<Int>
  ) -> CheckedNode? {
    guard case .record(let id) = operand.type, let dataset = scope.datasets[id] else { return nil }
    let place = Place(base: operand, path: ColumnPath(variable: "", columns: []))
    switch next(field, place, of: dataset, fieldRange) {
    case .column(let place): return column(place, range)
    case .children(let place, let relation): return children(place, relation, range)
    default: return reported(range)
    }
  }

  // MARK: - Nodes

  private mutating func wholeRecord(_ place: Place, _ range: Range<Int>) -> CheckedNode {
    if let base = place.base { return base }
    if scope.nullableVariables.contains(place.name) {
      return variable(place.name, scope.variables[place.name] ?? .dyn, range)
    }
    if let dataset = dataset(of: place) {
      report(.recordAsValue(place.name, dataset, span(range)))
    }
    return reported(range)
  }

  private mutating func column(_ place: Place, _ range: Range<Int>) -> CheckedNode {
    if place.base == nil { columns.insert(place.path) }
    if scope.guardNullable { requireGuard(place, range) }
    let kind: CheckedNode.Kind =
      place.base.map { .member($0, place.path) } ?? .column(place.path)
    return CheckedNode(kind: kind, type: place.column?.valueType ?? .dyn, range: range)
  }

  private mutating func children(
    _ place: Place, _ relation: ChildRelation, _ range: Range<Int>
  ) -> CheckedNode {
    if scope.guardNullable { requireGuard(place, range) }
    relations.insert(relation)
    if place.base == nil, !place.steps.isEmpty { columns.insert(place.path) }
    let kind: CheckedNode.Kind =
      place.base.map { .memberChildren($0, place.path, relation) }
      ?? .children(place.path, relation)
    return CheckedNode(kind: kind, type: .list(.record(relation.dataset)), range: range)
  }

  /// Every step that may be empty must be known to be there.
  private mutating func requireGuard(_ place: Place, _ range: Range<Int>) {
    let start = place.path.prefix(0)
    if place.base == nil, scope.nullableVariables.contains(place.name), !present.contains(start) {
      unguarded.append((start, range))
    }
    let isMissing = place.steps.indices.contains { index in
      place.steps[index].column.mayBeEmpty && !present.contains(place.path.prefix(index + 1))
    }
    if isMissing, !place.name.isEmpty { unguarded.append((place.path, range)) }
  }

  // MARK: - Names

  /// A path as it is written.
  func name(of path: ColumnPath) -> String {
    let local = locals.last { $0.name == path.variable }?.type
    guard case .record(let id)? = local ?? scope.variables[path.variable] else {
      return path.variable
    }
    var (names, dataset) = ([path.variable], scope.datasets[id])
    for index in path.columns {
      guard let column = dataset?.columns[index] else { break }
      names.append(column.id)
      dataset = column.references.flatMap { scope.datasets[$0] }
    }
    return names.joined(separator: ".")
  }

  /// The declaration of the column that a node reads.
  func declaration(_ node: CheckedNode) -> (name: String, column: Column)? {
    guard let (path, type) = path(of: node), case .record(let id) = type else { return nil }
    var (column, dataset): (Column?, Dataset?) = (nil, scope.datasets[id])
    for index in path.columns {
      column = dataset?.columns[index]
      dataset = column?.references.flatMap { scope.datasets[$0] }
    }
    return column.map { (name(of: path), $0) }
  }

  private func path(of node: CheckedNode) -> (ColumnPath, ValueType)? {
    switch node.kind {
    case .column(let path): scope.variables[path.variable].map { (path, $0) }
    case .member(let record, let path): (path, record.type)
    default: nil
    }
  }
}

extension Column {
  /// What its cells give in expressions.
  package var valueType: ValueType {
    switch type {
    case .string: .string
    case .bool: .bool
    case .int: .int
    case .decimal: .decimal
    case .date: .date
    case .timestamp: .timestamp
    }
  }

  /// Whether a cell may be empty without being a defect.
  fileprivate var mayBeEmpty: Bool { nullable || optional }
}
