/// Names in SQL.
enum SQLName {
  /// A name in quotation marks, so that it stands for itself.
  static func quoted(_ name: some StringProtocol) -> String {
    "\"" + name.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  /// A question without the semicolon at its end.
  static func bare(_ query: String) -> String {
    var query = query[...]
    while let last = query.last, last.isWhitespace || last == ";" { query.removeLast() }
    return String(query)
  }
}
