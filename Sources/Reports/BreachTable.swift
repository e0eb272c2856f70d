import Assessment

/// Records that prove violations as CSV: a line for each record and result.
package enum BreachTable {
  /// The names of the columns.
  package static let header = CSVText.line([
    "dataset", "file", "line", "key", "unit", "obligation", "group", "period", "due", "done",
    "waivers",
  ])

  /// One record, with the end of its line.
  package static func line(_ breach: Breach) -> String {
    CSVText.line([
      breach.dataset, breach.file, String(breach.line), breach.key ?? "", breach.unit,
      breach.obligation, breach.group ?? "", breach.period, breach.due ?? "", breach.done ?? "",
      breach.waivers.joined(separator: " "),
    ])
  }
}
