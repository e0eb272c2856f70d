import Assessment
import Diagnostics

/// Which obligation took the place of which.
extension TextReport {
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
}
