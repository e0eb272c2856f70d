import Diagnostics
import Expressions
import Rulebook
import Tables

/// What the names of an expression stand for.
struct Sight: Sendable {
  private let records: [String: Dataset]
  private let datasets: [String: Dataset]
  private var values: [String: (expression: CheckedExpression, key: String)] = [:]

  /// What conditions on units see.
  static let unit = Sight(of: nil, among: [:])

  /// What expressions over a record of `dataset` see.
  init(of dataset: Dataset?, among datasets: [String: Dataset]) {
    var records = ["unit": BuiltInDatasets.units, "period": BuiltInDatasets.period]
    if let dataset { records[dataset.record] = dataset }
    self.init(records: records, datasets: datasets)
  }

  /// What the expressions of an obligation see.
  init(_ obligation: Obligation, _ datasets: [String: Dataset]) {
    self.init(of: datasets[obligation.dataset], among: datasets)
    for item in obligation.lets { define(item.name, item.expression) }
    define("due", obligation.due)
    define("done", obligation.done)
  }

  private init(records: [String: Dataset], datasets: [String: Dataset]) {
    self.records = records
    self.datasets = datasets
  }

  /// The expression that a name stands for: a `let`, `due` or `done`.
  func value(_ name: String) -> CheckedExpression? { values[name]?.expression }

  /// A text that is the same for names and parts of expressions that have the same value.
  func key(_ name: String) -> String { values[name]?.key ?? name }

  /// Long keys are cut to a hash, since each name may stand in the next several times.
  private mutating func define(_ name: String, _ expression: CheckedExpression?) {
    guard let expression else { return }
    let key = TermKeys(sight: self).key(expression.root)
    values[name] = (expression, key.utf8.count > 200 ? "hash \(key.hashValue)" : key)
  }

  /// The columns that a path goes through.
  /// - Parameter type: that of the record it starts from; `nil` where its first name says it.
  func columns(_ path: ColumnPath, from type: ValueType? = nil) -> [Column] {
    var (columns, dataset): ([Column], Dataset?) = ([], start(path, type))
    for index in path.columns {
      guard let current = dataset, current.columns.indices.contains(index) else { return columns }
      columns.append(current.columns[index])
      dataset = current.columns[index].references.flatMap { datasets[$0] }
    }
    return columns
  }

  private func start(_ path: ColumnPath, _ type: ValueType?) -> Dataset? {
    if case .record(let id)? = type { datasets[id] } else { records[path.variable] }
  }

  /// Whether the cell is always there. An event after as-of counts as empty.
  func isAlwaysThere(_ path: ColumnPath, from type: ValueType? = nil) -> Bool {
    let columns = columns(path, from: type)
    return columns.count == path.columns.count
      && !columns.contains { $0.nullable || $0.optional || $0.event }
  }
}
