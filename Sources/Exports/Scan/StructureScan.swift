import CScan

/// Where the delimiters and line feeds of some bytes stand that are outside quotation marks.
final class StructureScan {
  /// So many bytes are scanned at once: what was found stays near the processor.
  static let reach = 32 * 1024

  /// The offsets, after one that stands for the delimiter before the first byte: the fields between
  /// number `n` and `n + 1` begin one byte after the first of them (`UInt32` wraps).
  let marks: UnsafeMutablePointer<UInt32>
  /// At the index of each line feed in `marks`: where its record ends, for the reader of records to say.
  let ends: UnsafeMutablePointer<UInt32>
  /// The indexes of line feeds, less one, in `marks`.
  let feeds: UnsafeMutablePointer<UInt32>
  /// How many line feeds there are.
  private(set) var feedCount = 0
  /// How many line feeds stand inside quotation marks.
  private(set) var innerFeeds = 0
  private let level: cscan_level

  /// - Parameter level: the instructions that may be used.
  init(level: cscan_level) {
    self.level = level
    let room = Self.reach + Int(CSCAN_ROOM) + 1
    marks = .make(room, of: 0)
    ends = .make(room, of: 0)
    feeds = .make(room, of: 0)
    marks[0] = .max
  }

  deinit {
    marks.deallocate()
    ends.deallocate()
    feeds.deallocate()
  }

  /// Scans the first of `bytes`, which begin where a record begins.
  func run(_ bytes: Bytes, delimiter: UInt8) {
    let found = cscan_structure(
      bytes.baseAddress, min(bytes.count, Self.reach), delimiter, level, marks + 1, feeds)
    feedCount = found.feeds
    innerFeeds = found.inner_feeds
  }
}
