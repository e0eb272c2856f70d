import Assessment
import Diagnostics

/// Records that prove violations, with the names of their units and obligations.
struct BreachSheet: ReportTable {
  private let content: ReportContent
  private let index: ReportIndex

  init(_ content: ReportContent) {
    (self.content, index) = (content, ReportIndex(content.assessment))
  }

  let columns: [TableColumn] = [
    TableColumn("unit", TableWords.unit), TableColumn("unit_name", TableWords.unitName, width: 34),
    TableColumn("title", TableWords.title, width: 48),
    TableColumn("group", TableWords.group, width: 12),
    TableColumn("period", TableWords.period, width: 10),
    TableColumn("key", TableWords.key, width: 26),
    TableColumn("due", TableWords.due, width: 17),
    TableColumn("done", TableWords.done, width: 17),
    TableColumn("file", TableWords.file, width: 30),
    TableColumn("line", TableWords.line, width: 8, .count),
    TableColumn("waivers", TableWords.waivers, width: 18),
    TableColumn("obligation", TableWords.obligation, width: 24),
  ]

  func forEachRow(_ body: ([TableCell]) throws -> Void) throws {
    try content.forEachBreach { breach in
      let title = index.obligation(breach.obligation)?.title.in(content.language)
      try body([
        .text(breach.unit), .text(index.unit(breach.unit)), .text(title ?? breach.obligation),
        .optional(breach.group), .text(breach.period), .optional(breach.key),
        .optional(time: breach.due), .optional(time: breach.done), .text(breach.file),
        breach.line > 0 ? .count(breach.line) : .empty,
        breach.waivers.isEmpty ? .empty : .text(breach.waivers.joined(separator: "; ")),
        .text(breach.obligation),
      ])
    }
  }
}
