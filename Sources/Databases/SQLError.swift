/// What a database would not do, in its own words.
package struct SQLError: Error, Hashable, Sendable {
  /// What kept it from that.
  package enum Cause: Hashable, Sendable {
    /// It cannot be opened, or the server cannot be reached.
    case unreachable
    /// Somebody else is writing to it.
    case locked
    /// The file is damaged, or no database of this kind.
    case damaged
    /// Changes stand in a file beside it (its name's ending), and not in the database yet.
    case unfinished(ending: String)
    /// It would not answer the question.
    case refused
    /// Answering took more than is done for a file that nobody vouches for.
    case tooMuch
    /// Reading stopped before the end.
    case interrupted
  }

  /// What kept it from that.
  package let cause: Cause
  /// What it says itself; one line.
  package let words: String

  init(_ cause: Cause, _ words: String) {
    self.cause = cause
    let lines = words.split(whereSeparator: \.isNewline)
    self.words = lines.map { $0.trimmingPrefix(while: \.isWhitespace) }.joined(separator: " ")
  }
}
