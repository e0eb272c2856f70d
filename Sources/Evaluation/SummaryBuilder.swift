import Assessment
import Calendars
import Diagnostics
import Registry
import Rulebook

/// Turns what the rulebook says into what reports show.
struct SummaryBuilder {
  private let rulebook: Rulebook
  private let period: Period

  /// Summaries of `rulebook` as of `period`.
  init(_ rulebook: Rulebook, period: Period) {
    self.rulebook = rulebook
    self.period = period
  }

  /// The directives of the obligations whose ids are `used`.
  func directives(_ used: Set<String>) -> [DirectiveSummary] {
    let ids = Set(rulebook.obligations.filter { used.contains($0.fullID) }.map(\.directive.id))
    return directives(ids: ids)
  }

  /// The directives with these ids.
  func directives(ids: Set<String>) -> [DirectiveSummary] {
    rulebook.directives.filter { ids.contains($0.id) }.sorted { $0.id < $1.id }.map {
      DirectiveSummary(
        id: $0.id, number: $0.number, title: $0.title, issuer: $0.issuer,
        confidence: $0.confidence.rawValue, source: $0.source)
    }
  }

  /// The obligations whose ids are `used`.
  func obligations(_ used: Set<String>) -> [ObligationSummary] {
    rulebook.obligations.filter { used.contains($0.fullID) }.map { obligation in
      var summary = ObligationSummary(
        id: obligation.fullID, directive: obligation.directive.id, title: obligation.title,
        duty: obligation.duty.summary, binding: obligation.binds.citation.summary,
        noTarget: obligation.noTarget?.summary, severity: obligation.severity,
        measure: obligation.measure.kind, dataset: obligation.dataset,
        datasetTitle: title(of: obligation.dataset))
      let replaced = rulebook.successions.filter { $0.newer.fullID == obligation.fullID }
      summary.replaces = replaced.isEmpty ? nil : replaced.map { $0.replacement(by: $0.older) }
      summary.unconfirmed = obligation.option.map {
        ObligationSummary.Unconfirmed(option: $0.id, because: $0.because)
      }
      return summary
    }
  }

  private func title(of dataset: String) -> Text {
    rulebook.datasets.first { $0.id == dataset }?.title ?? Text(verbatim: dataset)
  }

  /// The units whose codes are `used`, as they were last, up to the end of the period.
  func units(_ used: Set<String>) -> [UnitSummary] {
    var seen: Set<String> = []
    return rulebook.registry.units.reversed().filter { unit in
      used.contains(unit.code) && unit.dates.from.map { $0 <= period.last } ?? true
        && seen.insert(unit.code).inserted
    }.map {
      UnitSummary(code: $0.code, name: $0.name, level: $0.level, parent: $0.parent)
    }.sorted { $0.code < $1.code }
  }
}

extension Citation {
  /// The citation for the result model.
  var summary: CitationSummary { CitationSummary(cite: cite, says: says, source: source) }
}
