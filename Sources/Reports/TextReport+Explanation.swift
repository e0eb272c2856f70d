import Assessment
import Diagnostics

extension TextReport {
  /// An explanation of one verdict of the assessment: the duty, the target, the numbers, the records.
  package func render(_ explanation: Explanation) -> String {
    var paper = Paper(width: width)
    guard let verdict = assessment.verdicts.first(where: { $0.number == explanation.verdict })
    else { return paper.text }
    let obligation = obligations[verdict.obligation]
    head(verdict, obligation, &paper)
    duty(verdict, obligation, &paper)
    binding(explanation, obligation, &paper)
    target(explanation, verdict, &paper)
    rule(explanation, &paper)
    numbers(explanation, verdict, &paper)
    people(verdict, &paper)
    records(explanation, &paper)
    dispute(explanation, verdict, &paper)
    paper.skip()
    paper.line(say(assessment.notice))
    return paper.text
  }

  private func head(_ verdict: Verdict, _ obligation: ObligationSummary?, _ paper: inout Paper) {
    let group = verdict.group.map { " – \($0)" } ?? ""
    paper.line(
      "\(say(Words.outcome(verdict.outcome)).uppercased())\(group): "
        + (obligation.map { say($0.title) } ?? verdict.obligation))
    paper.line(
      "\(units[verdict.unit]?.name ?? verdict.unit) (\(verdict.unit)), "
        + say(Explaining.period(verdict.period)))
    paper.line(field(Words.asOf, "\(figures.date(assessment.asOf)) (\(assessment.zone))"))
    paper.line(field(Words.number, verdict.number))
  }

  // MARK: - What is asked

  private func duty(_ verdict: Verdict, _ obligation: ObligationSummary?, _ paper: inout Paper) {
    guard let obligation else { return }
    paper.heading(say(Explaining.duty))
    paper.line(obligation.duty.cite + (obligation.duty.says.map { ": \($0)" } ?? ""))
    if let directive = assessment.directives.first(where: { $0.id == obligation.directive }) {
      paper.line(
        "\(directive.number) – \(say(directive.title)) (\(directive.issuer)) [\(directive.confidence)]"
      )
    }
    let sources = [
      obligation.duty.source, assessment.directives.first { $0.id == obligation.directive }?.source,
    ]
    if let option = obligation.unconfirmed { paper.line(say(Words.unconfirmed(option))) }
    if let source = sources.compactMap({ $0 }).first {
      paper.line(field(Explaining.source, source))
    }
  }

  private func binding(
    _ explanation: Explanation, _ obligation: ObligationSummary?, _ paper: inout Paper
  ) {
    paper.heading(say(Explaining.binding))
    if let binding = obligation?.binding {
      paper.line(binding.cite + (binding.says.map { ": \($0)" } ?? ""))
      if let source = binding.source { paper.line(field(Explaining.source, source)) }
    }
    let conditions = explanation.unit.filter { $0.role == "binds.when" }
    if conditions.isEmpty { paper.line(say(Explaining.allUnits)) }
    for condition in conditions { write(condition, &paper, indent: 2) }
  }

  private func target(
    _ explanation: Explanation, _ verdict: Verdict, _ paper: inout Paper
  ) {
    let kind = obligations[verdict.obligation]?.measure ?? .share
    paper.heading(say(Words.target))
    if let target = verdict.target {
      paper.line("\(limit(target, kind)), \(since(target)) (\(target.cite))")
      if let source = target.source { paper.line(field(Explaining.source, source)) }
    } else {
      paper.line(say(Words.outcome(.noTarget)))
      if let why = obligations[verdict.obligation]?.noTarget {
        paper.line([why.says, why.cite].compactMap { $0 }.joined(separator: " – "))
      }
    }
    for other in explanation.targets
    where other.summary != verdict.target && !isSame(other, verdict) {
      paper.line(
        "– \(limit(other.summary, kind)), \(since(other.summary)) (\(other.summary.cite)): "
          + say(other.isForUnit ? Explaining.otherDays : Explaining.otherUnits), indent: 2)
    }
  }

  /// Whether a target is the verdict's, whose limit may have been worked out from a baseline.
  private func isSame(_ target: Explanation.Target, _ verdict: Verdict) -> Bool {
    target.summary.from == verdict.target?.from && target.summary.cite == verdict.target?.cite
      && target.isForUnit && target.isInForce
  }

  private func rule(_ explanation: Explanation, _ paper: inout Paper) {
    paper.heading(say(Explaining.rule))
    for line in explanation.rule {
      paper.line("\(label(line)): \(line.lines.joined(separator: " "))")
    }
  }

  // MARK: - What was found

