import Assessment
import Calendars
import Evaluation
import Rulebook

/// What is changed about a run, to see which verdicts flip.
package struct Supposition: Sendable {
  /// One target in the place of all those of an obligation, by its full id.
  let targets: [String: Target]
  /// The ids of the directives left out.
  let without: Set<String>
  /// Another as-of; `nil` for the same.
  let asOf: Instant?
  /// The folders of rules before and after; `nil` for the same.
  let folders: (before: [String], after: [String])?

  /// The request with the changes made.
  func applied(to request: EvaluationRequest) -> EvaluationRequest {
    EvaluationRequest(
      rulebook: rulebook(request.rulebook), exports: request.exports, spans: request.spans,
      period: request.period, asOf: asOf ?? request.asOf, evidenceLimit: request.evidenceLimit,
      unit: request.unit, prior: request.prior)
  }

  /// Made anew of its parts: what an obligation that is left out had taken the place of is back.
  private func rulebook(_ book: Rulebook) -> Rulebook {
    Rulebook(
      directives: book.directives.filter { !without.contains($0.id) },
      obligations: book.obligations.filter { !without.contains($0.directive.id) }.map(changed),
      datasets: book.datasets, units: book.units, checks: book.checks, calendar: book.calendar,
      registry: book.registry, waivers: book.waivers, allowances: book.allowances,
      sources: book.sources)
  }

  private func changed(_ obligation: Obligation) -> Obligation {
    targets[obligation.fullID].map { obligation.with(targets: [$0]) } ?? obligation
  }

  /// The changes, for reports.
  /// - Parameters:
  ///   - before: the rules of the run as it is.
  ///   - after: the rules that are changed.
  func changes(_ before: Rulebook, _ after: Rulebook) -> Trial.Changes {
    let changed = after.obligations.compactMap { obligation in
      targets[obligation.fullID].map { target in
        Trial.TargetChange(
          obligation: obligation.fullID, title: obligation.title,
          measure: obligation.measure.kind, supposed: target.span.text)
      }
    }
    let leftOut = after.directives.filter { without.contains($0.id) }.map { directive in
      Trial.LeftOut(
        id: directive.id, number: directive.number, title: directive.title,
        obligations: after.obligations.count { $0.directive.id == directive.id })
    }
    return Trial.Changes(targets: changed, without: leftOut, rules: rules(before, after))
  }

  private func rules(_ before: Rulebook, _ after: Rulebook) -> Trial.RulesChange? {
    folders.map { folders in
      Trial.RulesChange(
        before: folders.before, after: folders.after, added: Self.named(after, notIn: before),
        removed: Self.named(before, notIn: after))
    }
  }

  private static func named(_ book: Rulebook, notIn other: Rulebook) -> [Trial.Named] {
    let known = Set(other.obligations.map(\.fullID))
    return book.obligations.filter { !known.contains($0.fullID) }
      .map { Trial.Named(id: $0.fullID, title: $0.title) }
  }
}
