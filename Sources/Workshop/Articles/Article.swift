import Diagnostics
import YAMLTree

/// A text that was read for the rules, and every article of it that asks for something.
package struct ReadInstrument: Sendable {
  /// How well a text is known; one that is only conjectured may be asked for by an option, no more.
  package enum Confidence: String, Sendable, CaseIterable {
    case read = "R"
    case news = "N"
    case practice = "T"
    case conjecture = "C"
  }

  /// What people call it: `Chỉ thị 15/CT-UBND`.
  package let name: String
  /// How well it is known.
  package let confidence: Confidence
  /// Where it was read.
  package let source: String?
  /// In the order of the file.
  package let articles: [Article]
}

/// One thing that a text asks for or states, and what became of it.
package struct Article: Sendable {
  /// What became of it.
  package enum Fate: Sendable {
    /// Obligations check it, by their full ids.
    case checked([Located<String>])
    /// An index gives points for it.
    case index(String)
    /// Nothing checks it, for this reason.
    case unchecked(String)
  }

  /// The place in the text; `nil` where only its content is known.
  package let cite: String?
  /// What it says, in few words.
  package let says: String
  /// The number that it sets, if any.
  package let number: String?
  /// How well it is known.
  package let confidence: ReadInstrument.Confidence
  /// What became of it.
  package let fate: Fate
  /// Where it is written down.
  package let span: Span

  /// The obligations that check it.
  package var obligations: [Located<String>] {
    if case .checked(let ids) = fate { ids } else { [] }
  }
}
