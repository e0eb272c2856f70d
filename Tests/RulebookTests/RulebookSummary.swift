import Calendars
import Diagnostics
import Expressions
import Numbers
import Registry
import Rulebook
import Tables

/// A rulebook as plain text, for golden files.
struct RulebookSummary {
  private let rulebook: Rulebook

  init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  var text: String {
    let parts =
      [calendar] + rulebook.datasets.map(dataset) + [registry]
      + rulebook.directives.map(directive) + rulebook.obligations.map(obligation)
      + rulebook.waivers.map(waiver) + rulebook.indexes.map(index)
    return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func say(_ text: Text) -> String {
    text.vi == text.en ? text.vi : "\(text.vi) / \(text.en)"
  }

  private func days(_ span: DateSpan) -> String {
    "\(span.from?.iso ?? "")..\(span.until?.iso ?? "")"
  }

  // MARK: - Indexes

  private func index(_ index: ScoreIndex) -> [String] {
    ["index \(index.directive.id)/\(index.id): \(say(index.title)), every \(index.every)"]
      + index.measures.map { "  measure \($0.fullID)" } + index.groups.flatMap(group)
      + (index.handedIn?.columns ?? []).map { "  column \($0.id): \(say($0.title))" }
      + index.totals.map {
        "  total \($0.id) of \($0.columns), otherwise \($0.otherwise), printed \($0.printed ?? "-")"
      }
  }

  private func group(_ group: CriterionGroup) -> [String] {
    let most = group.maximum?.description ?? "-"
    let head = "  part \(group.id) \(group.minimum)..\(most) bonus \(group.isBonus)"
    return [head + " covers \(group.covers)"]
      + group.criteria.map { criterion in
        let way = criterion.formula.map { formula in
          let names = formula.measures.map { "\($0.name) = \($0.obligation)" }
          return
            "\(formula.score.text.text) (\(names)), empty \(formula.whenEmpty?.description ?? "-")"
        }
        return "    \(criterion.id) \(criterion.minimum)..\(criterion.maximum): "
          + (way ?? criterion.notMeasured ?? "handed in")
          + (criterion.origin.isPractice ? " [practice]" : "")
      }
  }

  // MARK: - Calendar, datasets, registry

  private var calendar: [String] {
    let calendar = rulebook.calendar
    let hours = calendar.hours.map { "\($0.from)-\($0.to)" }.joined(separator: " ")
    return [
      "calendar \(calendar.zone.identifier), rest \(calendar.restDays.sorted()), hours \(hours), "
        + "covers \(calendar.covered)"
    ] + calendar.holidays.map { "  off \($0.day.iso) \(say($0.name)) (\($0.source))" }
      + calendar.workedDays.map { "  worked \($0.day.iso) \(say($0.name)) (\($0.source))" }
  }

  private func dataset(_ dataset: Dataset) -> [String] {
    let key = dataset.key.map { dataset.columns[$0].id }.joined(separator: ", ")
    let checks = rulebook.checks.filter { $0.dataset == dataset.id }.map {
      "  check \($0.id): \($0.require.text.text) (\(say($0.says)))"
    }
    return ["dataset \(dataset.id), record \(dataset.record): \(say(dataset.title)), key [\(key)]"]
      + dataset.columns.map(column) + checks
  }

  private func column(_ column: Column) -> String {
    let flags = [
      column.nullable ? "nullable" : nil, column.optional ? "optional" : nil,
      column.event ? "event" : nil, column.personal ? "personal" : nil,
      column.references.map { "-> \($0)" }, column.allowed.map { "of \($0)" },
      column.labels.isEmpty ? nil : "labels \(column.labels)",
      column.formats.isEmpty ? nil : "formats \(column.formats)",
      column.minimum.map { "from \($0)" }, column.maximum.map { "to \($0)" },
    ].compactMap { $0 }
    return (["  \(column.id): \(column.type)"] + flags).joined(separator: ", ")
  }

  private var registry: [String] {
    ["registry"]
      + rulebook.registry.units.map {
        "  unit \($0.code) \($0.name), \($0.level), under \($0.parent ?? "nobody"), \(days($0.dates))"
      }
      + rulebook.registry.posts.flatMap { post in
        ["  post \(post.unit) \(post.role): \(post.title)"]
          + post.holdings.map {
            "    \($0.holder), \($0.kind.rawValue), \(days($0.dates)), \($0.document)"
          }
      }
  }

  // MARK: - Directives and obligations

  private func directive(_ directive: Directive) -> [String] {
    [
      "directive \(directive.id): \(directive.number), \(say(directive.title)), "
        + "\(directive.issuer), \(directive.confidence.rawValue), \(days(directive.inForce))"
    ]
  }

  private func obligation(_ rule: Obligation) -> [String] {
    let expressions: [(String, CheckedExpression?)] =
      [("binds", rule.binds.when), ("where", rule.filter)]
      + rule.lets.map { ("let \($0.name)", $0.expression) } + [
        ("due", rule.due), ("done", rule.done), ("when", rule.when), ("until", rule.openUntil),
        ("law-on", rule.lawOn),
        ("answers-on", rule.answersOn), ("require", rule.require), ("pending", rule.pending),
      ]
    return [
      "obligation \(rule.fullID): \(say(rule.title))",
      "  duty \(rule.duty.cite): \(rule.duty.says ?? "")",
      "  \(rule.answers) answers, \(every(rule.every)), \(rule.severity.rawValue), "
        + days(rule.inForce),
      "  over \(rule.dataset) as \(rule.record), unit column \(rule.unitColumn.columns)",
    ] + expressions.compactMap { name, expression in expression.map { line(name, $0) } } + [
      "  evidence \(evidence(rule.evidence)), measure \(measure(rule.measure)), "
        + "when empty \(rule.whenEmpty.rawValue), at least \(rule.minRecords ?? 0) records"
    ] + rule.targets.map(target) + (rule.noTarget.map { ["  no target: \($0.says ?? "")"] } ?? [])
      + rulebook.successions.filter { $0.newer.fullID == rule.fullID }.map(succession)
  }

  private func waiver(_ waiver: Waiver) -> [String] {
    let units: String =
      switch waiver.units {
      case .all: "all"
      case .codes(let codes): codes.sorted().joined(separator: ", ")
      case .condition(let condition): condition.text.text
      }
    return [
      "waiver \(waiver.id): \(waiver.document), \(waiver.approver), \(days(waiver.dates)), \(waiver.reason)",
      "  of \(waiver.scope), units \(units)",
    ] + (waiver.filter.map { [line("where", $0)] } ?? [])
  }

  private func succession(_ succession: Succession) -> String {
    "  supersedes \(succession.older.fullID) from \(succession.from.iso): \(succession.because), "
      + "\(succession.cite ?? "no text")"
  }

  private func baseline(_ baseline: Baseline?) -> String {
    baseline.map { " (\($0.figure) and \($0.change))" } ?? ""
  }

  private func line(_ name: String, _ expression: CheckedExpression) -> String {
    "  \(name): \(expression.text.text) : \(expression.type)"
  }

  private func every(_ schedule: Schedule) -> String {
    switch schedule {
    case .each(let kind, let since, let cut):
      let since = since.map { start in
        if case .day(let day) = start { " since \(day.iso)" } else { " since the year's start" }
      }
      let cut = cut.map { " cut on day \($0.day) at \($0.second.map(String.init) ?? "its end")" }
      return "every \(kind.rawValue)\(since ?? "")\(cut ?? "")"
    case .milestone(let from, let on): return "once from \(from.iso) to \(on.iso)"
    case .campaign(let from, let until): return "campaign from \(from.iso) to \(until.iso)"
    }
  }

  private func evidence(_ choice: EvidenceChoice) -> String {
    switch choice {
    case .failing: "failing"
    case .satisfying: "satisfying"
    case .custom(let expression): expression.text.text
    }
  }

  private func measure(_ measure: Measure) -> String {
    switch measure {
    case .share: "share"
    case .total(let total): aggregate(total)
    case .mean(let expression): "mean of \(expression.text.text)"
    case .quantile(let expression, let rank): "\(rank) of \(expression.text.text)"
    case .ratio(let of, let to): "\(aggregate(of)) to \(aggregate(to))"
    }
  }

  private func aggregate(_ aggregate: Aggregate) -> String {
    function(aggregate.function) + (aggregate.filter.map { " where \($0.text.text)" } ?? "")
  }

  private func function(_ function: Aggregate.Function) -> String {
    switch function {
    case .count: "count"
    case .sum(let expression): "sum of \(expression.text.text)"
    case .distinct(let expression): "distinct \(expression.text.text)"
    }
  }

  private func target(_ target: Target) -> String {
    let lookup = target.lookup.map { " looked up in \($0.text.text)" } ?? ""
    let units = target.units.map { " where \($0.text.text)" } ?? ""
    return
      "  target \(days(target.dates)) \(target.comparison)\(baseline(target.baseline))\(lookup)\(units) by \(target.cite)"
  }
}
