import Diagnostics
import Expressions
import Rulebook
import Tables

/// What is declared and used by nothing: datasets, columns.
struct Unused {
  /// What is found in a rulebook.
  static func findings(_ view: RuleView) -> [Diagnostic] {
    var unused = Unused()
    for obligation in view.rulebook.obligations { unused.note(obligation, view) }
    for check in view.rulebook.checks {
      unused.datasets.insert(check.dataset)
      unused.note(check.require, view.sight(of: check))
    }
    unused.noteReferences(view.rulebook.datasets)
    return view.rulebook.datasets.flatMap(unused.findings)
      + view.rulebook.datasets.compactMap(personalKey)
  }

  private struct Place: Hashable {
    let dataset: String
    let index: Int
  }

  private var datasets: Set<String> = []
  private var columns: Set<Place> = []

  private mutating func note(_ obligation: Obligation, _ view: RuleView) {
    let sight = view.sight(of: obligation)
    datasets.insert(obligation.dataset)
    note(obligation.unitColumn, sight)
    for expression in obligation.allRecordExpressions { note(expression, sight) }
  }

  private mutating func note(_ expression: CheckedExpression, _ sight: Sight) {
    for path in expression.columns { note(path, sight) }
  }

  private mutating func note(_ path: ColumnPath, _ sight: Sight) {
    for step in sight.steps(path) {
      columns.insert(Place(dataset: step.dataset.id, index: step.index))
    }
  }

  /// What a used dataset refers to is used as well, and so on.
  private mutating func noteReferences(_ all: [Dataset]) {
    var before = -1
    while datasets.count != before {
      before = datasets.count
      for dataset in all where datasets.contains(dataset.id) {
        datasets.formUnion(dataset.columns.compactMap(\.references))
      }
    }
  }

  /// A dataset, or else the columns of it. A personal column is declared to be masked, and one that
  /// refers to another dataset ties records together: neither needs a rule.
  private func findings(_ dataset: Dataset) -> [Diagnostic] {
    guard datasets.contains(dataset.id) else {
      return dataset.span.map { [.unusedDataset(dataset, $0)] } ?? []
    }
    return dataset.columns.enumerated().compactMap { index, column in
      let isUsed =
        dataset.key.contains(index) || column.personal || column.references != nil
        || columns.contains(Place(dataset: dataset.id, index: index))
      return isUsed ? nil : column.span.map { .unusedColumn(column, of: dataset, $0) }
    }
  }

  /// Reports name records by their keys, so that a personal one is told to everybody who reads them.
  private static func personalKey(_ dataset: Dataset) -> Diagnostic? {
    let column = dataset.key.map { dataset.columns[$0] }.first(where: \.personal)
    guard let column, let span = column.span else { return nil }
    return .personalKey(column, of: dataset, span)
  }
}
