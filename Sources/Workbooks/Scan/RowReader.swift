import Glibc

/// Reads the XML of sheets: rows that are written plainly with a scanner, which takes a third of the
/// time, and everything else with expat. Expat never sees the scanned rows; since each is a whole
/// element, what it does see is a well-formed sheet with fewer rows.
final class RowReader {
  private let handler: any RowHandler
  private let events: XMLEvents
  private let reader: ZipEntryReader
  private let prefersExpat: Bool
  /// One byte longer than it is ever filled: the scanner stops at the zero behind the last.
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  private static let capacity = 1 << 18

  init(
    _ part: String, of archive: ZipArchive, _ handler: any RowHandler, prefersExpat: Bool
  ) throws(WorkbookError) {
    self.handler = handler
    self.prefersExpat = prefersExpat
    events = try XMLEvents(handler, path: archive.file.path, part: part)
    reader = try archive.open(part)
    buffer = .allocate(capacity: Self.capacity + 1)
  }

  deinit { buffer.deallocate() }

  /// Reads to the end, or to where the handler halts.
  func read() throws(WorkbookError) {
    while handler.halt == nil, try fill() {
      if !mayScan {
        try feedPastMark()
      } else if !scanRows() {
        try feedPastMark()
      }
    }
    try events.finish()
  }

  private var mayScan: Bool {
    !prefersExpat && handler.isBetweenRows && events.isAtTagEnd && events.isPlain
      && handler.mayScan(events)
  }

  /// Moves what is left to the front and reads on; whether there is anything to work on.
  private func fill() throws(WorkbookError) -> Bool {
    if start > 0, let base = buffer.baseAddress {
      memmove(base, base + start, end - start)
      (start, end) = (0, end - start)
    }
    while end < Self.capacity, !isAtEnd {
      let rest = UnsafeMutableBufferPointer(rebasing: buffer[end..<Self.capacity])
      let count = try reader.read(into: rest)
      end += count
      isAtEnd = count == 0
    }
    buffer[end] = 0
    return start < end
  }

  /// Scans as many rows as it can; whether it got on without expat.
  private func scanRows() -> Bool {
    var bytes = ByteScanner(UnsafeBufferPointer(rebasing: buffer[start...end]))
    let first = start
    while handler.halt == nil {
      let outcome = handler.scan(&bytes)
      if outcome == .row {
        start = first + bytes.offset
        continue
      }
      return outcome == .needsMore && start > first && !isAtEnd
    }
    return true
  }

  /// Feeds expat up to a place where the scanner may take over, or as far as the bytes go.
  private func feedPastMark() throws(WorkbookError) {
    let mark = handler.mark
    let stop = place(past: mark) ?? (isAtEnd ? end : max(start + 1, end - mark.count))
    try events.feed(UnsafeBufferPointer(rebasing: buffer[start..<stop]))
    start = stop
  }

  private func place(past mark: [UInt8]) -> Int? {
    var place = start
    while let base = buffer.baseAddress,
      let found = memchr(base + place, Int32(UInt8(ascii: "<")), end - place)
    {
      place = found - UnsafeMutableRawPointer(base)
      if end - place < mark.count { return nil }
      if memcmp(base + place, mark, mark.count) == 0 { return place + mark.count }
      place += 1
    }
    return nil
  }
}
