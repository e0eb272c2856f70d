import Diagnostics

/// A lock as a file: a line for each rule file, its hash and its path.
extension RuleLock {
  private static let version = "tuanthu.lock/1"
  private static let hashLength = 64

  /// The file's text: the same for the same rules.
  package var text: String {
    let head = ([Self.version] + Self.remarks).map { "# " + $0 }
    return (head + entries.map { "\($0.sha256)  \($0.path)" }).map { $0 + "\n" }.joined()
  }

  /// Reads what `text` gives; lines that begin with `#` are remarks.
  /// - Throws: what is wrong with the file.
  package static func read(_ source: SourceText) throws(LockFault) -> RuleLock {
    let lines = source.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.first.map(trimmed) == "# \(version)" else { throw .noLock(source.path) }
    var entries: [Entry] = []
    for line in lines {
      let text = trimmed(line)
      if text.isEmpty || text.hasPrefix("#") { continue }
      guard let entry = entry(text) else {
        throw .badLine(Span(source, line.startIndex..<line.endIndex))
      }
      entries.append(entry)
    }
    if entries.isEmpty { throw .noLock(source.path) }
    return RuleLock(entries)
  }

  /// The text of a line, without what Windows puts at its end.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> String {
    let end = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    return String(decoding: end, as: UTF8.self)
  }

  private static func entry(_ line: String) -> Entry? {
    let (hash, rest) = (line.prefix(hashLength), line.dropFirst(hashLength))
    guard hash.utf8.count == hashLength, hash.allSatisfy(\.isHexDigit), rest.hasPrefix("  "),
      rest.count > 2
    else { return nil }
    return Entry(path: String(rest.dropFirst(2)), sha256: hash.lowercased())
  }
}

/// Why a file is no lock.
package enum LockFault: Error, Hashable {
  /// It does not begin as one, or names nothing.
  case noLock(String)
  /// A line is no hash and path.
  case badLine(Span)
}
