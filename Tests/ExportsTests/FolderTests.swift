import Calendars
import Foundation
import Synchronization
import Testing

@testable import Exports

@Suite struct FolderTests {
  static let header = "dossier_id,unit_code,received_at,completed_at,fee,status\n"
  static let record = "A1,H26.01,01/09/2025 08:00,,,mở\n"

  @Test func pathsNamedLikeAUnitAreItsExport() throws {
    let exports = try Fixture.read([
      "H26.01/dossiers.csv": Self.header, "H26.02.csv": Self.header, "all.csv": Self.header,
      "2025-08/old.csv": Self.header + Self.record,
    ])
    #expect(exports.files.map(\.path) == ["H26.01/dossiers.csv", "H26.02.csv", "all.csv"])
    #expect(exports.files.map(\.unit) == ["H26.01", "H26.02", nil])
    #expect(exports.files.map(\.covers) == [.units(["H26.01"]), .units(["H26.02"]), .recordsOnly])
    #expect(exports.files.allSatisfy { $0.status == .nilReturn })
  }

  @Test func exportsYamlDecides() throws {
    let exports = try Fixture.read(
      [
        "exports.yaml": """
        snapshot: 2025-10-03T17:00:00
        files:
          - { path: "x-*.dat", dataset: dossiers, covers: all, delimiter: "|", snapshot: 2025-10-02 08:00,
              columns: { dossier_id: "Số HS" } }
          - { path: H26.01.csv, unit: H26.02 }
        """,
        "sub/x-1.dat":
          "Số HS|Mã hồ sơ|unit_code|received_at|completed_at|fee|status\n7|8|H26.01|01/09/2025 08:00|||mở\n",
        "H26.01.csv": Self.header + Self.record,
      ], snapshot: "2025-01-01T00:00:00")
    #expect(exports.defects.isEmpty && exports.diagnostics.isEmpty)
    #expect(exports.files.map(\.covers) == [.units(["H26.02"]), .all])
    #expect(
      exports.files.map { $0.snapshot?.iso } == ["2025-10-03T10:00:00Z", "2025-10-02T01:00:00Z"])
    #expect(exports.tables["dossiers"]?.rows.map { $0.cell(0) } == [.text("A1"), .text("7")])
  }

  @Test func theRequestGivesTheDefaultSnapshot() throws {
    let exports = try Fixture.read(
      ["a.csv": Self.header + Self.record], snapshot: "2025-10-03T17:00:00+07:00")
    #expect(exports.files.first?.snapshot?.iso == "2025-10-03T10:00:00Z")
    #expect(exports.tables["dossiers"]?.files.first?.snapshot == exports.files.first?.snapshot)
  }

  @Test func filesAreHashed() throws {
    let exports = try Fixture.read(["empty.csv": "", "book.xlsx": "abc"], blockSize: 2)
    #expect(
      exports.files.map(\.sha256) == [
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      ])
    #expect(exports.files.map(\.bytes) == [3, 0])
  }

  @Test func aMissingFolderIsSaid() {
    let request = Fixture.request(URL(fileURLWithPath: "/nonexistent/exports"))
    let exports = ExportReader.read(request)
    #expect(exports.defects.map(\.kind) == [.unreadableFile])
  }

  @Test func severalFoldersAreReadAsOne() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    for (month, id) in [("2025-08", "A1"), ("2025-09", "A2")] {
      let folder = root.appending(path: month)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data((Self.header + Self.record.replacing("A1", with: id)).utf8).write(
        to: folder.appending(path: "d.csv"))
    }
    var request = Fixture.request(root)
    request.folders = ["2025-08", "2025-09"].map { root.appending(path: $0).path }
    let read = Mutex(ReadAmount())
    let exports = ExportReader.read(request) { amount in read.withLock { $0 = amount } }
    #expect(exports.files.map(\.path) == ["2025-08/d.csv", "2025-09/d.csv"])
    #expect(exports.tables["dossiers"]?.count == 2)
    #expect(read.withLock { $0.bytes } == exports.files.reduce(0) { $0 + $1.bytes })
  }

  @Test(arguments: [
    ("a.csv", "a.csv", true), ("*.csv", "x/a.csv", true), ("x/*.csv", "x/a.csv", true),
    ("x/*.csv", "x/y/a.csv", false), ("x/**.csv", "x/y/a.csv", true), ("?.csv", "ab.csv", false),
    ("d-*-2.csv", "d-1-2-2.csv", true), ("hồ*.csv", "hồ sơ.csv", true), ("*", "a/b", true),
    ("a*", "b", false),
  ])
  func globs(pattern: String, path: String, want: Bool) {
    #expect(Glob(pattern).matches(path) == want)
    #expect(Glob(pattern).matches(path.decomposedStringWithCanonicalMapping) == want)
  }

  @Test(arguments: [
    "dossier_id", "Dossier ID", "DOSSIER-ID", "Mã hồ sơ", "MA_HO_SO", "mahoso",
    "ma\u{303} ho\u{300} so\u{31B}",
  ])
  func headersMatchWithoutAccents(header: String) {
    let match = HeaderMatch(Fixture.dossiers, headers: ["", header, "Đơn vị"])
    #expect(match.field(ofColumn: 0) == 1)
  }

  @Test func theDatasetWithMostColumnsIsChosen() {
    let all = [Fixture.dossiers, Fixture.procedures].map(KnownHeaders.init)
    func choice(_ headers: [String]) -> String? {
      if case .match(let match) = DatasetChoice(among: all, FoundHeaders(headers, named: [:])) {
        match.dataset.id
      } else {
        nil
      }
    }
    #expect(choice(["code", "fee"]) == "procedures")
    #expect(choice(["code", "dossier_id", "fee"]) == "dossiers")
    #expect(choice(["fee", "status"]) == nil)
  }
}
