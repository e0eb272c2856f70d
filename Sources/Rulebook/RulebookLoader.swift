import Diagnostics
import Foundation
import Tables
import YAMLTree

/// Loads rule files. All mistakes of all files are found in one go.
package enum RulebookLoader {
  /// Reads every `*.yaml` and `*.yml` under `folders`, but hidden ones, those called `tuanthu.yaml`,
  /// `exports.yaml` or `articles.yaml`, and files of cases.
  /// - Parameters:
  ///   - folders: absolute paths; a file counts as a folder that holds it alone.
  ///   - shownFrom: the folder that shown paths are relative to.
  ///   - options: what is asked for of what applies only then.
  /// - Returns: the rulebook, or `nil` when there is an error among the diagnostics, which come in
  ///   the order of files and lines.
  package static func load(
    folders: [String], shownFrom: String, options: OptionChoice = .none
  ) -> (Rulebook?, [Diagnostic]) {
    let (sources, diagnostics) = ruleFiles(folders: folders, shownFrom: shownFrom)
    return load(sources, diagnostics, options)
  }

  /// The rule files under `folders`, in the order of their shown paths, and those that cannot be read.
  package static func ruleFiles(
    folders: [String], shownFrom: String
  ) -> ([SourceText], [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let sources = RuleFolder(shownFrom: shownFrom).files(folders, &diagnostics)
    return (sources, diagnostics)
  }

  /// The same for rule files that were read already.
  package static func load(
    _ sources: [SourceText], _ found: [Diagnostic] = [], _ options: OptionChoice = .none
  ) -> (Rulebook?, [Diagnostic]) {
    let read = sideBySide(
      sources.count, threads: ProcessInfo.processInfo.activeProcessorCount
    ) { number in
      var diagnostics: [Diagnostic] = []
      return (file: RuleFile(sources[number], &diagnostics), diagnostics: diagnostics)
    }
    var diagnostics = found + read.flatMap(\.diagnostics)
    let files = read.compactMap(\.file)
    let isWhole = files.count == sources.count && found.isEmpty
    var builder = RulebookBuilder(
      files, isWhole: isWhole && !files.contains(where: \.isMisspelt), options)
    let rulebook = builder.rulebook(sources.map(SourceFile.init))
    diagnostics = (diagnostics + builder.diagnostics).sorted(by: Diagnostic.inOrder)
    return (diagnostics.hasErrors ? nil : rulebook, diagnostics)
  }

  /// The files of cases under `folders`: `cases.yaml`, and what ends in `.cases.yaml`, in the order of
  /// their shown paths.
  package static func caseFiles(
    folders: [String], shownFrom: String
  ) -> ([SourceText], [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let sources = RuleFolder(shownFrom: shownFrom, .cases).files(folders, &diagnostics)
    return (sources, diagnostics)
  }
}

/// One rule file, as far as its top level.
struct RuleFile {
  private static let keys = [
    "directive", "obligations", "index", "datasets", "calendar", "units", "posts", "waivers",
  ]

  /// The top level.
  let fields: Fields
  /// Whether `obligations` was written as something else.
  var isMisspelt: Bool { fields.isMisspelt("obligations") }
  /// The file's top level; `nil` when it cannot be read or says nothing.
  init?(_ source: SourceText, _ diagnostics: inout [Diagnostic]) {
    let (root, found) = YAMLParser.parse(source)
    diagnostics += found
    guard let root else { return nil }
    if root.scalar?.isNull == true {
      diagnostics.append(.emptyFile(Span(source, 0..<0), Self.keys))
      return nil
    }
    if let cases = root.entries?.first(where: { $0.key.text == "cases" }) {
      diagnostics.append(.casesAmongRules(cases.keySpan))
      return nil
    }
    guard let fields = Fields(root, keys: Self.keys, of: .ruleFile, &diagnostics) else {
      return nil
    }
    self.fields = fields
  }
}
