import Diagnostics

/// What GitHub shows of the annotations of one step: ten of each level; the others stand in the log alone.
///
/// Source: GitHub Docs, "Workflow commands" and "Limitations" of annotations. The exit code does not depend on it.
enum GitHubLimit {
  private static let perLevel = 10

  /// An annotation that says how many there are, to stand before all others; `nil` where all are shown.
  static func notice(_ all: [Annotation], _ language: Language) -> Annotation? {
    let counts = [Annotation.Level.error, .warning, .notice].map { level in
      (level, all.count { $0.level == level })
    }
    guard let worst = counts.first(where: { $0.1 > 0 })?.0,
      counts.contains(where: { $0.1 > perLevel })
    else { return nil }
    let figures = Figures(language: language)
    let words = AnnotationTexts.cutByGitHub(
      errors: figures.count(counts[0].1), warnings: figures.count(counts[1].1),
      notices: figures.count(counts[2].1), shown: perLevel)
    return Annotation(
      level: worst, name: "tuanthu", file: nil, line: nil, message: words.in(language))
  }
}
