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
  static let unit = Sight(records: ["unit": BuiltInDatasets.unit], datasets: [:])

  /// What expressions over a record of `dataset` see.
  init(of dataset: Dataset?, among datasets: [String: Dataset]) {
    var records = ["unit": BuiltInDatasets.unit, "period": BuiltInDatasets.period]
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

  /// The columns that a path goes through, each with the dataset it is of.
  func steps(_ path: ColumnPath) -> [(dataset: Dataset, index: Int)] {
    var (steps, dataset): ([(Dataset, Int)], Dataset?) = ([], records[path.variable])
    for index in path.columns {
      guard let current = dataset, current.columns.indices.contains(index) else { return steps }
      steps.append((current, index))
      dataset = current.columns[index].references.flatMap { datasets[$0] }
    }
    return steps
  }

  /// The column that a path ends with.
  func column(_ path: ColumnPath) -> Column? {
    steps(path).last.map { $0.dataset.columns[$0.index] }
  }

  /// Whether the cell is always there. An event after as-of counts as empty.
  func isAlwaysThere(_ path: ColumnPath) -> Bool {
    let columns = steps(path).map { $0.dataset.columns[$0.index] }
    return columns.count == path.columns.count
      && !columns.contains { $0.nullable || $0.optional || $0.event }
  }
}
