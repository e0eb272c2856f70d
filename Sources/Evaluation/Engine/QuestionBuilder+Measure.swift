import Assessment
import Expressions
import Rulebook

/// What records add to the measure.
extension QuestionBuilder {
  /// The parts of the measure; `nil` where no kernel gives one.
  func parts() -> [Question.MeasurePart]? {
    switch obligation.measure {
    case .share: []
    case .total(let aggregate): part(aggregate).map { [$0] }
    case .mean(let expression): part(expression, .mean).map { [$0] }
    case .quantile(let expression, .median): part(expression, .median).map { [$0] }
    case .quantile(let expression, .percentile): part(expression, .percentile).map { [$0] }
    case .ratio(let of, let to): part(of).flatMap { of in part(to).map { [of, $0] } }
    }
  }

  private func part(_ aggregate: Aggregate) -> Question.MeasurePart? {
    let filter = aggregate.filter.map { compiler.truth($0, scope) }
    switch aggregate.function {
    case .count: return Question.MeasurePart(filter: filter, value: nil, kind: .count)
    case .sum(let expression): return part(expression, .sum, filter)
    case .distinct(let expression): return part(expression, .distinct, filter)
    }
  }

  private func part(
    _ expression: CheckedExpression, _ kind: MeasureKind, _ filter: TruthRegister? = nil
  ) -> Question.MeasurePart? {
    guard let value = compiler.number(expression, scope) else { return nil }
    guard kind == .distinct || value.register.lane.scale != nil else { return nil }
    return Question.MeasurePart(
      filter: filter, value: value.register, texts: value.texts, kind: kind)
  }

  /// Finds the different values of parts that count them.
  func distinguish(_ parts: inout [Question.MeasurePart], in steps: [Question.Step]) {
    for index in parts.indices where parts[index].kind == .distinct {
      let value = parts[index].value
      let isText = parts[index].texts != nil
      var first: GroupKernel?
      parts[index].pairs = steps.map { step in
        let pairs = compiler.groups(
          of: step.places, codes: isText ? value : nil, values: isText ? nil : value,
          sharing: first)
        first = first ?? pairs
        return pairs.register
      }
    }
  }

  /// What has to be known of a record to add it up.
  func needs(_ parts: [Question.MeasurePart]) -> [Need] {
    parts.flatMap { part -> [Need] in
      switch (part.filter, part.value) {
      case (nil, nil): []
      case (let filter?, nil): [.truth(filter)]
      case (nil, let value?): [.value(value)]
      case (let filter?, let value?): [.valueIf(filter, value)]
      }
    }
  }
}
