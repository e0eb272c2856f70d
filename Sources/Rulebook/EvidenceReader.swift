import Diagnostics
import Expressions
import Numbers
import YAMLTree

/// Reads `evidence`, or finds out which records prove a violation when it is left out.
struct EvidenceReader {
  private let fields: Fields
  private let measure: Measure?
  private let targets: [Target]

  /// A reader for an obligation with that measure and those targets.
  init(_ fields: Fields, _ measure: Measure?, _ targets: [Target]) {
    self.fields = fields
    self.measure = measure
    self.targets = targets
  }

  /// The choice; `nil` when it is wrong, or missing and cannot be told.
  func read(in scope: Scope, _ diagnostics: inout [Diagnostic]) -> EvidenceChoice? {
    switch fields["evidence"]?.scalar?.text {
    case nil where fields["evidence"] == nil: return choice(&diagnostics)
    case "failing":
      if let measure, !measure.hasEvidenceOfItsOwn, let place = fields["evidence"]?.span,
        !["require", "due", "clock"].contains(where: { fields[$0] != nil })
      {
        diagnostics.append(.nothingFails(measure, place))
      }
      return .failing
    case "satisfying": return .satisfying
    default:
      guard let text = fields.expression("evidence", &diagnostics) else { return nil }
      let (expression, found) = ExpressionCompiler.compile(text, in: scope, expecting: [.bool])
      diagnostics += found
      return expression.map(EvidenceChoice.custom)
    }
  }

  /// Too few passing records are proved by those that fail, too many by those that pass. Where
  /// single records prove neither, the author has to say.
  private func choice(_ diagnostics: inout [Diagnostic]) -> EvidenceChoice? {
    guard let measure, let first = targets.first else { return .failing }
    let isUpper = targets.map(\.comparison.isUpperLimit)
    if measure.hasEvidenceOfItsOwn, let upper = isUpper[0], isUpper.allSatisfy({ $0 == upper }) {
      return upper ? .satisfying : .failing
    }
    let place = fields.keySpan("measure") ?? fields.keySpan("target") ?? first.span
    let isShare = if case .share = measure { true } else { false }
    let isSlip = isShare && fields["done"] != nil && targets.contains { $0.isAtMost }
    diagnostics.append(
      .evidenceNeeded(measure, place, target: first.span, meansAtLeast: isSlip))
    return nil
  }
}

extension Target {
  fileprivate var isAtMost: Bool {
    if case .atMost = comparison { true } else { false }
  }
}

extension Comparison {
  /// Whether too much violates it; `nil` when too much and too little do.
  fileprivate var isUpperLimit: Bool? {
    switch self {
    case .atLeast, .moreThan: false
    case .atMost, .lessThan: true
    case .between: nil
    }
  }
}
