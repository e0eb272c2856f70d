import Calendars
import Diagnostics
import Exports
import Expressions
import Registry
import Rulebook
import Tables

/// What a run will do, known before anything is read: which datasets are kept, which columns are read,
/// what is judged by kernels in one scan, and what is left to the oracle, record by record.
package struct EvaluationPlan: Sendable {
  /// One dataset, and everything that is asked of its records.
  package struct DatasetPlan: Sendable {
    /// Its id.
    package let id: String
    /// What people call it.
    package let title: Text
    /// Why its records are kept in memory; `nil` where they are judged while they are read.
    package let whyKept: WhyKept?
    /// Whether records that share a key are looked for.
    package let isKeyed: Bool
    /// The ids of the columns that are read, and of the datasets that some refer to.
    package let columns: [(id: String, references: String?)]
    /// The names and ids of the datasets whose records belong to its own.
    package let children: [(name: String, dataset: String)]
    /// How many kernels judge its records for all obligations: equal expressions are worked out once.
    package let kernels: Int
    /// What is asked, in the order of the rules.
    package let asks: [AskPlan]
  }

  /// One obligation in one period.
  package struct AskPlan: Sendable {
    /// The full id of the obligation.
    package let obligation: String
    /// The name of the period.
    package let period: String
    /// How many units it binds.
    package let units: Int
    /// What is measured.
    package let measure: String
    /// What splits the records of a unit.
    package let groups: String?
    /// The keys of expressions that no kernel knows: where they matter the oracle judges the record.
    package let leftToOracle: [String]
    /// Whether the oracle judges every record.
    package let isLeftToOracle: Bool
  }

  /// The period of the run.
  package let period: String
  /// The datasets that something is asked of, in the order of the rules.
  package let datasets: [DatasetPlan]
}

/// Makes the plan of a run.
package struct PlanBuilder {
  private let rulebook: Rulebook
  private let period: Period
  private let request: EvaluationRequest
  private let oracle: Oracle

  /// A plan of `rulebook` for the run of a period; `asOf` is when things count as having happened.
  package init(_ rulebook: Rulebook, run period: Period, asOf: Instant) {
    (self.rulebook, self.period) = (rulebook, period)
    request = EvaluationRequest(
      rulebook: rulebook, exports: ExportSet(), period: period, asOf: asOf)
    oracle = Oracle(request)
  }

  /// The plan.
  package var plan: EvaluationPlan {
    let asks = self.asks
    let datasets = rulebook.datasets.compactMap { dataset in
      plan(dataset, asks.filter { $0.obligation.dataset == dataset.id })
    }
    return EvaluationPlan(period: period.name, datasets: datasets)
  }

  private var asks: [Ask] {
    var asker = Asker(rulebook.registry, upTo: period.last)
    return rulebook.obligations.flatMap { obligation in
      RunPeriods(obligation, in: period).judged.map { asker.ask(obligation, $0, oracle) }
    }
  }

  private func plan(_ dataset: Dataset, _ asks: [Ask]) -> EvaluationPlan.DatasetPlan? {
    if asks.isEmpty { return nil }
    let texts = dataset.columns.map { _ in SharedTexts() }
    let surroundings = Engine(request, oracle.store).surroundings(dataset, texts, asks)
    let shared = KernelCompiler(surroundings)
    let plans = asks.map { ask in
      let question = QuestionBuilder(ask, shared, files: []).question()
      return plan(ask, question, surroundings)
    }
    return EvaluationPlan.DatasetPlan(
      id: dataset.id, title: dataset.title, whyKept: rulebook.whyKept(dataset.id),
      isKeyed: !dataset.key.isEmpty,
      columns: dataset.columns.map { ($0.id, $0.references) },
      children: dataset.children.map { ($0.name, $0.dataset) }, kernels: shared.kernels.count,
      asks: plans)
  }

  private func plan(
    _ ask: Ask, _ question: Question?, _ surroundings: KernelCompiler.Surroundings
  ) -> EvaluationPlan.AskPlan {
    let scope = KernelScope(ask.obligation, ask.period)
    let left = Inspector.expressions(of: ask.obligation).filter { role, expression in
      !role.hasPrefix("binds") && !role.hasPrefix("target.units")
        && !KernelCompiler(surroundings).knows(expression, scope)
    }
    return EvaluationPlan.AskPlan(
      obligation: ask.obligation.fullID, period: ask.period.name, units: ask.bound.count,
      measure: ask.obligation.measure.kind.rawValue, groups: ask.obligation.per?.text.text,
      leftToOracle: Set(left.map(\.role)).sorted(), isLeftToOracle: question == nil)
  }
}

extension KernelCompiler {
  /// Whether there is a kernel for the whole of an expression, and each of its parts.
  func knows(_ expression: CheckedExpression, _ scope: KernelScope) -> Bool {
    guard expression.root.type == .bool else { return number(expression, scope) != nil }
    return truth(expression.root, of: expression, scope) != nil && !isPartlyUnknown
  }
}
