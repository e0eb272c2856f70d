import Assessment
import Calendars
import Diagnostics
import Evaluation
import Numbers
import Registry
import Rulebook
import YAMLTree

/// Reads one case of an index.
struct IndexCaseReader {
  private static let keys = ["note", "index", "unit", "measures", "points", "total", "want"]
  private static let unitKeys = ["code", "name", "level", "parent", "from", "until"]

  private let rulebook: Rulebook
  /// What is wrong with the case.
  private(set) var diagnostics: [Diagnostic] = []

  /// A reader of cases over some rules.
  init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  /// Whether a case is about an index.
  static func reads(_ node: Node) -> Bool {
    node.entries?.contains { $0.key.text == "index" } ?? false
  }

  /// The case, or `nil` with diagnostics.
  mutating func read(_ node: Node) -> IndexCase? {
    guard let fields = Fields(node, keys: Self.keys, of: .indexCase, &diagnostics),
      let note = fields.requiredString("note", &diagnostics), let index = index(fields)
    else { return nil }
    let unit = unit(fields, note.span)
    let facts = UnitFacts(unit: unit, measures: measures(fields, index), points: points(fields))
    let total = fields.string("total", &diagnostics)
    if let total, !index.totals.contains(where: { $0.id == total.value }) {
      diagnostics.append(.notAmong("total", total, index.totals.map(\.id)))
    }
    var wants = IndexWantReader(index)
    let read = fields.require("want", &diagnostics).map { wants.wants($0) } ?? []
    diagnostics += wants.diagnostics
    guard !diagnostics.hasErrors else { return nil }
    return IndexCase(
      note: note.value, span: note.span, index: index, facts: facts, total: total?.value,
      wants: read)
  }

  private mutating func index(_ fields: Fields) -> ScoreIndex? {
    guard let id = fields.requiredString("index", &diagnostics) else { return nil }
    if let index = rulebook.indexes.first(where: { $0.id == id.value }) { return index }
    diagnostics.append(.unknownIndex(id.value, at: id.span, among: rulebook.indexes.map(\.id)))
    return nil
  }

  private mutating func unit(_ fields: Fields, _ span: Span) -> Registry.Unit {
    let own = fields["unit"].flatMap {
      Fields($0, keys: Self.unitKeys, of: .caseUnit, &diagnostics)
    }
    let level = own?.string("level", &diagnostics)?.value
    let code = own?.string("code", &diagnostics)?.value
    return Registry.Unit(
      code: code ?? "X", name: code ?? "X", level: level ?? "", dates: DateSpan(), span: span)
  }

  // MARK: - What is given

  /// `{ on-time: 9/10, online: [40%, 60%], paid: empty, digitised: missing }`.
  private mutating func measures(
    _ fields: Fields, _ index: ScoreIndex
  ) -> [String: MeasureFact] {
    let known = index.measured
    let pairs = (fields["measures"]?.entries ?? []).compactMap {
      entry -> (String, MeasureFact)? in
      let name = Located(entry.key.text, entry.keySpan)
      guard let id = known.first(where: { $0 == name.value || $0.isMeasure(name.value, of: index) })
      else {
        diagnostics.append(.unknownIn(index, name, known.map(\.shortMeasure).sorted()))
        return nil
      }
      return fact(entry.value, kind(of: id)).map { (id, $0) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private func kind(of id: String) -> MeasureKind {
    let all = rulebook.obligations + rulebook.indexes.flatMap(\.measures)
    return all.first { $0.fullID == id }?.measure.kind ?? .share
  }

  private mutating func fact(_ node: Node, _ kind: MeasureKind) -> MeasureFact? {
    let none = Verdict.Bounds(low: nil, high: nil, mayBeEmpty: true)
    switch node.scalar?.text {
    case "missing": return MeasureFact(measured: nil, bounds: none, kind: kind, gap: .notHandedIn)
    case "empty":
      let empty = Verdict.Bounds(low: nil, high: nil, mayBeEmpty: true, isEmpty: true)
      return MeasureFact(measured: nil, bounds: empty, kind: kind)
    default: break
    }
    let ends = (node.items ?? [node]).compactMap { $0.scalar.flatMap { Rational(casual: $0.text) } }
    guard let low = ends.first, let high = ends.last, ends.count == (node.items?.count ?? 1),
      ends.count < 3
    else {
      diagnostics.append(.badCaseMeasure(node.span))
      return nil
    }
    let bounds = Verdict.Bounds(low: low, high: high, mayBeEmpty: false)
    let measured = Verdict.Measured(value: low, numerator: low, denominator: .one)
    return MeasureFact(measured: low == high ? measured : nil, bounds: bounds, kind: kind)
  }

  /// `column: { part: points, part: [points, maximum] }`.
  private mutating func points(_ fields: Fields) -> [HandedInEntry] {
    (fields["points"]?.entries ?? []).flatMap { column in
      (column.value.entries ?? []).compactMap { part -> HandedInEntry? in
        let texts = (part.value.items ?? [part.value]).map { $0.scalar?.text }
        let numbers = texts.map { $0.flatMap { Rational(decimal: $0) } }
        guard (1...2).contains(texts.count),
          zip(texts, numbers).allSatisfy({ $0 == "?" || $1 != nil })
        else {
          diagnostics.append(.badCaseMeasure(part.value.span))
          return nil
        }
        return HandedInEntry(
          column: column.key.text, part: part.key.text, points: numbers[0],
          maximum: numbers.count > 1 ? numbers[1] : nil)
      }
    }
  }
}

extension String {
  /// Whether a full id is that of a measure of an index, or of an obligation of its directive.
  fileprivate func isMeasure(_ name: String, of index: ScoreIndex) -> Bool {
    self == "\(index.directive.id)/\(index.id).\(name)" || self == "\(index.directive.id)/\(name)"
  }

  /// The id as cases write it.
  fileprivate var shortMeasure: String {
    split(separator: ".", maxSplits: 1).count == 2 ? String(split(separator: ".")[1]) : self
  }
}

extension Rational {
  /// A decimal, a percentage, or a fraction `9/10`.
  init?(casual text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      self.init(decimal: text)
      return
    }
    guard let top = Rational(decimal: parts[0]), let bottom = Rational(decimal: parts[1]),
      let value = try? top.divided(by: bottom)
    else { return nil }
    self = value
  }
}
