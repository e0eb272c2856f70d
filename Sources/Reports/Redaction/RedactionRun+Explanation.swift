import Assessment

/// Keys in explanations: under their own names, and as values of columns that hold them.
extension RedactionRun {
  func redacted(_ explanation: Explanation) -> Explanation {
    let dataset = verdictDataset(explanation.verdict)
    guard dataset.map({ redactor.columns[$0] != nil }) ?? false else { return explanation }
    let written = explanation.rule.flatMap(\.lines).joined(separator: "\n")
    var redacted = explanation
    redacted.records = explanation.records.map { record in
      var shown = record
      shown.key = name(record.key, in: dataset)
      let mask = TextMask([record.key], redactor.pseudonyms)
      shown.reasonings = record.reasonings.map { self.redacted($0, mask, written) }
      return shown
    }
    return redacted
  }

  /// Every text in an expression about a key is hidden, but for those that the rule itself holds.
  private func redacted(
    _ reasoning: Explanation.Reasoning, _ mask: TextMask, _ written: String
  ) -> Explanation.Reasoning {
    guard isAboutKeys(reasoning) else { return reasoning }
    return Explanation.Reasoning(
      role: reasoning.role,
      lines: reasoning.lines.map { line in
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        let texts = parts.enumerated().map { index, part in
          let isText = !index.isMultiple(of: 2) && !written.contains("\"\(part)\"")
          return isText ? redactor.pseudonyms.name(of: String(part)) : String(part)
        }
        return mask.masked(texts.joined(separator: "\""))
      })
  }

  private func isAboutKeys(_ reasoning: Explanation.Reasoning) -> Bool {
    let names = Set(redactor.columns.values.joined())
    let words = reasoning.lines.joined(separator: " ").split {
      !$0.isLetter && !$0.isNumber && $0 != "_"
    }
    return words.contains { names.contains(String($0)) }
  }
}
