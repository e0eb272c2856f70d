import Diagnostics
import Tables

/// The records that expressions see besides those of exports.
package enum BuiltInDatasets {
  /// The units: `code` (the key), `name`, `level` and `parent`, in this order. `unit` is the one that
  /// is judged; `over: units` makes each unit its own record.
  package static let units = Dataset(
    id: "units", record: "unit", title: Text(vi: "đơn vị", en: "units"),
    columns: ["code", "name", "level"].map { Column(id: $0, type: .string) } + [parent], key: [0])

  /// The period that is judged: its `first` and `last` day, in this order.
  package static let period = Dataset(
    id: "period", record: "period", title: Text(vi: "kỳ", en: "period"),
    columns: ["first", "last"].map { Column(id: $0, type: .date) })

  /// Those that obligations may be `over`, with the column that holds a record's unit.
  static let listed = [units.id: 0]

  /// The names that rules cannot give to records and values of their own.
  static let names = ["unit", "period", "as_of", "due", "done", "clock"]

  private static var parent: Column {
    var parent = Column(id: "parent", type: .string)
    parent.nullable = true
    return parent
  }
}
