import Diagnostics
import Foundation
import Rulebook
import Testing

/// Which files of a folder are read.
@Suite("Loader")
struct LoaderTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "tuanthu-\(UUID().uuidString)")

  private func write(_ path: String, _ bytes: [UInt8]) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  private func writeRules() throws {
    for name in ["calendar", "datasets", "units"] {
      try write("rules/\(name).yaml", RuleFiles.source("base/\(name)").bytes)
    }
    try write("rules/nd63/directive.yml", RuleFiles.source("base/directive").bytes)
  }

  @Test("every rule file below the folders, each once, by path, with its hash")
  func files() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try writeRules()
    try write("rules/more/units.yaml", Array("units: []\n".utf8))
    for path in [
      "tuanthu.yaml", "a/cases.yaml", "exports.yaml", ".hidden/x.yaml", ".x.yaml", "x.txt",
    ] {
      try write("rules/\(path)", Array("broken: [".utf8))
    }
    let rules = folder.path + "/rules"
    let (rulebook, diagnostics) = RulebookLoader.load(
      folders: [rules, rules + "/nd63", rules + "/units.yaml"], shownFrom: folder.path)
    #expect(diagnostics.isEmpty)
    let sources = try #require(rulebook?.sources)
    #expect(
      sources.map(\.path) == [
        "rules/calendar.yaml", "rules/datasets.yaml", "rules/more/units.yaml",
        "rules/nd63/directive.yml", "rules/units.yaml",
      ])
    #expect(sources[2].sha256 == "17a72ff59d511a778500b6edd9777013510b629d126ae138c12c05234e2add9f")
  }

  @Test("a folder may be a link to another")
  func link() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try writeRules()
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "link"), withDestinationURL: folder.appending(path: "rules"))
    let (rulebook, _) = RulebookLoader.load(
      folders: [folder.path + "/link"], shownFrom: folder.path)
    #expect(rulebook?.sources.first?.path == "link/calendar.yaml")
  }

  @Test("a folder that is missing or empty is an error, as is a file that cannot be opened")
  func missing() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try writeRules()
    try FileManager.default.createDirectory(
      at: folder.appending(path: "empty"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "odd/folder.yaml"), withIntermediateDirectories: true)
    for (path, code) in [("nowhere", "TT0301"), ("empty", "TT0302"), ("odd", "TT0303")] {
      let (rulebook, diagnostics) = RulebookLoader.load(
        folders: [folder.path + "/rules", folder.path + "/" + path], shownFrom: folder.path)
      #expect(rulebook == nil)
      #expect(diagnostics.map(\.code) == [code])
    }
  }
}
