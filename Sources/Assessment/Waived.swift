extension Verdict {
  /// What waivers set apart from a verdict, and what it would be without them: nothing is hidden.
  package struct Waived: Sendable, Codable, Hashable {
    /// The waivers that set something apart, by id.
    package let waivers: [AppliedWaiver]
    /// The records set apart; those of which it cannot be told whether they are count as unknown.
    package let counts: Counts
    /// The verdict with the records set apart counted.
    package let counted: Part
    /// The records set apart that would prove a violation.
    package let evidence: Evidence

    /// What was set apart, from its parts.
    package init(waivers: [AppliedWaiver], counts: Counts, counted: Part, evidence: Evidence) {
      self.waivers = waivers
      self.counts = counts
      self.counted = counted
      self.evidence = evidence
    }
  }

  /// The document under which something is not looked at.
  package struct AppliedWaiver: Sendable, Codable, Hashable {
    /// The id in the rules.
    package let id: String
    /// The number of the document.
    package let document: String
    /// Who approved it.
    package let approver: String
    /// The first day, ISO.
    package let from: String
    /// The last day, ISO.
    package let until: String
    /// Why.
    package let reason: String

    /// A document from its parts.
    package init(
      id: String, document: String, approver: String, from: String, until: String, reason: String
    ) {
      self.id = id
      self.document = document
      self.approver = approver
      self.from = from
      self.until = until
      self.reason = reason
    }
  }
}

extension Verdict.Counts {
  /// How many records that is.
  package var total: Int { passed + failed + notDue + unknown }
}
