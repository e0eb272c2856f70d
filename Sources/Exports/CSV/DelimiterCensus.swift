/// How often each possible delimiter stands in the first line.
struct DelimiterCensus {
  private var counts: [(delimiter: UInt8, count: Int)] = [
    (UInt8(ascii: ","), 0), (UInt8(ascii: ";"), 0), (UInt8(ascii: "\t"), 0),
  ]
  /// Whether the line ends in the bytes given.
  private(set) var isComplete = false

  /// Counts in the first line of `bytes` that is not empty.
  init(_ bytes: Bytes) {
    var isQuoted = false
    var isEmpty = true
    for byte in bytes {
      if byte == .lineFeed, !isQuoted, !isEmpty {
        isComplete = true
        return
      }
      if byte > .carriageReturn { isEmpty = false }
      if byte == .quote { isQuoted.toggle() }
      if !isQuoted { count(byte) }
    }
  }

  private mutating func count(_ byte: UInt8) {
    for index in counts.indices where counts[index].delimiter == byte { counts[index].count += 1 }
  }

  /// The most frequent one; of equals, the comma before the semicolon before the tab.
  var winner: UInt8 {
    counts.reduce(counts[0]) { $1.count > $0.count ? $1 : $0 }.delimiter
  }
}
