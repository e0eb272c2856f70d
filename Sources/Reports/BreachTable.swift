import Assessment

/// Records that prove violations as a table: CSV (RFC 4180) in UTF-8, a line for each record and result.
package enum BreachTable {
  /// The names of the columns.
  package static let header = CSVLine.text([
    "dataset", "file", "line", "key", "unit", "obligation", "group", "period", "due", "done",
    "waivers",
  ])

  /// One record, with the end of its line.
  package static func line(_ breach: Breach) -> String {
    CSVLine.text([
      breach.dataset, breach.file, String(breach.line), breach.key ?? "", breach.unit,
      breach.obligation, breach.group ?? "", breach.period, breach.due ?? "", breach.done ?? "",
      breach.waivers.joined(separator: " "),
    ])
  }
}
