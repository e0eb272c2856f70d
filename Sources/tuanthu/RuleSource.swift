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
  /// - Parameters:
  ///   - lock: where it is written which rules they have to be.
  ///   - options: what is asked for of what applies only then.
  /// - Throws: exit code 2 when the rules are others, or have errors, which are shown first.
  func load(
    _ folders: [String], lock: LockFile? = nil, options: OptionChoice = .none
  ) throws -> Rulebook {
    let (sources, found) = Self.files(folders)
    try lock?.check(sources, folders)
    let (rulebook, diagnostics) = RulebookLoader.load(sources, found, options)
    console.show(diagnostics)
    guard let rulebook, !diagnostics.hasErrors else { throw ExitCode(2) }
    return rulebook
  }

  /// The files of some folders, and those that cannot be read; paths are shown from here.
  static func files(_ folders: [String]) -> ([SourceText], [Diagnostic]) {
    RulebookLoader.ruleFiles(
      folders: folders, shownFrom: FileManager.default.currentDirectoryPath)
  }

  /// The rulebook of some folders with every option, and all that is wrong with them; paths are shown
  /// from here.
  static func read(_ folders: [String]) -> (Rulebook?, [Diagnostic]) {
    RulebookLoader.load(
      folders: folders, shownFrom: FileManager.default.currentDirectoryPath,
      options: .everyObligation)
  }
}
