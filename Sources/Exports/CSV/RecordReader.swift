/// Where a record starts.
struct RecordPlace: Sendable, Hashable {
  /// In bytes from the beginning of the file.
  var offset: Int
  /// 1-based.
  var line: Int
}

/// Reads the records of a CSV file block by block (RFC 4180; LF or CRLF; UTF-8 with or without BOM).
///
/// Lines without any byte are no records. Where a quotation mark is out of place such that nobody
/// can say where the record ends (`"a"b`, or an opening mark that is never closed), the record is
/// read again *leniently*: it ends at the end of the line on which it starts, and the next line is a
/// record of its own. So one slip can cost its own record, and never swallows those that follow.
/// A mark inside a field that does not start with one (`a"b`) costs that field only.
struct RecordReader {
  /// A quoted field that is still open after so many bytes counts as never closed.
  static let openLimit = 16 * 1024 * 1024

  private static let signatureLength = 1024

  /// Whether the file has no byte.
  let isEmpty: Bool
  /// What the file is by its first bytes, when it is no CSV; nothing should be read from it then.
  let signature: FileSignature?
  private var window: ByteWindow
  private var scanner: RecordScanner
  private var line = 1
  private var nextLine = 1
  private var end = 0
  private var next = 0

  /// Reads `file` from its beginning, `blockSize` bytes at a time.
  /// - Parameter delimiter: what separates fields; found in the first line when `nil`.
  init(_ file: FileBytes, delimiter: UInt8?, blockSize: Int) throws(FileFault) {
    window = ByteWindow(file, blockSize: blockSize)
    scanner = RecordScanner(delimiter: delimiter ?? UInt8(ascii: ","))
    try window.grow(to: Self.signatureLength)
    isEmpty = window.count == 0
    signature = window.withBytes {
      FileSignature.of(Bytes(rebasing: $0.prefix(Self.signatureLength)))
    }
    if signature != nil { return }
    if window.withBytes({ $0.starts(with: [0xEF, 0xBB, 0xBF]) }) { window.drop(3) }
    if delimiter == nil { scanner = RecordScanner(delimiter: try detectDelimiter()) }
  }

  /// Reads `file` from a place where a record starts.
  /// - Parameter bound: the offset up to which records are wanted.
  init(
    _ file: FileBytes, from place: RecordPlace, bound: Int = .max, delimiter: UInt8, blockSize: Int
  ) {
    window = ByteWindow(file, offset: place.offset, bound: bound, blockSize: blockSize)
    scanner = RecordScanner(delimiter: delimiter)
    isEmpty = false
    signature = nil
    nextLine = place.line
  }

  /// Goes to the next record; false at the end of the file.
  mutating func advance() throws(FileFault) -> Bool {
    repeat {
      begin()
      guard try scan() else { return false }
    } while end == 0
    return true
  }

  /// What separates fields.
  var delimiter: UInt8 { scanner.delimiter }

  /// The record that `advance` went to.
  @inline(__always)
  func withRecord<Result>(_ body: (RawRecord) -> Result) -> Result {
    window.withBytes { bytes in
      body(
        RawRecord(
          line: line, bytes: bytes.part(0..<end), fields: scanner.fields, fault: scanner.fault))
    }
  }

  /// Where the record stands that `advance` went to.
  var place: RecordPlace { RecordPlace(offset: window.offset, line: line) }

  /// Where the next record starts.
  var nextPlace: RecordPlace { RecordPlace(offset: window.offset + next, line: nextLine) }

  /// Calls `body` with the bytes from the next record's start that are in memory; there are some
  /// more behind them that mean nothing.
  mutating func withWindow<Result>(_ body: (Bytes) -> Result) -> Result {
    begin()
    return window.withBytes(body)
  }

  /// Goes on after records that somebody else read in the window: so many bytes and lines.
  mutating func skip(bytes: Int, lines: Int) {
    begin()
    window.drop(bytes)
    nextLine += lines
    line = nextLine
  }

  /// Reads on until the window holds a block; false when it did before.
  mutating func fill() throws(FileFault) -> Bool {
    begin()
    if window.isFull { return false }
    while !window.isFull, try window.grow() {}
    return true
  }

  private mutating func begin() {
    window.drop(next)
    line = nextLine
    next = 0
    end = 0
    scanner.begin(leniently: false)
  }

  private mutating func scan() throws(FileFault) -> Bool {
    while true {
      switch Self.scan(&scanner, window) {
      case .record(let end, let next): return accept(end, next)
      case .misquoted: scanner.begin(leniently: true)
      case .needsMore: if let more = try readOn() { return more }
      }
    }
  }

  /// Reads another block, or ends the record with the file; `nil` says to scan on.
  private mutating func readOn() throws(FileFault) -> Bool? {
    if window.count > Self.openLimit, scanner.isInQuotes, !scanner.isLenient {
      scanner.begin(leniently: true)
      return nil
    }
    if try window.grow() { return nil }
    if window.count == 0 { return false }
    if case .record(let end, let next) = Self.finish(&scanner, window) { return accept(end, next) }
    scanner.begin(leniently: true)
    return nil
  }

  /// Static, so that the scanner is changed in place while the window is read.
  private static func scan(
    _ scanner: inout RecordScanner, _ window: ByteWindow
  ) -> RecordScanner.Progress {
    window.withBytes { scanner.scan($0) }
  }

  private static func finish(
    _ scanner: inout RecordScanner, _ window: ByteWindow
  ) -> RecordScanner.Progress {
    window.withBytes { scanner.finish($0) }
  }

  private mutating func accept(_ end: Int, _ next: Int) -> Bool {
    self.end = end
    self.next = next
    nextLine = line + scanner.lineBreaks + 1
    return true
  }

  /// The delimiter that the first line has most of, outside quotation marks.
  private mutating func detectDelimiter() throws(FileFault) -> UInt8 {
    while true {
      let census = window.withBytes { DelimiterCensus($0) }
      if census.isComplete || window.count > 1024 * 1024 { return census.winner }
      if try !window.grow() { return census.winner }
    }
  }
}
