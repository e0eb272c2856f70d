import Calendars
import Diagnostics
import Foundation
import Numbers
import Tables

@testable import Exports

/// The datasets that tests read, and short ways to read them.
enum Fixture {
  static let zone = Zone(identifier: "Asia/Ho_Chi_Minh") ?? .utc

  static func column(
    _ id: String, _ type: ColumnType, _ labels: [String] = [],
    _ change: (inout Column) -> Void = { _ in }
  ) -> Column {
    var column = Column(id: id, type: type)
    column.labels = labels
    change(&column)
    return column
  }

  static let dossiers = Dataset(
    id: "dossiers", record: "dossier", title: Text(vi: "Hồ sơ", en: "Dossiers"),
    columns: [
      column("dossier_id", .string, ["Mã hồ sơ"]),
      column("unit_code", .string, ["Mã đơn vị"]),
      column("received_at", .timestamp, ["Ngày tiếp nhận"]) {
        $0.formats = ["dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss"]
      },
      column("completed_at", .timestamp, ["Ngày hoàn thành"]) {
        $0.formats = ["dd/MM/yyyy HH:mm"]
        $0.nullable = true
        $0.event = true
      },
      column("fee", .decimal(scale: 2), ["Lệ phí"]) {
        $0.nullable = true
        $0.minimum = .zero
        $0.maximum = Rational(1_000_000)
      },
      column("status", .string, ["Trạng thái"]) { $0.allowed = ["mở", "đóng"] },
      column("citizen", .string, ["Người nộp"]) {
        $0.nullable = true
        $0.optional = true
        $0.personal = true
      },
      column("online", .bool, ["Trực tuyến"]) {
        $0.nullable = true
        $0.optional = true
      },
    ], key: [0])

  static let procedures = Dataset(
    id: "procedures", record: "procedure", title: Text(vi: "Thủ tục", en: "Procedures"),
    columns: [
      column("code", .string, ["Mã thủ tục"]),
      column("signed_on", .date, ["Ngày ký"]) { $0.nullable = true },
      column("maximum_days", .int, ["Số ngày"]) { $0.nullable = true },
    ], key: [0])

  static func request(_ folder: URL, _ datasets: [Dataset] = [dossiers, procedures])
    -> ExportRequest
  {
    ExportRequest(
      root: folder.path, folders: [folder.path], datasets: datasets,
      unitColumns: ["dossiers": 1], knownUnits: ["H26.01", "H26.02"], zone: zone)
  }

  /// Reads files made of texts.
  static func read(
    _ files: [String: String], blockSize: Int = 256 * 1024, limit: Int = 1000,
    snapshot: String? = nil, _ datasets: [Dataset] = [dossiers, procedures]
  ) throws -> ExportSet {
    try read(files.mapValues { Array($0.utf8) }, blockSize: blockSize, limit, snapshot, datasets)
  }

  static func read(
    _ files: [String: [UInt8]], blockSize: Int = 256 * 1024, _ limit: Int = 1000,
    _ snapshot: String? = nil, _ datasets: [Dataset] = [dossiers, procedures]
  ) throws -> ExportSet {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, bytes) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    var request = request(folder, datasets)
    request.blockSize = blockSize
    request.defectLimit = limit
    request.snapshot = snapshot.flatMap { Instant(iso: $0, zone: zone) }
    return ExportReader.read(request)
  }

  /// The raw cells of a CSV, for tests of the parser alone.
  static func rawCells(_ bytes: [UInt8], delimiter: UInt8?, blockSize: Int) throws -> [[[UInt8]]] {
    var records: [[[UInt8]]] = []
    var reader = try RecordReader(
      FileBytes(bytes), delimiter: delimiter, blockSize: blockSize)
    while try reader.advance() {
      reader.withRecord { record in
        records.append(
          record.fields.map { field in
            let content = Array(record.bytes.part(field.start..<field.end))
            guard field.hasDoubledQuotes else { return content }
            return Array(
              String(decoding: content, as: UTF8.self).replacing("\"\"", with: "\"").utf8)
          })
      }
    }
    return records
  }
}

extension Table {
  /// The records as texts, sorted, without places: what must not depend on the order of rows.
  var contents: [String] {
    rows.map { row in
      dataset.columns.indices.map { Self.shown(row.cell($0)) }.joined(separator: " | ")
    }.sorted()
  }

  private static func shown(_ cell: Cell) -> String {
    switch cell {
    case .empty: "-"
    case .unreadable: "?"
    case .text(let text): text
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .decimal(let value): value.decimal(places: 9)
    case .date(let day): day.iso
    case .timestamp(let instant): Fixture.zone.local(of: instant).iso
    }
  }
}
