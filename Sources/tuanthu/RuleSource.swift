import ArgumentParser
import Diagnostics
import Foundation
import Rulebook

/// Loads rule folders, and shows what is wrong with them.
struct RuleSource {
  private let console: Console

  /// A source that shows its diagnostics on `console`.
  init(_ console: Console) { self.console = console }

  /// The rulebook of some folders.
  /// - Throws: exit code 2 when the rules have errors, which are shown first.
  func load(_ folders: [String]) throws -> Rulebook {
    let (rulebook, diagnostics) = Self.read(folders)
    console.show(diagnostics)
    guard let rulebook, !diagnostics.hasErrors else { throw ExitCode(2) }
    return rulebook
  }

  /// The rulebook of some folders, and all that is wrong with them; paths are shown from here.
  static func read(_ folders: [String]) -> (Rulebook?, [Diagnostic]) {
    RulebookLoader.load(
      folders: folders, shownFrom: FileManager.default.currentDirectoryPath)
  }
}
