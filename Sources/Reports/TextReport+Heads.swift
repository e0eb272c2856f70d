import Assessment
import Diagnostics
import Numbers

extension TextReport {
  /// Every holder of a post with breaches of their own days, and what nobody answers for.
  func byHead(_ paper: inout Paper) {
    paper.heading(say(Words.byHead))
    let heads = assessment.answeringHeads
    if heads.isEmpty { paper.line(say(Words.worst)) }
    for head in heads { write(head, &paper) }
  }

  private func write(_ head: AnsweringHead, _ paper: inout Paper) {
    paper.line("\(person(head.answer)) – \(units[head.unit]?.name ?? head.unit)")
    for (verdict, answer) in head.items {
      let title = obligations[verdict.obligation].map { say($0.title) } ?? verdict.obligation
      paper.line("• \(title): \(part(answer))", indent: 2)
      let shown = answer.breaches.prefix(shownRecords)
      if !shown.isEmpty { paper.line(shown.joined(separator: ", "), indent: 4) }
    }
  }
}
