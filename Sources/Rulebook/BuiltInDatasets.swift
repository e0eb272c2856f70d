import Diagnostics
import Tables

/// The records that expressions see besides those of exports.
package enum BuiltInDatasets {
  /// The unit that is judged: `code`, `name`, `level` and `parent`, in this order.
  package static let unit = Dataset(
    id: "unit", record: "unit", title: Text(vi: "đơn vị", en: "unit"),
    columns: ["code", "name", "level"].map { Column(id: $0, type: .string) } + [parent])

  /// The period that is judged: its `first` and `last` day, in this order.
  package static let period = Dataset(
    id: "period", record: "period", title: Text(vi: "kỳ", en: "period"),
    columns: ["first", "last"].map { Column(id: $0, type: .date) })

  /// The names that rules cannot give to records and values of their own.
  static let names = ["unit", "period", "as_of", "due", "done"]

  private static var parent: Column {
    var parent = Column(id: "parent", type: .string)
    parent.nullable = true
    return parent
  }
}
