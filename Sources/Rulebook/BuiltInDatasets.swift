import Diagnostics
import Tables

/// The records that expressions see besides those of exports.
package enum BuiltInDatasets {
  /// The units: `code` (the key), `name`, `level`, `parent`, and their first and last day, `from` and
  /// `until`, in this order. `unit` is the one that
  /// is judged; `over: units` makes each unit its own record.
  package static let units = Dataset(
    id: "units", record: "unit", title: Text(vi: "đơn vị", en: "units"),
    columns: ["code", "name", "level"].map { Column(id: $0, type: .string) } + [optional("parent")]
      + ["from", "until"].map { optional($0, .date) }, key: [0])

  /// The period that is judged: its `first` and `last` day, in this order.
  package static let period = Dataset(
    id: "period", record: "period", title: Text(vi: "kỳ", en: "period"),
    columns: ["first", "last"].map { Column(id: $0, type: .date) })

  /// What earlier assessments found: the `number` of the verdict (the key), `unit`, `directive`,
  /// `obligation` (`directive/obligation`), `group`, `period`, its `first` and `last` day, `outcome`,
  /// `severity`, and how many records `passed`, `failed` and are `unknown`, in this order.
  package static let verdicts = Dataset(
    id: "verdicts", record: "verdict", title: Text(vi: "kết quả các kỳ trước", en: "past verdicts"),
    columns: ["number", "unit", "directive", "obligation"].map { Column(id: $0, type: .string) }
      + [optional("group"), Column(id: "period", type: .string)]
      + ["first", "last"].map { Column(id: $0, type: .date) }
      + [Column(id: "outcome", type: .string), optional("severity")]
      + ["passed", "failed", "unknown"].map { Column(id: $0, type: .int) }, key: [0])

  /// Those that obligations may be `over`, with the column that holds a record's unit.
  static let listed = [units.id: 0, verdicts.id: 1]

  /// The names that rules cannot give to records and values of their own.
  static let names = ["unit", "period", "as_of", "due", "done", "clock"]

  private static func optional(_ id: String, _ type: ColumnType = .string) -> Column {
    var column = Column(id: id, type: type)
    column.nullable = true
    return column
  }
}
