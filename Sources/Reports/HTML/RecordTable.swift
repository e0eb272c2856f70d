import Assessment
import Calendars
import Diagnostics

/// Records as rows: only the columns that some record has something for.
struct RecordTable {
  private let evidence: Evidence
  /// The place of each record.
  private let places: [Places.Place?]
  private let report: HTMLReport
  /// Whether they have a deadline.
  let hasDue: Bool
  private let hasColumns: Bool
  /// The file of all of them, which is then not said again in each row.
  let file: String?

  init(_ evidence: Evidence, places: [String: Places.Place], _ report: HTMLReport) {
    (self.evidence, self.report) = (evidence, report)
    self.places = evidence.records.map { places[$0.key] }
    hasDue = evidence.records.contains { $0.due != nil }
    hasColumns = evidence.records.contains { !$0.columns.isEmpty }
    let files = Set(self.places.map { $0?.file })
    file = files.count == 1 ? files.first.flatMap(\.self) : nil
  }

  /// The heads of the columns.
  var columns: [String] {
    let dates = ["column.due", "column.done", "column.late"]
    return
      (["column.record"] + (file == nil ? ["column.file"] : []) + ["column.line"]
      + (hasDue ? dates : [])
      + (hasColumns ? ["column.columns"] : [])).map { report.word($0) }
  }

  /// The rows.
  func rows(_ page: inout HTML) {
    for (record, place) in zip(evidence.records, places) {
      page.element("tr") { page in cells(record, place, &page) }
    }
  }

  private func cells(_ record: EvidenceRecord, _ place: Places.Place?, _ page: inout HTML) {
    page.element("td", text: record.key)
    if file == nil { page.element("td", text: place?.file ?? "") }
    page.element("td", ["class": "count"], text: place.map { String($0.line) } ?? "")
    if hasDue {
      page.element("td", text: record.due.map(report.figures.date) ?? "")
      page.element("td", text: done(record))
      page.element("td", ["class": "count"], text: late(record).map(report.figures.count) ?? "")
    }
    if hasColumns { page.element("td", text: record.columns.joined(separator: ", ")) }
  }

  private func done(_ record: EvidenceRecord) -> String {
    record.done.map(report.figures.date) ?? (record.due == nil ? "" : report.word("records.open"))
  }

  /// How many calendar days after its deadline something was done. What is not done has no number: that is
  /// known only up to the time of its export.
  private func late(_ record: EvidenceRecord) -> Int? {
    guard let due = day(record.due), let done = day(record.done), done > due else { return nil }
    return Int(done.number) - Int(due.number)
  }

  private func day(_ time: String?) -> Day? { time.flatMap { Day(iso: $0.prefix(10)) } }
}