  private func numbers(
    _ explanation: Explanation, _ verdict: Verdict, _ paper: inout Paper
  ) {
    paper.heading(say(Words.result))
    paper.line(
      say(Explaining.read(figures.count(explanation.read), figures.count(explanation.outOfScope))))
    let counts = verdict.counts
    paper.line(
      say(
        Explaining.counts(
          [counts.passed, counts.failed, counts.notDue, counts.unknown].map(figures.count))))
    paper.line(field(Words.result, measure(verdict)))
    for line in waived(verdict) { paper.line(line) }
    if let target = verdict.target {
      let kind = obligations[verdict.obligation]?.measure ?? .share
      var words = limit(target, kind)
      if let shortfall = verdict.shortfall {
        words += "; " + say(Words.missing(shortfall, target.comparison.isLower))
      }
      paper.line(field(Words.target, words))
    }
    if let reason = verdict.reason { paper.line(say(Words.reason(reason))) }
    if let count = verdict.subjectTo { paper.line(say(Words.subject(count))) }
  }

  private func people(_ verdict: Verdict, _ paper: inout Paper) {
    guard !verdict.answers.isEmpty else { return }
    paper.heading(say(Words.answers))
    for one in verdict.answers {
      paper.line("– \(answer(one))")
      if let document = one.document { paper.line(say(Explaining.appointed(document)), indent: 2) }
    }
  }

  private func records(_ explanation: Explanation, _ paper: inout Paper) {
    paper.heading(say(Explaining.records))
    if explanation.records.isEmpty { paper.line(say(Words.none)) }
    for record in explanation.records {
      paper.skip()
      write(record, &paper)
    }
    let left = explanation.omitted
    if left > 0 {
      paper.skip()
      paper.line(say(Explaining.more(figures.count(left))))
    }
  }

  private func write(_ record: Explanation.Record, _ paper: inout Paper) {
    let unwaived = record.unwaived.map { " (\(say(Explaining.unwaived($0))))" } ?? ""
    paper.line("\(record.key) – \(say(Explaining.state(record.state)))\(unwaived)")
    paper.line(say(Explaining.place(record.place.file, record.place.line)), indent: 2)
    if let due = record.due {
      paper.line(
        "\(say(Words.due(figures.date(due)))), \(say(Words.done(record.done.map(figures.date))))",
        indent: 2)
    }
    count(record.count, &paper)
    for defect in defects(of: record) { paper.line("• \(say(defect.message))", indent: 2) }
    if !record.columns.isEmpty {
      paper.line(
        field(Words.repair, say(Words.columns(record.columns.joined(separator: ", ")))), indent: 2)
    }
    if let day = record.answersOn, record.state == .failed || record.state == .unknown {
      let holders = record.holders.map(person).joined(separator: "; ")
      paper.line(say(Explaining.answered(figures.date(day), holders)), indent: 2)
    }
    for reasoning in record.reasonings { write(reasoning, &paper, indent: 2) }
  }

  private func write(
    _ reasoning: Explanation.Reasoning, _ paper: inout Paper, indent: Int
  ) {
    let pad = String(repeating: " ", count: indent)
    if reasoning.lines.count == 3, reasoning.lines[1] == "|" {
      let value = "\(reasoning.lines[0]) = \(reasoning.lines[2])"
      return paper.line("\(label(reasoning)): \(value)", indent: indent)
    }
    paper.line("\(label(reasoning)):", indent: indent)
    for line in reasoning.lines { paper.verbatim("\(pad)  \(line)") }
  }

  /// The key as it stands in the rule, behind what it is for.
  private func label(_ reasoning: Explanation.Reasoning) -> String {
    Explaining.role(reasoning.role).map { "\(say($0)) (\(reasoning.role))" } ?? reasoning.role
  }

  /// What is wrong with the line on which a record stands.
  private func defects(of record: Explanation.Record) -> [Places.Defect] {
    assessment.places.defects.filter {
      $0.file == record.place.file && $0.line == record.place.line
    }
  }

  // MARK: - What to do about it

  private func dispute(_ explanation: Explanation, _ verdict: Verdict, _ paper: inout Paper) {
    guard [.violated, .undetermined].contains(verdict.outcome) else { return }
    paper.heading(say(Explaining.dispute))
    paper.line("– \(say(Explaining.isCorrectable))")
    if explanation.records.contains(where: { !$0.count.isEmpty }) {
      paper.line("– \(say(Explaining.isCountable))")
    }
    paper.line("– \(say(Explaining.isTransferable))")
    paper.line("– \(say(Explaining.isWaivable))")
  }

  // MARK: - Days

  private func count(_ days: [Explanation.CountedDays], _ paper: inout Paper) {
    guard !days.isEmpty else { return }
    paper.line(say(Explaining.counting) + ":", indent: 2)
    for span in days {
      paper.line("\(self.days(span)): \(say(Explaining.day(span)))", indent: 4)
    }
  }

  private func days(_ span: Explanation.CountedDays) -> String {
    span.from == span.until
      ? figures.date(span.from) : "\(figures.date(span.from)) – \(figures.date(span.until))"
  }
}
