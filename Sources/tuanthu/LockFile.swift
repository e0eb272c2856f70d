import ArgumentParser
import Assessment
import Diagnostics
import Foundation
import Rulebook

/// A file that says by which rules to judge.
struct LockFile {
  private let path: String
  private let source: SourceText
  private let lock: RuleLock
  private let console: Console

  /// Reads the lock at a path.
  /// - Throws: exit code 2 for a file that is no lock.
  init(_ path: String, _ console: Console) throws {
    self.path = Settings.shown(path)
    self.console = console
    guard let data = FileManager.default.contents(atPath: path) else {
      throw console.stop(.lockNotReadable(self.path), 2)
    }
    source = SourceText(path: self.path, bytes: Array(data))
    do throws(LockFault) {
      lock = try RuleLock.read(source)
    } catch {
      throw console.stop(error.diagnostic, 2)
    }
  }

  /// Compares rule files with those of the lock.
  /// - Throws: exit code 2 when they are others; each that is is shown first.
  func check(_ sources: [SourceText], _ folders: [String]) throws {
    let found = RuleLock(
      sources, folders: folders, shownFrom: FileManager.default.currentDirectoryPath)
    let differences = lock.differences(to: found)
    console.show(differences.map { $0.diagnostic(path) })
    if !differences.isEmpty { throw ExitCode(2) }
  }

  /// The lock as an input of an assessment.
  var inputs: [Manifest.Input] {
    [Manifest.Input(role: "lock", path: path, sha256: SourceFile(source).sha256)]
  }
}
