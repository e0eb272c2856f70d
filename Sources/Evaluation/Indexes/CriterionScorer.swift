import Assessment
import Diagnostics
import Numbers
import Rulebook

/// What a part of an index adds to a unit's total.
struct PartShare {
  /// The id of the criterion or part.
  let id: String
  /// Between what its points lie.
  let points: NumberRange
  /// What it adds to the base; 0 for bonus points, `nil` where nobody says.
  var base: Rational?
  /// Whether that is the maximum of the rules, and not one that was handed in.
  var isDeclared = true
  /// Whether it may turn out to be no part of points and base.
  var mayBeOut = false
}

/// Works out the points of one criterion from the measures of a unit.
struct CriterionScorer {
  let criterion: Criterion
  /// Whether its points come on top of the base.
  let isBonus: Bool
  let facts: UnitFacts

  /// The points, and what they add to the total; `nil` where the criterion is not worked out at all.
  func scored() -> (part: PartScore, share: PartShare?)? {
    guard let formula = criterion.formula else {
      return criterion.notMeasured == nil ? nil : (part(.notMeasured), nil)
    }
    guard UnitActivation.holds(criterion.applies, for: facts.unit) else {
      return (part(.notApplicable), nil)
    }
    let known = formula.measures.compactMap { facts.measures[$0.obligation] }
    if known.count < formula.measures.count { return (part(.notApplicable), nil) }
    if known.contains(where: { $0.gap == .notHandedIn }) { return anything(.missing) }
    if known.contains(where: { $0.bounds.isEmpty }) { return empty(formula) }
    return scored(formula, mayBeEmpty: known.contains { $0.bounds.mayBeEmpty })
  }

  private func scored(_ formula: Formula, mayBeEmpty: Bool) -> (PartScore, PartShare?) {
    switch ScoreEvaluator(measures: values(formula)).evaluate(formula.score) {
    case .fault(let text): return anything(.faulty, fault: text)
    case .points(let range):
      if let value = range.value, value < criterion.minimum || value > criterion.maximum {
        return anything(.faulty, fault: .outOfRange(value))
      }
      let points = range.clamped(criterion.minimum, criterion.maximum)
      return scored(NumberRange(low: points.low, high: points.high), formula, mayBeEmpty)
    }
  }

  private func scored(
    _ points: NumberRange, _ formula: Formula, _ mayBeEmpty: Bool
  ) -> (PartScore, PartShare?) {
    guard mayBeEmpty else { return result(points.value == nil ? .undetermined : .scored, points) }
    guard let whenEmpty = formula.whenEmpty else {
      return result(.undetermined, points, mayBeOut: true)
    }
    let both = points.union(.exactly(whenEmpty))
    return result(both.value == nil ? .undetermined : .scored, both)
  }

  private func empty(_ formula: Formula) -> (PartScore, PartShare?) {
    formula.whenEmpty.map { result(.empty, .exactly($0)) } ?? (part(.notApplicable), nil)
  }

  private func anything(_ state: PartScore.State, fault: Text? = nil) -> (PartScore, PartShare?) {
    let all = NumberRange(low: criterion.minimum, high: criterion.maximum)
    return (part(state, all, fault), share(all))
  }

  private func result(
    _ state: PartScore.State, _ points: NumberRange, mayBeOut: Bool = false
  ) -> (PartScore, PartShare?) {
    (part(state, points), share(points, mayBeOut: mayBeOut))
  }

  private func share(_ points: NumberRange, mayBeOut: Bool = false) -> PartShare {
    PartShare(
      id: criterion.id, points: points, base: isBonus ? .zero : criterion.maximum,
      mayBeOut: mayBeOut)
  }

  private func values(_ formula: Formula) -> [String: NumberRange] {
    var values = ["max": NumberRange.exactly(criterion.maximum)]
    for measure in formula.measures {
      values[measure.name] = facts.measures[measure.obligation]?.range
    }
    return values
  }

  private func part(
    _ state: PartScore.State, _ points: NumberRange? = nil, _ fault: Text? = nil
  ) -> PartScore {
    let measures = (criterion.formula?.measures ?? []).compactMap { measure in
      facts.measures[measure.obligation].map {
        MeasureScore(
          name: measure.name, obligation: measure.obligation, measured: $0.measured,
          bounds: $0.bounds, kind: $0.kind)
      }
    }
    return PartScore(
      id: criterion.id, state: state, points: points?.points, maximum: criterion.maximum,
      measures: measures, fault: fault)
  }
}

extension Text {
  /// A score that the rule should have kept between the ends.
  fileprivate static func outOfRange(_ value: Rational) -> Text {
    Text(
      vi:
        "cách tính cho \(value.decimal(places: 4, point: ",")) điểm, ngoài mức tối thiểu và tối đa",
      en: "the score came out as \(value.decimal(places: 4)), beyond the least or most possible")
  }
}
