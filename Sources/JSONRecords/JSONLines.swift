/// Reads JSON Lines: a line that cannot be read costs no other.
struct JSONLines {
  /// What reads the records; its record is that of the line.
  var parser = JSONRecordParser()
  private var scanner: JSONScanner

  init(_ source: @escaping JSONSource) throws {
    scanner = try JSONScanner(source, isLineByLine: true)
  }

  /// Reads the next line that is not empty; false at the end.
  mutating func advance() throws -> Bool {
    while true {
      try scanner.skipSpace()
      guard let byte = try scanner.peek() else { return false }
      if byte != UInt8(ascii: "\n") { break }
      try scanner.skipLine()
    }
    let line = scanner.line
    do {
      try parser.read(&scanner)
      try scanner.skipSpace()
      if let byte = try scanner.peek(), byte != UInt8(ascii: "\n") {
        throw scanner.fault(.behind)
      }
    } catch let fault as JSONFault where fault.kind != .tooManyKeys {
      parser.fail(fault, line: line)
    }
    try scanner.skipLine()
    return true
  }
}
