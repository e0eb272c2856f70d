/// How a date or a time is written: `dd/MM/yyyy HH:mm:ss`.
///
/// `yyyy` is four digits; `MM dd HH hh mm ss` are two, `M d H h m s` one or two; `a` is AM or PM,
/// SA or CH; `hh` and `h` count to 12 and need `a`. Letters that stand for themselves are put in
/// single quotation marks, but for the `T` between date and time. All else stands for itself.
package struct DatePattern: Sendable, Hashable {
  /// What stands in it.
  package enum Token: Sendable, Hashable {
    case literal(UInt8)
    case number(Part, least: Int, most: Int)
    case halfOfDay
  }

  /// What a number in it can be.
  package enum Part: Int, Sendable {
    case year, month, day, hour, hourOfHalf, minute, second
  }

  /// `yyyy-MM-dd`.
  package static let isoDate = try? DatePattern("yyyy-MM-dd")

  /// From left to right.
  package let tokens: [Token]

  /// The pattern written as `text`; throws what keeps it from being one.
  package init(_ text: String) throws(DatePatternFlaw) {
    var tokens: [Token] = []
    for run in Self.runs(of: text) { tokens += try Self.tokens(of: run) }
    self.tokens = tokens
    if let flaw = DatePatternFlaw.first(in: tokens) { throw flaw }
  }

  /// The text cut where the character changes; what is quoted is one run with its quotes.
  static func runs(of text: String) -> [Substring] {
    var runs: [Substring] = []
    var rest = Substring(text)
    while let first = rest.first {
      var end = rest.firstIndex { $0 != first } ?? rest.endIndex
      if first == "'" {
        let close = rest.dropFirst().firstIndex(of: "'")
        end = close.map { rest.index(after: $0) } ?? rest.endIndex
      }
      runs.append(rest[..<end])
      rest = rest[end...]
    }
    return runs
  }

  private static let parts: [Character: Part] = [
    "M": .month, "d": .day, "H": .hour, "h": .hourOfHalf, "m": .minute, "s": .second,
  ]

  private static func tokens(of run: Substring) throws(DatePatternFlaw) -> [Token] {
    guard let letter = run.first, letter != "'" else {
      return run.utf8.filter { $0 != UInt8(ascii: "'") }.map { .literal($0) }
    }
    if letter == "y", run.count == 4 { return [.number(.year, least: 4, most: 4)] }
    if letter == "a", run.count == 1 { return [.halfOfDay] }
    if let part = parts[letter], run.count <= 2 {
      return [.number(part, least: run.count, most: 2)]
    }
    guard letter == "T" || !letter.isLetter else {
      throw .meaningless(String(run.base[run.startIndex...].prefix(while: \.isLetter)))
    }
    return run.utf8.map { .literal($0) }
  }
}
