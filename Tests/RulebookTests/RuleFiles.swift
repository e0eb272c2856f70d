import Diagnostics
import Foundation
import Rulebook
import Testing

/// The rule files beside the tests.
///
/// A first line `# with: calendar units` puts those files of `base` beside the file itself, so that
/// each holds little more than what it is about.
struct RuleFiles {
  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The names of the rule files in a folder, in order.
  static func names(in folder: String) -> [String] {
    let url = here.appending(path: folder)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// A file with those it names.
  static func sources(_ path: String) throws -> [SourceText] {
    let own = try source(path)
    return try base(of: own).map { try source("base/\($0)") } + [own]
  }

  /// One file.
  static func source(_ path: String) throws -> SourceText {
    let data = try Data(contentsOf: here.appending(path: path + ".yaml"))
    return SourceText(path: path + ".yaml", bytes: Array(data))
  }

  private static func base(of source: SourceText) -> [String] {
    let first = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n").first ?? ""
    guard first.hasPrefix("# with: ") else { return [] }
    return first.dropFirst(8).split(separator: " ").map(String.init)
  }
}
