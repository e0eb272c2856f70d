import Diagnostics

/// The hashes of all rule files, registry and calendar among them: by them two houses know that they
/// judge by the same rules, wherever these lie.
///
/// Files are named from the folder of rules they stand in, since that folder has another name elsewhere.
package struct RuleLock: Sendable, Hashable {
  /// One file.
  package struct Entry: Sendable, Hashable, Comparable {
    /// The path from its folder of rules.
    package let path: String
    /// SHA-256 of its bytes, in hexadecimal.
    package let sha256: String

    package static func < (left: Entry, right: Entry) -> Bool {
      (left.path, left.sha256) < (right.path, right.sha256)
    }
  }

  /// By path, then by hash: files of two folders may have one path.
  package let entries: [Entry]

  /// The lock of some files.
  init(_ entries: [Entry]) { self.entries = entries.sorted() }

  /// The lock of rule files.
  /// - Parameters:
  ///   - sources: as `RulebookLoader.ruleFiles` reads them.
  ///   - folders: the folders of rules, absolute or from `shownFrom`.
  ///   - shownFrom: the folder that the shown paths of the files are relative to.
  package init(_ sources: [SourceText], folders: [String], shownFrom: String) {
    let folder = RuleFolder(shownFrom: shownFrom)
    let roots = folders.map(folder.shown)
    self.init(
      sources.map { source in
        Entry(
          path: Self.path(of: source.path, under: roots), sha256: SourceFile(source).sha256)
      })
  }

  /// A file that was named itself goes by its name.
  private static func path(of file: String, under roots: [String]) -> String {
    let inner = roots.filter { file.hasPrefix($0 + "/") }.max { $0.count < $1.count }
    return inner.map { String(file.dropFirst($0.count + 1)) }
      ?? file.split(separator: "/").last.map(String.init) ?? file
  }

  // MARK: - Comparing

  /// How a file is not what the lock says.
  package enum Difference: Sendable, Hashable {
    /// Its bytes are others.
    case changed(String)
    /// The lock names it, and it is not there.
    case missing(String)
    /// It is there, and the lock does not name it.
    case new(String)
  }

  /// What tells other rules from those of the lock, in the order of paths.
  package func differences(to other: RuleLock) -> [Difference] {
    let (own, others) = (hashes, other.hashes)
    return Set(own.keys).union(others.keys).sorted().compactMap { path in
      switch (own[path], others[path]) {
      case (let hashes, let found) where hashes == found: nil
      case (nil, _): .new(path)
      case (_, nil): .missing(path)
      case (_, _): .changed(path)
      }
    }
  }

  private var hashes: [String: [String]] {
    Dictionary(grouping: entries, by: \.path).mapValues { $0.map(\.sha256) }
  }
}
