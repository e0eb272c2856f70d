import Assessment
import Diagnostics

/// Which obligation took the place of which.
extension TextReport {
  /// Under a verdict: what took the place of its obligation.
  func replaced(_ replacement: Replacement) -> String {
    let words = Words.replacedBy(
      say(replacement.title), replacement.document, figures.date(replacement.from))
    return say(words) + reason(replacement)
  }

  /// Among the directives: the obligations judged that took the place of others.
  func replacements(_ paper: inout Paper) {
    for newer in assessment.obligations {
      for older in newer.replaces ?? [] {
        let words = Words.replaces(
          say(older.title), older.document, say(newer.title), figures.date(older.from))
        paper.line("• " + say(words) + reason(older))
      }
    }
  }

  private func reason(_ replacement: Replacement) -> String {
    ": " + replacement.because + (replacement.cite.map { " (\($0))" } ?? "")
  }
}
