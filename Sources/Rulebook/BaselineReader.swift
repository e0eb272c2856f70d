import Calendars
import Diagnostics
import Numbers
import YAMLTree

/// Reads a limit that is set against a baseline:
/// `at-least: { baseline: 79.73%, of: năm 2021, points: 3 }`, or
/// `at-least: { baseline: { period: previous }, percent: 20 }`.
struct BaselineReader {
  private let measure: Measure?
  private var diagnostics: [Diagnostic] = []

  /// The baseline in `node`; `nil` when a part of it is missing or wrong.
  static func read(
    _ node: Node, for measure: Measure?, _ diagnostics: inout [Diagnostic]
  ) -> Baseline? {
    var reader = BaselineReader(measure: measure)
    let baseline = reader.baseline(node)
    diagnostics += reader.diagnostics
    return reader.diagnostics.hasErrors ? nil : baseline
  }

  private init(measure: Measure?) { self.measure = measure }

  private mutating func baseline(_ node: Node) -> Baseline? {
    let figureNode = node.entries?.first { $0.key.text == "baseline" }?.value
    let isEarlier = figureNode?.entries != nil
    let keys = ["baseline", "points", "percent"] + (isEarlier ? [] : ["of", "of-en"])
    guard let fields = Fields(node, keys: keys, of: .baseline, &diagnostics) else { return nil }
    let change = change(fields)
    guard let value = fields.require("baseline", &diagnostics) else { return nil }
    let figure = isEarlier ? earlier(value) : known(value, fields)
    guard let figure, let change else { return nil }
    let baseline = Baseline(figure: figure, change: change)
    if case .known(let known, _) = figure { check(baseline.limit(from: known), fields.span) }
    return baseline
  }

  // MARK: - Figure

  private mutating func known(_ node: Node, _ fields: Fields) -> Baseline.Figure? {
    let of = fields.bilingual("of", &diagnostics)
    guard let text = node.scalar?.text, let value = node.scalar?.rational else {
      diagnostics.append(.notANumber("baseline", node.scalar?.text, node.span.firstLine, measure))
      return nil
    }
    let located = Located(text, node.span)
    if let wrong = TargetReader.mismatch("baseline", located, value, measure) {
      diagnostics.append(wrong)
      return nil
    }
    return of.map { .known(value, of: $0) }
  }

  private mutating func earlier(_ node: Node) -> Baseline.Figure? {
    guard let fields = Fields(node, keys: ["period"], of: .baseline, &diagnostics),
      let text = fields.requiredString("period", &diagnostics)
    else { return nil }
    switch text.value {
    case "previous": return .earlier(.previous)
    case "last-year": return .earlier(.lastYear)
    default:
      if let period = Period(text.value) { return .earlier(.named(period)) }
      diagnostics.append(.badBaselinePeriod(text))
      return nil
    }
  }

  // MARK: - Change

  private mutating func change(_ fields: Fields) -> Baseline.Change? {
    let points = fields.rational("points", &diagnostics)
    let percent = fields.rational("percent", &diagnostics)
    switch (points, percent) {
    case (let points?, nil): return self.points(points, fields)
    case (nil, let percent?):
      let hasSign = fields["percent"]?.scalar?.text.hasSuffix("%") ?? false
      return .percent(hasSign ? percent.value : Self.hundredth(percent.value))
    case (_, let percent?): diagnostics.append(.changes(percent.span, isTwofold: true))
    case (nil, nil):
      if fields["points"] == nil, fields["percent"] == nil {
        diagnostics.append(.changes(fields.span.firstLine, isTwofold: false))
      }
    }
    return nil
  }

  private mutating func points(_ points: Located<Rational>, _ fields: Fields) -> Baseline.Change? {
    if let text = fields["points"]?.scalar?.text, text.hasSuffix("%") {
      diagnostics.append(.pointsWithSign(Located(text, points.span)))
      return nil
    }
    if case .share? = measure { return .points(Self.hundredth(points.value)) }
    return .points(points.value)
  }

  private static func hundredth(_ value: Rational) -> Rational {
    (try? value.divided(by: Rational(100))) ?? value
  }

  private mutating func check(_ limit: Rational?, _ span: Span) {
    guard case .share? = measure, let limit, limit < .zero || limit > .one else { return }
    diagnostics.append(.baselineBeyondShare(limit, span.firstLine))
  }
}
