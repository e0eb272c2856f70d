import Calendars
import Diagnostics
import Numbers
import Tables

@testable import Expressions

/// The datasets and records that cases speak of (see `cases/README.md`).
enum Fixture {
  /// With the steps that belong to it.
  static let dossiers: Dataset = {
    var dossiers = plainDossiers
    dossiers.children = [ChildRelation(name: "steps", dataset: "steps", by: 0)]
    return dossiers
  }()

  static let steps = Dataset(
    id: "steps", record: "step", title: Text(vi: "Bước", en: "Steps"),
    columns: [
      column("dossier", .string), column("name", .string), column("hours", .int),
      column("at", .date), column("late", .bool, nullable: true),
    ])

  private static let plainDossiers = Dataset(
    id: "dossiers", record: "dossier", title: Text(vi: "Hồ sơ", en: "Dossiers"),
    columns: [
      column("id", .string), column("received_at", .timestamp),
      column("completed_at", .timestamp, nullable: true), column("signed_on", .date),
      column("paid_on", .date, nullable: true), column("fee", .decimal(scale: 2)),
      column("pages", .int), column("copies", .int, nullable: true), column("online", .bool),
      column("late", .bool, nullable: true), status, column("note", .string, nullable: true),
      reference("procedure", nullable: false), reference("former", nullable: true),
    ])

  static let procedures = Dataset(
    id: "procedures", record: "procedure", title: Text(vi: "Thủ tục", en: "Procedures"),
    columns: [
      column("code", .string), column("fee_required", .bool),
      column("limit", .int, nullable: true),
    ])

  private static let status: Column = {
    var status = column("status", .string)
    status.allowed = ["received", "in-progress", "done", "returned"]
    return status
  }()

  private static func column(_ id: String, _ type: ColumnType, nullable: Bool = false) -> Column {
    var column = Column(id: id, type: type)
    column.nullable = nullable
    return column
  }

  private static func reference(_ id: String, nullable: Bool) -> Column {
    var column = column(id, .string, nullable: nullable)
    column.references = "procedures"
    return column
  }

  static let scope = Scope(
    variables: [
      "dossier": .record("dossiers"), "as_of": .timestamp, "limit": .workingDays,
      "done": .timestamp, "last_step": .record("steps"),
    ],
    datasets: ["dossiers": dossiers, "procedures": procedures, "steps": steps],
    nullableVariables: ["done", "last_step"])

  static let calendar = WorkCalendar(
    zone: Zone(identifier: "Asia/Ho_Chi_Minh") ?? .utc,
    holidays: [
      Holiday(day: day("2025-09-01"), name: Text(verbatim: "2/9"), source: "test"),
      Holiday(day: day("2025-09-02"), name: Text(verbatim: "2/9"), source: "test"),
    ],
    hours: [WorkingHours("08:00-12:00"), WorkingHours("13:30-17:30")].compactMap { $0 },
    covered: 2025...2026)

  private static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }
  private static func instant(_ iso: String) -> Instant { Instant(iso: iso) ?? Instant(seconds: 0) }

  /// The record of a section: `full`, `blank` (nullable cells empty) or `unreadable` (all cells).
  static func bindings(_ section: String) -> Bindings {
    var bindings = Bindings(cells: cells, calendar: calendar)
    bindings.values = [
      "as_of": .timestamp(instant("2025-10-03T10:00:00Z")), "limit": .workingDays(5),
    ]
    bindings.outcomes["done"] = .value(.timestamp(instant("2025-09-05T02:00:00Z")))
    bindings.children = .value(
      .list((0..<3).map { .record(RecordValue(dataset: "steps", row: $0)) }))
    bindings.records = stepCells
    bindings.outcomes["last_step"] = .value(.record(RecordValue(dataset: "steps", row: 2)))
    if section == "blank" {
      bindings.children = .value(.list([]))
      for column in ["completed_at", "paid_on", "copies", "late", "note", "former"] {
        bindings.cells[path(column)] = .empty
      }
      bindings.cells[path("former", 2)] = .empty
      bindings.outcomes["done"] = .error(
        EvaluationError(
          kind: .emptyCell(path("completed_at")), message: Text(verbatim: "empty")))
    }
    if section == "unreadable" {
      bindings.cells = bindings.cells.mapValues { _ in .unreadable }
      bindings.outcomes["done"] = .unknown
      bindings.children = .unknown
    }
    if section == "unreadable step" { bindings.records[1][2] = .unreadable }
    return bindings
  }

  /// The cells of three steps.
  private static let stepCells: [[Cell]] = [
    [.text("H01"), .text("nhận"), .int(4), .date(day("2025-09-01")), .bool(false)],
    [.text("H01"), .text("thẩm định"), .int(16), .date(day("2025-09-04")), .empty],
    [.text("H01"), .text("ký"), .int(4), .date(day("2025-09-03")), .bool(true)],
  ]

  private static let cells: [ColumnPath: Cell] = [
    path("id"): .text("H01"), path("received_at"): .timestamp(instant("2025-08-29T16:30:00+07:00")),
    path("completed_at"): .timestamp(instant("2025-09-05T09:00:00+07:00")),
    path("signed_on"): .date(day("2025-08-29")), path("paid_on"): .date(day("2025-09-08")),
    path("fee"): .decimal(Rational(units: 12550, scale: 2)), path("pages"): .int(7),
    path("copies"): .int(2), path("online"): .bool(true), path("late"): .bool(false),
    path("status"): .text("done"), path("note"): .text("Hồ sơ số 12/UBND"),
    path("procedure"): .text("P1"), path("procedure", 0): .text("P1"),
    path("procedure", 1): .bool(true), path("procedure", 2): .int(10), path("former"): .text("P0"),
    path("former", 2): .int(8),
  ]

  static func path(_ column: String, _ further: Int...) -> ColumnPath {
    ColumnPath(variable: "dossier", columns: [dossiers.index(of: column) ?? -1] + further)
  }
}
