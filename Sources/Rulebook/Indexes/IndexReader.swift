import Calendars
import Diagnostics
import Expressions
import Numbers
import Registry
import Tables
import YAMLTree

/// Reads one item of `index`.
struct IndexReader {
  /// What indexes are read against.
  struct Context {
    /// By full id.
    let obligations: [String: Obligation]
    /// The ids that are written down, sound or not.
    let names: DeclaredNames
    /// What measures are read against.
    let records: ObligationReader.Context
  }

  private static let keys = [
    "id", "title", "title-en", "every", "binds", "measures", "groups", "points", "totals",
  ]

  private let fields: Fields
  private let directive: Directive
  private let context: Context
  private var diagnostics: [Diagnostic] = []

  /// The index in `node`, which `directive` sets up; `nil` when a part of it is missing or wrong.
  static func read(
    _ node: Node, of directive: Directive, in context: Context, _ diagnostics: inout [Diagnostic]
  ) -> ScoreIndex? {
    guard let fields = Fields(node, keys: keys, of: .index, &diagnostics) else { return nil }
    var reader = IndexReader(fields: fields, directive: directive, context: context)
    let index = reader.index()
    diagnostics += reader.diagnostics
    return reader.diagnostics.hasErrors ? nil : index
  }

  private init(fields: Fields, directive: Directive, context: Context) {
    (self.fields, self.directive, self.context) = (fields, directive, context)
  }

  private mutating func index() -> ScoreIndex? {
    let id = fields.id(&diagnostics)
    let title = fields.bilingual("title", &diagnostics)
    let every = every()
    let binds = fields.require("binds", &diagnostics).flatMap {
      Binding.read($0, in: fields, &diagnostics)
    }
    guard let id, let binds, let kind = every.first else { return nil }
    let frame = IndexFrame(id: id.value, binds: binds, kind: kind)
    let measures = measures(frame)
    var groups = GroupReader(
      directive, frame, context, own: ownIDs, hasPoints: fields["points"] != nil)
    let read = groups.groups(fields)
    diagnostics += groups.diagnostics
    let points = handedIn(frame, title)
    let totals = totals(read, points)
    return title.map {
      ScoreIndex(
        id: id.value, directive: directive, title: $0, every: every, binds: binds,
        measures: measures, groups: read, handedIn: points, totals: totals, span: id.span)
    }
  }

  private mutating func every() -> [Period.Kind] {
    guard fields.require("every", &diagnostics) != nil else { return [] }
    let words = Period.Kind.allCases
    return fields.strings("every", &diagnostics).compactMap { text in
      if let kind = Period.Kind(rawValue: text.value) { return kind }
      diagnostics.append(.notAmong("every", text, words.map(\.rawValue)))
      return nil
    }
  }

  // MARK: - What is measured

  private mutating func measures(_ frame: IndexFrame) -> [Obligation] {
    fields.list("measures", &diagnostics).compactMap {
      ObligationReader.read($0, for: frame, of: directive, in: context.records, &diagnostics)
    }
  }

  /// The ids of measures that are written down, sound or not.
  private var ownIDs: Set<String> {
    let nodes = fields["measures"].map { $0.items ?? [$0] } ?? []
    return Set(
      nodes.compactMap { node in
        node.entries?.first { $0.key.text == "id" }?.value.scalar?.text
      })
  }

  private mutating func handedIn(_ frame: IndexFrame, _ title: Text?) -> HandedInPoints? {
    guard let node = fields["points"] else { return nil }
    var reader = PointsReader(
      frame, title: title ?? Text(verbatim: frame.id), directive,
      among: context.records.datasets)
    defer { diagnostics += reader.diagnostics }
    return reader.points(node, in: fields)
  }

  // MARK: - Totals

  /// Whether some columns are not known because `points` is wrong itself.
  private var isUnclear: Bool { fields["points"] != nil && diagnostics.hasErrors }

  /// Where none is written, what is worked out makes one; where nothing is, each column one of its own.
  private mutating func totals(
    _ groups: [CriterionGroup], _ points: HandedInPoints?
  ) -> [IndexTotal] {
    let isMeasured = groups.contains { $0.criteria.contains { $0.formula != nil } }
    let known = (isMeasured ? [IndexTotal.measured] : []) + (points?.columns.map(\.id) ?? [])
    let nodes = fields.list("totals", &diagnostics)
    if nodes.isEmpty { return Self.totals(isMeasured: isMeasured, points) }
    let totals = nodes.compactMap { total($0, known) }
    var ids: [String: Span] = [:]
    for (total, node) in zip(totals, nodes) {
      if let first = ids.updateValue(node.span.firstLine, forKey: total.id) {
        diagnostics.append(
          .duplicateID(.total, Located(total.id, node.span.firstLine), first: first))
      }
    }
    return totals
  }

  private static func totals(isMeasured: Bool, _ points: HandedInPoints?) -> [IndexTotal] {
    let measured = IndexTotal(
      id: IndexTotal.measured, title: .measuredTotal, columns: [IndexTotal.measured],
      otherwise: [], printed: nil)
    let others = (points?.columns ?? []).map {
      IndexTotal(id: $0.id, title: $0.title, columns: [$0.id], otherwise: [], printed: nil)
    }
    return isMeasured ? [measured] + others : others
  }

  private mutating func total(_ node: Node, _ known: [String]) -> IndexTotal? {
    let keys = ["id", "title", "title-en", "of", "otherwise", "printed"]
    guard let fields = Fields(node, keys: keys, of: .total, in: fields, &diagnostics) else {
      return nil
    }
    let id = fields.id(&diagnostics)
    let title = fields.bilingual("title", &diagnostics)
    _ = fields.require("of", &diagnostics)
    let of = columns("of", fields, known)
    let otherwise = columns("otherwise", fields, known)
    let printed = columns("printed", fields, known).first
    guard let id, let title, !of.isEmpty else { return nil }
    return IndexTotal(
      id: id.value, title: title, columns: of, otherwise: otherwise, printed: printed)
  }

  private mutating func columns(_ key: String, _ fields: Fields, _ known: [String]) -> [String] {
    fields.strings(key, &diagnostics).map { name in
      if !known.contains(name.value), !isUnclear {
        diagnostics.append(.unknownPointsColumn(name, known))
      }
      return name.value
    }
  }
}
