import Diagnostics
import Expressions
import Tables
import YAMLTree

/// The datasets of all rule files, checked against each other.
struct DatasetTable {
  /// By id; among them the built-in ones that obligations may be over.
  private(set) var datasets = [
    BuiltInDatasets.units.id: BuiltInDatasets.units,
    BuiltInDatasets.verdicts.id: BuiltInDatasets.verdicts,
  ]
  /// The ids of those that are wrong, and of those that refer to one that is wrong.
  private(set) var unsound: Set<String> = []
  private var read: [DatasetReader.Read] = []

  /// Reads `datasets` of all files.
  init(_ files: [RuleFile], _ diagnostics: inout [Diagnostic]) {
    for file in files {
      for node in file.fields.list("datasets", &diagnostics) {
        if let dataset = DatasetReader.read(node, &diagnostics) { add(dataset, &diagnostics) }
      }
    }
    for item in read { checkReferences(item, &diagnostics) }
    for item in read { relate(item, &diagnostics) }
    spreadUnsoundness()
  }

  private mutating func add(_ item: DatasetReader.Read, _ diagnostics: inout [Diagnostic]) {
    let dataset = item.dataset
    read.append(item)
    if !item.isSound { unsound.insert(dataset.id) }
    guard let span = dataset.span else { return }
    if ["unit", "units", "period", "verdicts"].contains(dataset.id) {
      diagnostics.append(.nameTaken(Located(dataset.id, span)))
    } else if let first = datasets[dataset.id]?.span {
      diagnostics.append(.duplicateID(.dataset, Located(dataset.id, span), first: first))
    } else {
      datasets[dataset.id] = dataset
    }
  }

  /// Gives the parents of a dataset their lists of its records.
  private mutating func relate(_ item: DatasetReader.Read, _ diagnostics: inout [Diagnostic]) {
    for parent in item.parents {
      guard isReferable(parent.parent, from: item.dataset, &diagnostics),
        let target = datasets[parent.parent.value]
      else { continue }
      let isTaken =
        target.index(of: parent.name.value) != nil
        || target.children.contains { $0.name == parent.name.value }
      guard !isTaken else {
        diagnostics.append(.childrenNameTaken(parent.name, target))
        unsound.insert(item.dataset.id)
        continue
      }
      let relation = ChildRelation(
        name: parent.name.value, dataset: item.dataset.id, by: parent.by)
      datasets[target.id]?.children.append(relation)
    }
  }

  /// A reference finds a record by its key, so the key must be one text.
  private mutating func checkReferences(
    _ item: DatasetReader.Read, _ diagnostics: inout [Diagnostic]
  ) {
    for name in item.references.sorted(by: { $0.key < $1.key }).map(\.value) {
      _ = isReferable(name, from: item.dataset, &diagnostics)
    }
  }

  private mutating func isReferable(
    _ name: Located<String>, from dataset: Dataset, _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard let target = datasets[name.value] else {
      diagnostics.append(.unknownDataset(name, datasets.keys.sorted()))
      unsound.insert(dataset.id)
      return false
    }
    if unsound.contains(target.id) { return false }
    guard target.key.count == 1, target.columns[target.key[0]].type == .string else {
      diagnostics.append(.notReferable(name, target))
      unsound.insert(dataset.id)
      return false
    }
    return true
  }

  /// What refers to a wrong dataset cannot be judged either.
  private mutating func spreadUnsoundness() {
    var before = -1
    while unsound.count != before {
      before = unsound.count
      let tainted = datasets.values.filter { dataset in
        dataset.columns.contains { $0.references.map(unsound.contains) ?? false }
          || dataset.children.contains { unsound.contains($0.dataset) }
      }
      unsound.formUnion(tainted.map(\.id))
    }
  }

  /// Those that rule files declare.
  var declared: [Dataset] { datasets.values.filter { BuiltInDatasets.listed[$0.id] == nil } }

  /// The built-in `units`, with the lists of what belongs to a unit.
  var units: Dataset { datasets[BuiltInDatasets.units.id] ?? BuiltInDatasets.units }

  // MARK: - Checks of data

  private static let checkKeys = ["id", "require", "says", "says-en", "severity", "cite"]

  /// The checks of all datasets.
  func checks(_ diagnostics: inout [Diagnostic]) -> [DataCheck] {
    var checks: [DataCheck] = []
    for item in read {
      var ids: [String: Span] = [:]
      for node in item.checks {
        guard let check = check(node, item.dataset, &ids, &diagnostics) else { continue }
        checks.append(check)
      }
    }
    return checks
  }

  private func check(
    _ node: Node, _ dataset: Dataset, _ ids: inout [String: Span],
    _ diagnostics: inout [Diagnostic]
  ) -> DataCheck? {
    guard let fields = Fields(node, keys: Self.checkKeys, of: .check, &diagnostics) else {
      return nil
    }
    let id = fields.id(&diagnostics)
    if let id, let first = ids.updateValue(id.span, forKey: id.value) {
      diagnostics.append(.duplicateID(.check, id, first: first))
    }
    let says = fields.bilingual("says", &diagnostics)
    _ = fields.require("require", &diagnostics)
    let require = condition(fields, dataset, &diagnostics)
    let cite = fields.string("cite", &diagnostics)?.value
    let severity = fields.word(
      "severity", Severity.allCases.map { ($0.rawValue, $0) }, &diagnostics)
    guard let id, let says, let require else { return nil }
    return DataCheck(
      id: id.value, dataset: dataset.id, require: require, says: says.citing(cite),
      severity: severity?.value)
  }

  private func condition(
    _ fields: Fields, _ dataset: Dataset, _ diagnostics: inout [Diagnostic]
  ) -> CheckedExpression? {
    guard let text = fields.expression("require", &diagnostics),
      !unsound.contains(dataset.id)
    else { return nil }
    let scope = RecordScope.check(dataset, among: datasets)
    let (expression, found) = ExpressionCompiler.compile(text, in: scope, expecting: [.bool])
    diagnostics += found
    return expression
  }
}

extension Text {
  /// The same with the text that says so behind it.
  fileprivate func citing(_ cite: String?) -> Text {
    cite.map { Text(vi: "\(vi) (\($0))", en: "\(en) (\($0))") } ?? self
  }
}
