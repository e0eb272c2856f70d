/// Goes through the records that a scan has found.
struct RecordWalk {
  /// Where the next record begins.
  private(set) var start = 0
  /// On which line.
  private(set) var line: Int
  /// The bytes of the next record, with its line feed, when it has another number of fields than the
  /// file has headers, or no content.
  private(set) var irregular: Range<Int>?
  private let scan: StructureScan
  private let feedCount: Int
  private let hasInnerFeeds: Bool
  private let bytes: UnsafePointer<UInt8>
  private let fieldCount: Int
  private let bound: Int
  private var feed = 0
  /// The index in `scan.marks` of what stands before the next record.
  private var base = 0

  /// Goes through records of `bytes` that begin before `bound`.
  init(
    _ scan: StructureScan, _ bytes: UnsafePointer<UInt8>, line: Int, fieldCount: Int, bound: Int
  ) {
    self.scan = scan
    feedCount = scan.feedCount
    hasInnerFeeds = scan.innerFeeds > 0
    self.bytes = bytes
    self.line = line
    self.fieldCount = fieldCount
    self.bound = bound
  }

  /// Writes, for up to `most` regular records that follow each other, the index in `scan.marks` of what
  /// stands before them, and their lines. Returns how many there are.
  mutating func collect(
    _ bases: UnsafeMutablePointer<UInt32>, _ lines: UnsafeMutablePointer<Int>, most: Int
  ) -> Int {
    var count = 0
    while count < most, feed < feedCount, start < bound {
      let next = Int(scan.feeds[feed]) &+ 1
      let feedPlace = Int(scan.marks[next])
      let hasReturn = feedPlace > start && bytes[feedPlace &- 1] == .carriageReturn
      let end = hasReturn ? feedPlace &- 1 : feedPlace
      let length = end &- start
      if next &- base == fieldCount, length >= fieldCount {
        scan.ends[next] = UInt32(truncatingIfNeeded: end)
        bases[count] = UInt32(truncatingIfNeeded: base)
        lines[count] = line
        count &+= 1
      } else if length > 0 {
        irregular = start..<feedPlace &+ 1
        return count
      }
      pass(next, feedPlace)
    }
    return count
  }

  /// Goes on after the irregular record.
  mutating func skip() {
    guard let range = irregular else { return }
    irregular = nil
    pass(Int(scan.feeds[feed]) + 1, range.upperBound - 1)
  }

  /// What `collect` found.
  func run(_ bases: UnsafePointer<UInt32>, _ count: Int) -> CellRun {
    CellRun(
      bytes: bytes, marks: scan.marks, ends: scan.ends, bases: bases, count: count,
      fieldCount: fieldCount)
  }

  @inline(__always)
  private mutating func pass(_ next: Int, _ feedPlace: Int) {
    line &+= 1
    if hasInnerFeeds { line &+= innerFeeds(start..<feedPlace) }
    base = next
    start = feedPlace &+ 1
    feed &+= 1
  }

  private func innerFeeds(_ range: Range<Int>) -> Int {
    UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count).reduce(0) {
      $0 &+ ($1 == .lineFeed ? 1 : 0)
    }
  }
}
