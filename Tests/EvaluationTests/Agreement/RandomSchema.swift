/// What a random workspace hands in: items, which are judged, the kinds that they refer to, sometimes steps
/// that belong to items, and reports that belong to units.
struct RandomSchema {
  enum Kind { case string, bool, int, decimal, date, timestamp }

  /// A column.
  struct Field {
    let id: String
    let kind: Kind
    var isNullable = false
    /// The rest of its declaration.
    var rest = ""

    var yaml: String {
      let type = "\(kind)" + (kind == .decimal ? ", scale: 2" : "")
      return
        "          - { id: \(id), type: \(type)\(isNullable ? ", nullable: true" : "")\(rest) }\n"
    }
  }

  /// What an expression can read, and what has to be asked for before.
  struct Path {
    let text: String
    let kind: Kind
    let isNullable: Bool
    /// Whether it says that something happened.
    var isEvent = false
  }

  /// Whether steps belong to items.
  let hasSteps: Bool
  /// The columns of the key of items.
  let key: [String]
  let items: [Field]
  let kinds: [Field]
  let hasChecks: Bool

  init(_ dice: Dice) {
    func maybe(_ percent: Int = 30) -> Bool { dice.chance(percent) }
    func some(_ rest: String, _ percent: Int = 40) -> String { dice.chance(percent) ? rest : "" }
    hasSteps = maybe(25)
    key = hasSteps ? ["id"] : maybe(60) ? dice.pick(of: Self.keys) : []
    let key = self.key
    func mayBeEmpty(_ column: String, _ percent: Int = 30) -> Bool {
      maybe(percent) && !key.contains(column)
    }
    hasChecks = maybe(50)
    items = [
      Field(id: "id", kind: .string), Field(id: "unit", kind: .string, rest: ", references: units"),
      Field(
        id: "kind", kind: .string, isNullable: mayBeEmpty("kind"),
        rest: some(", allowed: [a, b, c]")),
      Field(id: "ref", kind: .string, isNullable: maybe(), rest: ", references: kinds"),
      Field(id: "note", kind: .string, isNullable: !key.contains("note")),
      Field(id: "flag", kind: .bool, isNullable: maybe()), Field(id: "ok", kind: .bool),
      Field(id: "n", kind: .int, isNullable: maybe(), rest: some(", minimum: -1, maximum: 9")),
      Field(id: "m", kind: .int, isNullable: mayBeEmpty("m", 50)),
      Field(
        id: "amount", kind: .decimal, isNullable: mayBeEmpty("amount"), rest: some(", minimum: 0")),
      Field(id: "day", kind: .date, isNullable: mayBeEmpty("day", 20), rest: some(", event: true")),
      Field(id: "until", kind: .date, isNullable: maybe(20)),
      Field(id: "finished", kind: .date, isNullable: true, rest: ", event: true"),
      Field(
        id: "at", kind: .timestamp, isNullable: mayBeEmpty("at", 20), rest: some(", event: true")),
      Field(id: "limit", kind: .timestamp, isNullable: maybe(20)),
      Field(id: "closed", kind: .timestamp, isNullable: true, rest: some(", event: true", 80)),
    ]
    kinds = [
      Field(id: "code", kind: .string), Field(id: "owner", kind: .string),
      Field(id: "name", kind: .string, isNullable: true),
      Field(id: "least", kind: .decimal, isNullable: maybe(), rest: ", minimum: 0, maximum: 1"),
      Field(id: "days", kind: .int, isNullable: maybe()),
      Field(id: "open", kind: .bool, isNullable: maybe()),
      Field(id: "since", kind: .date, isNullable: true, rest: ", event: true"),
      Field(id: "above", kind: .string, isNullable: true, rest: ", references: kinds"),
    ]
  }

  /// As rule files have it.
  var yaml: String {
    """
    datasets:
      - id: items
        record: item
        title: Items
    \(key.isEmpty ? "" : "    key: [\(key.joined(separator: ", "))]\n")    columns:
    \(items.map(\.yaml).joined())\(checks)\(hasSteps ? Self.steps : "")  - id: kinds
        record: kind
        title: Kinds
        key: [code]
        columns:
    \(kinds.map(\.yaml).joined())\(Self.reports)
    """
  }

  private var checks: String {
    guard hasChecks else { return "" }
    return """
          checks:
            - { id: late, require: item.until >= item.day, says: Trễ, says-en: Late }
            - { id: known, require: 'item.kind != "c" || item.n > 2', says: Lạ, says-en: Odd }
            - { id: begun, require: item.day >= item.unit.from, says: Sớm, says-en: Early, severity: low }
            - { id: ended, require: item.unit.until >= period.last, says: Hết, says-en: Ended, cite: Điều 1 }
            - { id: told, require: 'item.n < 8 || item.unit.reports.size() > 0', says: Thiếu, says-en: Untold }

      """
  }

  /// What is random about it, in words that are counted: of keys only where items can be streamed.
  var shapes: Set<String> {
    if hasSteps || key.isEmpty { return [] }
    return ["key", key.count > 1 ? "key of two" : "key", ["m"] == key ? "key of no text" : "key"]
  }

  /// Keys of one column and of several, of texts and of other types.
  private static let keys = [
    ["id"], ["id"], ["id"], ["note", "id"], ["id", "kind"], ["id", "day"], ["m"], ["at"],
    ["amount", "id"], ["unit", "id"],
  ]

  private static let steps = """
      - id: steps
        record: step
        title: Steps
        child-of: { dataset: items, by: item }
        columns:
          - { id: item, type: string }
          - { id: ok, type: bool }
          - { id: from, type: timestamp, nullable: true, event: true }
          - { id: to, type: timestamp, nullable: true, event: true }

    """

  private static let reports = """
      - id: reports
        record: report
        title: Reports
        child-of: { dataset: units, by: of }
        columns:
          - { id: of, type: string }
          - { id: about, type: date }
          - { id: sent, type: timestamp, nullable: true, event: true }

    """

  /// What expressions over items can read.
  var itemPaths: [Path] {
    let own = items.filter { $0.id != "ref" }.map { path("item", $0, false) }
    let isLoose = items.contains { $0.id == "ref" && $0.isNullable }
    return own + kinds.map { path("item.ref", $0, isLoose) }
      + kinds.prefix(5).map { path("item.ref.above", $0, true) }
  }

  /// What expressions over kinds can read.
  var kindPaths: [Path] {
    kinds.map { path("kind", $0, false) } + kinds.map { path("kind.above", $0, true) }
  }

  private func path(_ record: String, _ field: Field, _ isLoose: Bool) -> Path {
    Path(
      text: "\(record).\(field.id)", kind: field.kind, isNullable: isLoose || field.isNullable,
      isEvent: field.rest.contains("event"))
  }
}
