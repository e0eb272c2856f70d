import Diagnostics
import Expressions
import Registry
import Rulebook

/// Levels, codes and names of units that rules ask for and no unit has, but nearly.
///
/// A rule may ask for units that this registry does not hold; what differs by a letter or an accent
/// from one that it holds was meant to be that one.
struct UnitWords {
  /// What is found in a rulebook.
  static func findings(_ view: RuleView) -> [Diagnostic] {
    let rulebook = view.rulebook
    guard !rulebook.registry.units.isEmpty else { return [] }
    var words = UnitWords(units: rulebook.registry.units)
    for obligation in rulebook.obligations {
      words.look(at: obligation.binds.when)
      for target in obligation.targets { words.look(at: target.units) }
      for expression in obligation.allRecordExpressions { words.look(at: expression) }
    }
    for waiver in rulebook.waivers {
      if case .condition(let condition) = waiver.units { words.look(at: condition) }
    }
    return words.findings + words.levels()
  }

  private let units: [Unit]
  private var findings: [Diagnostic] = []
  /// The levels that rules ask for.
  private var asked: Set<String> = []

  private init(units: [Unit]) { self.units = units }

  private mutating func look(at expression: CheckedExpression?) {
    guard let expression else { return }
    look(at: expression.root, of: expression)
  }

  private mutating func look(at node: CheckedNode, of expression: CheckedExpression) {
    if case .call(let call) = node.kind, call.arguments.count == 2 {
      compare(call.arguments[0], call.arguments[1], expression)
      compare(call.arguments[1], call.arguments[0], expression)
    }
    for part in node.parts { look(at: part, of: expression) }
  }

  private mutating func compare(
    _ column: CheckedNode, _ texts: CheckedNode, _ expression: CheckedExpression
  ) {
    guard case .column(let path) = column.kind, path.variable == "unit",
      let number = path.columns.first, path.columns.count == 1,
      case .constant(let constant) = texts.kind
    else { return }
    let values: [Value] = if case .list(let elements) = constant { elements } else { [constant] }
    let known = known(number)
    for case .string(let text) in values {
      if number == 2 { asked.insert(text) }
      guard !known.contains(text),
        let near = Self.near(text, known.sorted(), isLevel: number == 2)
      else { continue }
      findings.append(.nearlyAUnit(text, near, expression.span(texts)))
    }
  }

  /// The values of a column of `BuiltInDatasets.units`.
  private func known(_ column: Int) -> Set<String> {
    Set(
      units.compactMap { unit in
        switch column {
        case 0: unit.code
        case 1: unit.name
        case 2: unit.level
        default: unit.parent
        }
      })
  }

  /// Units of a level that no rule asks for, where another is nearly called so.
  private func levels() -> [Diagnostic] {
    units.compactMap { unit in
      guard !asked.contains(unit.level) else { return nil }
      return Self.near(unit.level, asked.sorted(), isLevel: true).map { .nearlyALevel(unit, $0) }
    }
  }

  /// What differs in accents and capitals alone. Levels may differ in letters, too, unless they are
  /// short; codes and names of different units often do.
  private static func near(_ text: String, _ known: [String], isLevel: Bool) -> String? {
    if let same = known.first(where: { $0.folded == text.folded }) { return same }
    return isLevel && text.count > 3 ? NearestName.of(text, among: known) : nil
  }
}
