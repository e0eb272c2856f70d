import ArgumentParser
import Calendars
import Diagnostics
import Evaluation
import Exports
import Foundation
import Reports
import Rulebook

/// What a check is asked to do: the options, and the workspace where they are silent.
struct Settings {
  let rules: [String]
  let language: Language
  /// The options of the rules that are in force.
  let options: OptionChoice
  /// The file that says which rules they have to be.
  let lock: String?
  /// The folder for reports that the workspace names.
  let out: String?
  /// What stands around the text of documents.
  let letterhead: Letterhead
  /// The exports folder, absolute.
  let exports: String
  private let periodName: String
  private let asOf: String
  private let snapshot: String?

  /// What is read, for which period, as of when.
  struct Run {
    let period: Period
    let asOf: Instant
    let exports: ExportRequest
    /// Which of its folders are read for which periods.
    let plan: ReadingPlan
    /// The folders of each set of the plan, absolute.
    let sets: [[String]]
  }

  /// Settings from options and workspace.
  /// - Throws: exit code 64 when something needed is said by neither.
  init(_ options: RunOptions, _ console: Console) throws {
    let workspace = try Workspace.find(console)
    language = options.lang ?? workspace?.language ?? .vi
    let console = Console(language: language)
    rules = options.rules.isEmpty ? workspace?.rules ?? [] : options.rules
    guard !rules.isEmpty else { throw console.stop(.missingOption("--rules"), 64) }
    self.options = .named(
      Set(options.optionIDs.isEmpty ? workspace?.options ?? [] : options.optionIDs))
    exports = try Self.absolute(
      Self.need(options.exports ?? workspace?.exports, "--exports", console))
    periodName = try Self.need(options.period ?? workspace?.period, "--period", console)
    asOf = try Self.need(options.asOf ?? workspace?.asOf, "--as-of", console)
    snapshot = options.snapshot ?? workspace?.snapshot
    lock = options.lock ?? workspace?.lock
    out = workspace?.out
    letterhead = workspace?.letterhead ?? Letterhead()
  }

  /// A console in the language of the options, else of the workspace.
  /// - Throws: exit code 64 for a workspace that is wrong.
  static func console(_ options: RunOptions) throws -> Console {
    let workspace = try Workspace.find(Console(language: options.lang ?? .vi))
    return Console(language: options.lang ?? workspace?.language ?? .vi)
  }

  /// The exports folder as people know it.
  var shownExports: String { Self.shown(exports) }

  /// The rule folders as people know them.
  var shownRules: [String] { rules.map(Self.shown) }

  /// A path from the current folder, where it is in it.
  static func shown(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  /// The period of the run.
  /// - Throws: exit code 64 for one that is none.
  func period(_ console: Console) throws -> Period {
    guard let period = Period(periodName) else { throw console.stop(.badPeriod(periodName), 64) }
    return period
  }

  /// The run for a rulebook, whose zone local times are in.
  /// - Throws: exit code 64 for a period or time that is none, 2 for a folder that is not there.
  func run(_ rulebook: Rulebook, _ console: Console) throws -> Run {
    let zone = rulebook.calendar.zone
    let period = try period(console)
    let asOf = try moment(asOf, "--as-of", zone, console)
    let snapshot = try snapshot.map { try moment($0, "--snapshot", zone, console) }
    let folders = ExportFolders(root: exports)
    guard folders.isThere else { throw console.stop(.noExports(shownExports), 2) }
    let plan = ReadingPlan(rulebook, run: period, exists: folders.has)
    var request = ExportRequest(
      root: exports, folders: Set(plan.sets.joined()).sorted().map(folders.path),
      datasets: rulebook.datasets, unitColumns: Self.unitColumns(rulebook),
      knownUnits: Set(rulebook.registry.units.map(\.code)), zone: zone, snapshot: snapshot)
    if plan.needsOwners { request.ownerColumns = rulebook.ownerColumns }
    request.nameUnits(of: rulebook, in: period)
    request.now = Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    return Run(
      period: period, asOf: asOf, exports: request, plan: plan,
      sets: plan.sets.map { $0.map(folders.path) })
  }

  /// The moment that an option says: the end of a day, or a time.
  /// - Throws: exit code 64 for a text that is none.
  func moment(
    _ text: String, _ option: String, _ zone: Zone, _ console: Console
  ) throws -> Instant {
    if let day = Day(iso: text) { return zone.endOfDay(day) }
    if let instant = Instant(iso: text, zone: zone) { return instant }
    throw console.stop(.badMoment(option, text), 64)
  }

  private static func unitColumns(_ rulebook: Rulebook) -> [String: Int] {
    let pairs = rulebook.obligations.compactMap { obligation in
      obligation.unitColumn.columns.first.map { (obligation.dataset, $0) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private static func need(_ value: String?, _ option: String, _ console: Console) throws -> String
  {
    guard let value else { throw console.stop(.missingOption(option), 64) }
    return value
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
