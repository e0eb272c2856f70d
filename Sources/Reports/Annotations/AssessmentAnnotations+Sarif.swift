import Assessment
import Diagnostics

extension AssessmentAnnotations {
  /// How many results of one run GitHub accepts (GitHub Docs, "SARIF results exceed one or more limits").
  static let sarifLimit = 25_000

  /// A SARIF 2.1.0 log: each record that proves a violation or has to be repaired is a result at its file and
  /// line, and so is each defect and finding of the data.
  /// - Throws: `EncodingError`, which plain texts and numbers never cause.
  func sarif(limit: Int = sarifLimit) throws -> String {
    let all = annotations
    let kept = all.count <= limit ? all : Array(Self.worstFirst(all).prefix(limit))
    let names = Set(kept.map(\.name)).sorted()
    let numbers = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    var fingerprints = Fingerprints()
    let results = kept.map { annotation in
      SarifResult(
        annotation, path: annotation.file.map(path), ruleIndex: numbers[annotation.name] ?? 0,
        fingerprint: fingerprints.next(
          [annotation.name, annotation.file ?? "", annotation.message]))
    }
    return try StableJSON.text(
      SarifLog(
        rules: rules(names), results: results, warning: warning(all.count, kept.count), language,
        version: assessment.manifest.tool.split(separator: " ").last.map(String.init) ?? ""))
  }

  private func warning(_ all: Int, _ kept: Int) -> String? {
    guard kept < all else { return nil }
    let figures = Figures(language: language)
    return AnnotationTexts.cutFromSarif(all: figures.count(all), written: figures.count(kept))
      .in(language)
  }

  /// Errors, then warnings, then notices, else in their order.
  private static func worstFirst(_ all: [Annotation]) -> [Annotation] {
    [Annotation.Level.error, .warning, .notice].flatMap { level in
      all.filter { $0.level == level }
    }
  }

  /// The title of an obligation with its duty; the page of a code; else what kind it is.
  private func rules(_ names: [String]) -> [(name: String, text: String)] {
    let index = ReportIndex(assessment)
    let codes = Set(assessment.places.defects.compactMap(\.code))
    return names.map { name in
      if let obligation = index.obligation(name) {
        return (name, "\(obligation.title.in(language)) (\(index.duty(obligation)))")
      }
      return (
        name, (codes.contains(name) ? .explained(name) : AnnotationTexts.kind(name)).in(language)
      )
    }
  }
}
