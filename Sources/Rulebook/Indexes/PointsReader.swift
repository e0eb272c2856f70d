import Calendars
import Diagnostics
import Expressions
import Registry
import Tables
import YAMLTree

/// Reads `points` of an index: which records hold the points that others gave.
///
/// They are added up as any sum over records is, so that what cannot be read has bounds.
struct PointsReader {
  private static let keys = [
    "over", "unit", "where", "when", "item", "column", "points", "max", "columns",
  ]

  private let frame: IndexFrame
  private let title: Text
  private let directive: Directive
  private let datasets: [String: Dataset]
  /// What is wrong with it.
  private(set) var diagnostics: [Diagnostic] = []

  /// A reader of the points of an index.
  init(
    _ frame: IndexFrame, title: Text, _ directive: Directive, among datasets: [String: Dataset]
  ) {
    (self.frame, self.title, self.directive) = (frame, title, directive)
    self.datasets = datasets
  }

  /// What is read of them; `nil` when a part is missing or wrong.
  mutating func points(_ node: Node, in outer: Fields) -> HandedInPoints? {
    guard let fields = Fields(node, keys: Self.keys, of: .points, in: outer, &diagnostics) else {
      return nil
    }
    let columns = columns(fields)
    for key in ["over", "unit", "item", "points"] { _ = fields.require(key, &diagnostics) }
    if columns.count > 1 { _ = fields.require("column", &diagnostics) }
    guard let dataset = dataset(fields), let unit = unit(fields, dataset),
      let records = records(fields, dataset, only: columns.first)
    else { return nil }
    let points = obligation("points", dataset, unit, records, sum: records.points)
    let maxima = records.maximum.map { obligation("maxima", dataset, unit, records, sum: $0) }
    return HandedInPoints(columns: columns, points: points, maxima: maxima)
  }

  private mutating func columns(_ fields: Fields) -> [HandedInPoints.Column] {
    guard fields.require("columns", &diagnostics) != nil else { return [] }
    return fields.list("columns", &diagnostics).compactMap { node in
      let keys = ["id", "title", "title-en"]
      guard let own = Fields(node, keys: keys, of: .pointsColumn, in: fields, &diagnostics)
      else { return nil }
      let id = own.id(&diagnostics)
      if let id, id.value == IndexTotal.measured { diagnostics.append(.nameTaken(id)) }
      let title = own.bilingual("title", &diagnostics)
      return id.flatMap { id in title.map { HandedInPoints.Column(id: id.value, title: $0) } }
    }
  }

  // MARK: - Records

  private mutating func dataset(_ fields: Fields) -> Dataset? {
    guard let over = fields.string("over", &diagnostics) else { return nil }
    if let dataset = datasets[over.value] { return dataset }
    diagnostics.append(.unknownDataset(over, datasets.keys.sorted()))
    return nil
  }

  private mutating func unit(_ fields: Fields, _ dataset: Dataset) -> ColumnPath? {
    guard let path = fields.string("unit", &diagnostics) else { return nil }
    return ColumnPath(unit: path, of: dataset, &diagnostics)
  }

  /// The expressions over a record.
  private struct Records {
    let filter: CheckedExpression?
    let when: CheckedExpression
    let group: CheckedExpression
    let points: CheckedExpression
    let maximum: CheckedExpression?
  }

  /// A cell that is empty tells nothing: no `has(…)` is asked for.
  private mutating func records(
    _ fields: Fields, _ dataset: Dataset, only column: HandedInPoints.Column?
  ) -> Records? {
    let scope = RecordScope(dataset, among: datasets).unguarded
    let filter = compile("where", fields, scope, [.bool])
    let when =
      fields["when"] == nil
      ? compile(MappedText("period.last"), scope, [.date])
      : compile("when", fields, scope, ConditionReader.moments)
    let item = compile("item", fields, scope, [.string])
    let giver = compile("column", fields, scope, [.string])
    let points = compile("points", fields, scope, [.decimal, .int])
    let maximum = compile("max", fields, scope, [.decimal, .int])
    guard !diagnostics.hasErrors, let when, let item, let points else { return nil }
    let columnText = giver.map { "(\($0.text.text))" } ?? "\"\(column?.id ?? "")\""
    let name = MappedText("\(columnText) + \"\\u001f\" + (\(item.text.text))")
    return compile(name, scope, [.string]).map {
      Records(filter: filter, when: when, group: $0, points: points, maximum: maximum)
    }
  }

  private mutating func compile(
    _ key: String, _ fields: Fields, _ scope: Scope, _ types: [ValueType]
  ) -> CheckedExpression? {
    fields.expression(key, &diagnostics).flatMap { compile($0, scope, types) }
  }

  private mutating func compile(
    _ text: MappedText, _ scope: Scope, _ types: [ValueType]
  ) -> CheckedExpression? {
    let (expression, found) = ExpressionCompiler.compile(text, in: scope, expecting: types)
    diagnostics += found
    return expression
  }

  private func obligation(
    _ what: String, _ dataset: Dataset, _ unit: ColumnPath, _ records: Records,
    sum: CheckedExpression
  ) -> Obligation {
    Obligation(
      id: Obligation.id(of: what, for: frame.id), directive: directive, title: title,
      duty: frame.binds.citation, binds: frame.binds, answers: "head", every: .each(frame.kind),
      severity: .low, inForce: directive.inForce, dataset: dataset.id, record: dataset.record,
      unitColumn: unit, filter: records.filter, when: records.when, per: records.group,
      measure: .total(Aggregate(function: .sum(sum), filter: nil)), span: directive.span)
  }
}
