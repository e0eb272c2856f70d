import Diagnostics
import Foundation
import YAMLTree

/// Finds and reads the rule files of folders.
struct RuleFolder {
  private static let skipped: Set<String> = [
    "tuanthu.yaml", "exports.yaml", "cases.yaml", "tuanthu.yml", "exports.yml", "cases.yml",
  ]

  private let base: String

  /// Paths are shown relative to the folder `base`.
  init(shownFrom base: String) {
    self.base = URL(fileURLWithPath: base, isDirectory: true).standardizedFileURL.path
  }

  /// All rule files under some folders, each once, in the order of their shown paths.
  func files(_ folders: [String], _ diagnostics: inout [Diagnostic]) -> [SourceText] {
    var paths: Set<String> = []
    for folder in folders {
      guard let found = self.paths(under: folder) else {
        diagnostics.append(.noFolder(shown(folder)))
        continue
      }
      if found.isEmpty { diagnostics.append(.noRuleFiles(shown(folder))) }
      paths.formUnion(found)
    }
    return paths.sorted { shown($0) < shown($1) }.compactMap { source($0, &diagnostics) }
  }

  private func paths(under folder: String) -> [String]? {
    let root = URL(fileURLWithPath: folder).standardizedFileURL
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder) else {
      return nil
    }
    guard isFolder.boolValue else { return [root.path] }
    let target = root.resolvingSymlinksInPath().path
    guard let names = FileManager.default.enumerator(atPath: target) else { return nil }
    return names.compactMap { $0 as? String }.filter(isRuleFile).map { root.path + "/" + $0 }
  }

  private func isRuleFile(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") }) else {
      return false
    }
    return (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
      && !Self.skipped.contains(String(name))
  }

  private func source(_ path: String, _ diagnostics: inout [Diagnostic]) -> SourceText? {
    guard let data = FileManager.default.contents(atPath: path) else {
      diagnostics.append(.fileNotReadable(shown(path)))
      return nil
    }
    return SourceText(path: shown(path), bytes: Array(data))
  }

  private func shown(_ path: String) -> String {
    let path = URL(fileURLWithPath: path).standardizedFileURL.path
    let prefix = base == "/" ? base : base + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
