import Foundation
import Tables
import TestSupport
import Testing

@testable import Exports

@Suite struct DuplicateTests {
  static let header = "dossier_id,unit_code,received_at,completed_at,fee,status\n"

  static func map(_ snapshots: [String: String]) -> String {
    "files:\n"
      + snapshots.sorted { $0.key < $1.key }
      .map { "  - { path: \($0.key), snapshot: '\($0.value)' }\n" }.joined()
  }

  @Test func laterSnapshotOfTheSameUnitReplaces() throws {
    let exports = try Fixture.read([
      "exports.yaml": Self.map(["a.csv": "2025-10-03T17:00", "b.csv": "2025-10-02T17:00"]),
      "a.csv": Self.header + "A1,H26.01,01/09/2025 08:00,02/10/2025 08:00,,đóng\n",
      "b.csv": Self.header + "A1,H26.01,01/09/2025 08:00,,,mở\nA2,H26.01,01/09/2025 08:00,,,mở\n",
    ])
    #expect(exports.defects.isEmpty && exports.diagnostics.isEmpty)
    #expect(
      exports.tables["dossiers"]?.contents == [
        "A1 | H26.01 | 2025-09-01T08:00:00 | 2025-10-02T08:00:00 | - | đóng | - | -",
        "A2 | H26.01 | 2025-09-01T08:00:00 | - | - | mở | - | -",
      ])
  }

  @Test func unitsThatDifferAreAConflictWhateverTheSnapshots() throws {
    let exports = try Fixture.read([
      "exports.yaml": Self.map(["a.csv": "2025-10-03T17:00", "b.csv": "2025-10-02T17:00"]),
      "a.csv": Self.header + "A1,H26.01,01/09/2025 08:00,,,mở\n",
      "b.csv": Self.header + "A1,H26.02,01/09/2025 08:00,,,mở\n",
    ])
    #expect(exports.defects.map(\.kind) == [.conflictingRecord])
    #expect(exports.defects.first?.file == "b.csv")
    #expect(
      exports.tables["dossiers"]?.contents == [
        "A1 | ? | 2025-09-01T08:00:00 | - | - | mở | - | -"
      ])
    #expect(exports.tables["dossiers"]?.rows.first?.file.path == "b.csv")
  }

  @Test func filesWithoutSnapshotAreNotReplaced() throws {
    let exports = try Fixture.read([
      "exports.yaml": Self.map(["a.csv": "2025-10-03T17:00"]),
      "a.csv": Self.header + "A1,H26.01,01/09/2025 08:00,,1,mở\n",
      "b.csv": Self.header + "A1,H26.01,01/09/2025 08:00,,2,mở\n",
    ])
    #expect(exports.defects.map(\.kind) == [.conflictingRecord])
  }

  @Test func recordsWithoutKeyAreAllKept() throws {
    let exports = try Fixture.read([
      "a.csv": Self.header + ",H26.01,01/09/2025 08:00,,,mở\n,H26.01,01/09/2025 08:00,,,mở\n"
    ])
    #expect(exports.tables["dossiers"]?.count == 2)
    #expect(exports.defects.map(\.kind) == [.keyEmpty, .keyEmpty])
  }

  @Test func droppedRecordsVanishFromEveryBatch() throws {
    let rows = (0..<20_000).map { "A\($0 % 9000),H26.01,01/09/2025 08:00,,,mở\n" }
    let exports = try Fixture.read(["a.csv": Self.header + rows.joined()], limit: 10)
    let table = try #require(exports.tables["dossiers"])
    #expect(table.count == 9000 && table.rows.count == 9000)
    #expect(table.batches.allSatisfy { $0.columns.allSatisfy { $0.values.count > 0 } })
    #expect(Set(table.rows.map { $0.cell(0) }).count == 9000)
    #expect(exports.defects.count == 11)
    #expect(exports.defects.reduce(0) { $0 + $1.count } == 11_000)
    #expect(exports.files.first?.recordCount == 20_000)
  }

  /// Shuffling rows, and dealing them to files in another order, changes places only.
  @Test func orderDoesNotMatter() throws {
    var numbers = SeededRandom(seed: 5)
    let fees = ["", "1", "2", "x"]
    let snapshots = ["2025-10-01T17:00", "2025-10-02T17:00", "2025-10-02T17:00"]
    for _ in 0..<25 {
      let rows: [(file: Int, text: String)] = (0..<60).map { _ in
        let key = Int.random(in: 0..<20, using: &numbers)
        let unit = Int.random(in: 0..<8, using: &numbers) == 0 ? "H26.02" : "H26.01"
        let fee = fees.randomElement(using: &numbers) ?? ""
        return (
          Int.random(in: 0..<3, using: &numbers),
          "A\(key),\(unit),01/09/2025 08:00,,\(fee),mở\n"
        )
      }
      let want = try contents(rows, ["a.csv", "b.csv", "c.csv"], snapshots)
      let shuffled = rows.shuffled(using: &numbers)
      #expect(try contents(shuffled, ["c.csv", "a.csv", "b.csv"], snapshots) == want)
    }
  }

  private func contents(
    _ rows: [(file: Int, text: String)], _ names: [String], _ snapshots: [String]
  ) throws -> [String] {
    var files = [
      "exports.yaml": Self.map(Dictionary(uniqueKeysWithValues: zip(names, snapshots)))
    ]
    for (index, name) in names.enumerated() {
      files[name] = Self.header + rows.filter { $0.file == index }.map(\.text).joined()
    }
    let exports = try Fixture.read(files)
    let table = try #require(exports.tables["dossiers"])
    let horizons = table.rows.map { "\($0.cell(0)) \($0.file.snapshot?.iso ?? "-")" }.sorted()
    return table.contents + horizons
  }
}
