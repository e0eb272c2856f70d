/// Who answers for a part of a verdict: a holding of the post, or the lack of one.
package struct Answer: Sendable, Codable, Hashable {
  /// Whether somebody held the post.
  package enum State: String, Sendable, Codable {
    /// One holder.
    case held
    /// Several holders on the same days, all shown: the registry must be mended.
    case overlapping
    /// Nobody.
    case vacant
    /// The day that picks the holder is unknown.
    case undated
    /// The registry knows no such post.
    case noPost = "no-post"
  }

  /// Whether somebody held the post.
  package var state: State
  /// The title of the post: "Giám đốc Sở …".
  package var post: String
  /// Who held it.
  package var holder: String?
  /// In what manner: official, acting, in-charge.
  package var kind: String?
  /// The first day of the holding, ISO.
  package var from: String?
  /// Its last day, ISO.
  package var until: String?
  /// The document that made it.
  package var document: String?
  /// Who signed in the holder's place on some of these days; the holder still answers.
  package var delegates: [Delegate]
  /// The holder's own part of the records.
  package var counts: Verdict.Counts
  /// The keys of the breaches that are the holder's, smallest first, within the evidence limit.
  package var breaches: [String]

  /// An answer from its parts.
  package init(
    state: State, post: String, holder: String? = nil, kind: String? = nil, from: String? = nil,
    until: String? = nil, document: String? = nil, delegates: [Delegate] = [],
    counts: Verdict.Counts = Verdict.Counts(), breaches: [String] = []
  ) {
    self.state = state
    self.post = post
    self.holder = holder
    self.kind = kind
    self.from = from
    self.until = until
    self.document = document
    self.delegates = delegates
    self.counts = counts
    self.breaches = breaches
  }
}

/// Somebody to whom the head's signature was delegated.
package struct Delegate: Sendable, Codable, Hashable {
  /// Who.
  package let holder: String
  /// The first day, ISO.
  package let from: String
  /// The last day, ISO.
  package let until: String?
  /// The document that made it.
  package let document: String

  /// A delegate from its parts.
  package init(holder: String, from: String, until: String?, document: String) {
    self.holder = holder
    self.from = from
    self.until = until
    self.document = document
  }
}
