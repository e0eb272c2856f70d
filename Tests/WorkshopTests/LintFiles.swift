import Diagnostics
import Foundation
import Rulebook
import Testing
import Workshop

/// The rule files under `lint`, each of which is read together with those of `lint/base`, but for a
/// calendar where it has its own.
enum LintFiles {
  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "lint")

  /// The names of the rule files in a folder, in order.
  static func names(in folder: String) -> [String] {
    let url = here.appending(path: folder)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// One file.
  static func source(_ path: String) throws -> SourceText {
    let data = try Data(contentsOf: here.appending(path: path + ".yaml"))
    return SourceText(path: path + ".yaml", bytes: Array(data))
  }

  /// What is found in a file.
  static func findings(_ path: String) throws -> [Diagnostic] { try findings([source(path)]) }

  /// What is found in files; those that do not load are the test's mistake.
  static func findings(_ sources: [SourceText]) throws -> [Diagnostic] {
    let hasCalendar = sources.contains { $0.string(0..<$0.bytes.count).contains("calendar:\n") }
    let base = names(in: "base").filter { !hasCalendar || $0 != "calendar" }
    let (rulebook, loading) = RulebookLoader.load(
      try base.map { try source("base/\($0)") } + sources)
    try #require(rulebook != nil, "\(DiagnosticRenderer(language: .en).render(loading))")
    return rulebook.map { Linter.findings(in: $0, besides: loading) } ?? []
  }
}
