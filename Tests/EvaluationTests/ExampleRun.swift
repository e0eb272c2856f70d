import Assessment
import Calendars
import Diagnostics
import Evaluation
import Exports
import Foundation
import Rulebook
import TestSupport
import Testing

/// Runs the rules of an example on a folder of exports, as the command line does.
struct ExampleRun {
  let rulebook: Rulebook
  private let exports: String
  private let folder: String
  private let period: Period
  private let asOf: Instant
  private let snapshot: Instant?

  /// Rule folders relative to the root of the checkout; an exports folder, absolute.
  init(
    rules: [String], exports: String, folder: String, period: String, asOf: String,
    snapshot: String? = nil
  ) throws {
    let folders = rules.map { Places.root.path + "/" + $0 }
    let (rulebook, diagnostics) = RulebookLoader.load(folders: folders, shownFrom: Places.root.path)
    let why = DiagnosticRenderer(language: .en).render(diagnostics)
    self.rulebook = try #require(rulebook, Comment(rawValue: why))
    self.exports = exports
    self.folder = folder
    self.period = try #require(Period(period))
    self.asOf = try #require(Instant(iso: asOf))
    self.snapshot = try snapshot.map { try #require(Instant(iso: $0)) }
  }

  /// The month of Hà Nội, from its own folder or from a rewritten copy of it.
  static func hanoi(exports: String? = nil) throws -> ExampleRun {
    let own = Places.root.path + "/examples/hanoi/exports"
    return try ExampleRun(
      rules: ["rules", "examples/hanoi/registry"], exports: exports ?? own, folder: "2025-09",
      period: "2025-09", asOf: "2025-10-05T17:00:00+07:00")
  }

  /// Every record named.
  func assessment() throws -> Assessment {
    let pairs = rulebook.obligations.compactMap { obligation in
      obligation.unitColumn.columns.first.map { (obligation.dataset, $0) }
    }
    let request = ExportRequest(
      root: exports, folders: [folder.isEmpty ? exports : exports + "/" + folder],
      datasets: rulebook.datasets, unitColumns: Dictionary(pairs) { first, _ in first },
      knownUnits: Set(rulebook.registry.units.map(\.code)), zone: rulebook.calendar.zone,
      snapshot: snapshot)
    let read = ExportReader.read(request)
    #expect(!read.diagnostics.hasErrors)
    return Evaluator.assess(
      EvaluationRequest(
        rulebook: rulebook, exports: read, period: period, asOf: asOf, evidenceLimit: .max))
  }
}
