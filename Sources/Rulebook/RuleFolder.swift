import Diagnostics
import Foundation
import YAMLTree

/// Finds and reads the rule files of folders, or the files of cases beside them.
struct RuleFolder {
  /// What is looked for.
  enum Kind {
    case rules
    /// `cases.yaml`, or anything that ends in `.cases.yaml`.
    case cases
  }

  private static let skipped: Set<String> = [
    "tuanthu.yaml", "exports.yaml", "articles.yaml", "tuanthu.yml", "exports.yml",
    "articles.yml",
  ]

  private let base: String
  private let kind: Kind

  /// Paths are shown relative to the folder `base`.
  init(shownFrom base: String, _ kind: Kind = .rules) {
    self.kind = kind
    self.base = URL(fileURLWithPath: base, isDirectory: true).standardizedFileURL.path
  }

  /// All files under some folders, each once, in the order of their shown paths.
  func files(_ folders: [String], _ diagnostics: inout [Diagnostic]) -> [SourceText] {
    var paths: Set<String> = []
    for folder in folders {
      guard let found = self.paths(under: folder) else {
        diagnostics.append(.noFolder(shown(folder)))
        continue
      }
      if found.isEmpty, kind == .rules { diagnostics.append(.noRuleFiles(shown(folder))) }
      paths.formUnion(found)
    }
    return paths.map { (path: $0, shown: shown($0)) }.sorted { $0.shown < $1.shown }
      .compactMap { source($0.path, $0.shown, &diagnostics) }
  }

  private func paths(under folder: String) -> [String]? {
    let root = URL(fileURLWithPath: folder).standardizedFileURL
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder) else {
      return nil
    }
    guard isFolder.boolValue else { return isKind(root.lastPathComponent) ? [root.path] : [] }
    let target = root.resolvingSymlinksInPath().path
    guard let names = FileManager.default.enumerator(atPath: target) else { return nil }
    return names.compactMap { $0 as? String }.filter(isLookedFor).map { root.path + "/" + $0 }
  }

  private func isLookedFor(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") }) else {
      return false
    }
    let lower = name.lowercased()
    return (lower.hasSuffix(".yaml") || lower.hasSuffix(".yml"))
      && !Self.skipped.contains(lower) && isKind(lower)
  }

  private func isKind(_ name: String) -> Bool {
    let isCase = ["cases.yaml", "cases.yml"].contains { name == $0 || name.hasSuffix("." + $0) }
    return isCase == (kind == .cases)
  }

  private func source(
    _ path: String, _ shown: String, _ diagnostics: inout [Diagnostic]
  ) -> SourceText? {
    guard let data = FileManager.default.contents(atPath: path) else {
      diagnostics.append(.fileNotReadable(shown))
      return nil
    }
    return SourceText(path: shown, bytes: Array(data))
  }

  /// A path from the folder that shown paths are relative to.
  func shown(_ path: String) -> String {
    let path = URL(fileURLWithPath: path).standardizedFileURL.path
    let prefix = base == "/" ? base : base + "/"
    return path.hasPrefix(prefix)
      ? String(path.dropFirst(prefix.count)) : climbing(to: path) ?? path
  }

  /// The way to a path that goes up first, the same on every machine; `nil` where it leads through
  /// the root.
  private func climbing(to path: String) -> String? {
    let (from, to) = (base.split(separator: "/"), path.split(separator: "/"))
    let shared = zip(from, to).prefix { $0 == $1 }.count
    guard shared > 0 else { return nil }
    let up = repeatElement("..", count: from.count - shared)
    return (up + to.dropFirst(shared).map(String.init)).joined(separator: "/")
  }
}
