import Foundation
import TestSupport
import Testing

/// What `profile --write-map` writes is what `check` would have made of the files without it.
@Suite("Drafts of exports.yaml")
struct ExportMapDraftTests {
  private static let hanoi = Places.root.appending(path: "examples/hanoi")

  @Test func givesTheSameResultsAsTheHeaders() throws {
    let folder = try Tool.folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    let exports = folder.appending(path: "exports/2025-09")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "exports"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.hanoi.appending(path: "exports/2025-09"), to: exports)
    try FileManager.default.removeItem(at: exports.appending(path: "exports.yaml"))
    let before = try Self.totals(folder)
    let rules = ["--rules", Places.root.appending(path: "rules").path]
    let drafted = try Tool.run(
      ["profile", "exports/2025-09"] + rules
        + ["--write-map", "exports/2025-09/exports.yaml", "--format", "json"], in: folder)
    #expect(drafted.code == 0, "\(drafted.complaints)")
    let map = try String(contentsOf: exports.appending(path: "exports.yaml"), encoding: .utf8)
    #expect(map.contains("path: 'dossiers/*.csv'") && map.contains("dataset: procedures"))
    #expect(try Self.totals(folder) == before)
  }

  private static func totals(_ folder: URL) throws -> String {
    let result = try Tool.run(
      [
        "totals", "--rules", Places.root.appending(path: "rules").path,
        "--rules", hanoi.appending(path: "registry").path, "--exports", "exports",
        "--period", "2025-09", "--as-of", "2025-10-05T17:00:00+07:00",
        "--snapshot", "2025-10-03T17:00:00+07:00",
      ], in: folder)
    #expect(result.code == 0, "\(result.complaints)")
    return result.output
  }
}
