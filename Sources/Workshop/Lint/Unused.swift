import Diagnostics
import Expressions
import Rulebook
import Tables

/// What is declared and used by nothing: datasets, columns.
struct Unused {
  /// What is found in a rulebook.
  static func findings(_ view: RuleView) -> [Diagnostic] {
    let rulebook = view.rulebook
    var unused = Unused()
    let measures = rulebook.indexes.flatMap(\.ownObligations)
    for obligation in rulebook.obligations + measures { unused.note(obligation) }
    for check in rulebook.checks { unused.note(check.require, over: check.dataset) }
    for waiver in rulebook.waivers { unused.columns.formUnion(waiver.filter?.reads ?? []) }
    unused.noteReferences(rulebook.datasets)
    unused.noteParents(rulebook.datasets + [rulebook.units])
    return rulebook.datasets.flatMap(unused.findings) + rulebook.datasets.compactMap(personalKey)
  }

  private var datasets: Set<String> = []
  private var columns: Set<DatasetColumn> = []

  private mutating func note(_ obligation: Obligation) {
    datasets.insert(obligation.dataset)
    for index in obligation.unitColumn.columns {
      columns.insert(DatasetColumn(dataset: obligation.dataset, column: index))
    }
    for expression in obligation.allRecordExpressions {
      note(expression, over: obligation.dataset)
    }
  }

  private mutating func note(_ expression: CheckedExpression, over dataset: String) {
    datasets.insert(dataset)
    datasets.formUnion(expression.relations.map(\.dataset))
    columns.formUnion(expression.reads)
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

  /// The column that says which record another belongs to.
  private mutating func noteParents(_ all: [Dataset]) {
    for relation in all.flatMap(\.children) {
      columns.insert(DatasetColumn(dataset: relation.dataset, column: relation.by))
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
        || columns.contains(DatasetColumn(dataset: dataset.id, column: index))
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
