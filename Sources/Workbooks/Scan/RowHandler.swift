/// What came of scanning a row.
enum ScanOutcome {
  case row
  /// The bytes end inside the row.
  case needsMore
  /// The row has something that is expat's to read.
  case unusual
  /// No row begins here.
  case noRow
}

/// Takes the events of a part with rows, and can scan rows that are written plainly by itself.
protocol RowHandler: XMLHandler {
  /// Whether expat stands where a row may begin, so that the scanner may take over.
  var isBetweenRows: Bool { get }
  /// The bytes after which that may be so the next time.
  var mark: [UInt8] { get }

  /// Looks at what the outermost element declares; whether rows may be scanned at all.
  func mayScan(_ events: XMLEvents) -> Bool

  /// Scans a row and takes it, or leaves everything as it was.
  func scan(_ bytes: inout ByteScanner) -> ScanOutcome
}
