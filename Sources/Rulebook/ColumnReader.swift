import Diagnostics
import Numbers
import Tables
import YAMLTree

/// Reads one item of `columns`.
enum ColumnReader {
  /// A column with the places that messages point at.
  struct Read {
    let column: Column
    let id: Located<String>
    let labels: [Located<String>]
    let references: Located<String>?
  }

  private static let keys = [
    "id", "type", "labels", "nullable", "optional", "event", "personal", "references", "allowed",
    "scale", "formats", "minimum", "maximum",
  ]

  /// What a column of each type may say besides what all may.
  private static let typed: [String: Set<String>] = [
    "string": ["allowed", "references"], "bool": [], "int": ["minimum", "maximum", "formats"],
    "decimal": ["scale", "minimum", "maximum", "formats"], "date": ["event", "formats"],
    "timestamp": ["event", "formats"],
  ]

  /// The column, or `nil` when its name or type cannot be told.
  static func read(_ node: Node, _ diagnostics: inout [Diagnostic]) -> Read? {
    guard let fields = Fields(node, keys: keys, of: .column, &diagnostics) else { return nil }
    let id = fields.identifier("id", &diagnostics)
    _ = fields.require("type", &diagnostics)
    let names = ["string", "bool", "int", "decimal", "date", "timestamp"].map { ($0, $0) }
    guard let type = fields.word("type", names, &diagnostics) else { return nil }
    checkKeys(fields, type.value, &diagnostics)
    guard let columnType = columnType(type.value, fields, &diagnostics), let id else { return nil }
    var column = Column(id: id.value, type: columnType)
    column.span = id.span
    let labels = fields.strings("labels", &diagnostics)
    column.labels = labels.map(\.value)
    fill(&column, fields, &diagnostics)
    let references = fields.string("references", &diagnostics)
    column.references = references?.value
    return Read(column: column, id: id, labels: labels, references: references)
  }

  /// An optional column is empty where it is missing, so its cells may be empty.
  private static func fill(
    _ column: inout Column, _ fields: Fields, _ diagnostics: inout [Diagnostic]
  ) {
    column.optional = fields.bool("optional", &diagnostics)?.value ?? false
    column.nullable = fields.bool("nullable", &diagnostics)?.value ?? false || column.optional
    column.event = fields.bool("event", &diagnostics)?.value ?? false
    column.personal = fields.bool("personal", &diagnostics)?.value ?? false
    let formats = fields.strings("formats", &diagnostics)
    diagnostics += formats.compactMap {
      column.type.flaw(ofFormat: $0.value, at: $0.span)
    }
    column.formats = formats.map(\.value)
    let allowed = fields.strings("allowed", &diagnostics).map(\.value)
    column.allowed = allowed.isEmpty ? nil : allowed
    let minimum = fields.rational("minimum", &diagnostics)
    let maximum = fields.rational("maximum", &diagnostics)
    if let minimum, let maximum, maximum.value < minimum.value {
      diagnostics.append(.rangeReversed(low: minimum.span, high: maximum.span))
    }
    column.minimum = minimum?.value
    column.maximum = maximum?.value
  }

  private static func checkKeys(
    _ fields: Fields, _ type: String, _ diagnostics: inout [Diagnostic]
  ) {
    let special = typed.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    for key in special.subtracting(typed[type, default: []]).sorted() {
      guard let span = fields.keySpan(key) else { continue }
      let types = typed.filter { $0.value.contains(key) }.keys.sorted()
      diagnostics.append(.notForType(key, span, type, types))
    }
  }

  private static func columnType(
    _ name: String, _ fields: Fields, _ diagnostics: inout [Diagnostic]
  ) -> ColumnType? {
    switch name {
    case "string": return .string
    case "bool": return .bool
    case "int": return .int
    case "date": return .date
    case "timestamp": return .timestamp
    default: return decimal(fields, &diagnostics)
    }
  }

  private static func decimal(_ fields: Fields, _ diagnostics: inout [Diagnostic]) -> ColumnType? {
    guard fields.keySpan("scale") != nil else {
      diagnostics.append(.decimalWithoutScale(fields.keySpan("type") ?? fields.span.firstLine))
      return nil
    }
    guard let scale = fields.int("scale", &diagnostics) else { return nil }
    guard (0...9).contains(scale.value) else {
      diagnostics.append(.badScale(scale))
      return nil
    }
    return .decimal(scale: scale.value)
  }
}
