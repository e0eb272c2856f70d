import Diagnostics
import Foundation

/// The YAML files of a command's arguments.
package enum YAMLFiles {
  /// A file with its path as shown to people.
  package struct File: Sendable {
    /// Absolute.
    package let url: URL
    /// What it holds.
    package let source: SourceText
  }

  /// Every `*.yaml` and `*.yml` under some folders, but hidden ones, and every file named; in the order
  /// of their paths, each once.
  /// - Parameter shownFrom: the folder that shown paths are relative to.
  package static func files(
    _ paths: [String], shownFrom base: String, _ diagnostics: inout [Diagnostic]
  ) -> [File] {
    var found: Set<String> = []
    for path in paths {
      let root = URL(fileURLWithPath: path).standardizedFileURL.path
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder) else {
        diagnostics.append(.nothingThere(path))
        continue
      }
      found.formUnion(isFolder.boolValue ? files(under: root) : [root])
    }
    return found.sorted().compactMap { file($0, base, &diagnostics) }
  }

  private static func files(under folder: String) -> [String] {
    let target = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let names = FileManager.default.enumerator(atPath: target)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      let lower = name.lowercased()
      return !isHidden && (lower.hasSuffix(".yaml") || lower.hasSuffix(".yml"))
    }.map { folder + "/" + $0 }
  }

  private static func file(
    _ path: String, _ base: String, _ diagnostics: inout [Diagnostic]
  ) -> File? {
    let shown = path.hasPrefix(base + "/") ? String(path.dropFirst(base.count + 1)) : path
    guard let data = FileManager.default.contents(atPath: path) else {
      diagnostics.append(.nothingThere(shown))
      return nil
    }
    return File(
      url: URL(fileURLWithPath: path), source: SourceText(path: shown, bytes: Array(data)))
  }
}
