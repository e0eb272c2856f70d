import CScan
import TestSupport
import Testing

/// Every level of the scan gives what a plain state machine gives, one byte after the other.
@Suite("Structure of CSV bytes")
struct StructureTests {
  private static let levels: [cscan_level] = {
    let all = [CSCAN_PORTABLE, CSCAN_SSE2, CSCAN_AVX2]
    return all.filter { $0.rawValue <= cscan_best_level().rawValue }
  }()

  @Test func agreesWithOneByteAfterTheOther() {
    var random = SeededRandom(seed: 26)
    for _ in 0..<20_000 {
      let text = Self.text(&random)
      let slow = SlowScan(text)
      for level in Self.levels {
        let fast = Self.scan(text, level)
        #expect(fast.regular == slow.regular(inBlocksOf: 64), "\(level) of \(text)")
        let positions = slow.positions.filter { $0 < fast.regular }
        #expect(fast.positions == positions, "\(level) of \(text)")
        let feeds = positions.indices.filter { text[positions[$0]] == 10 }
        #expect(fast.feeds == feeds, "\(level) of \(text)")
        if fast.regular == text.count { #expect(fast.innerFeeds == slow.innerFeeds) }
      }
    }
  }

  @Test func findsWhatIsWritten() {
    let text = Array("a,\"b,\nc\",d\n\"e\"\"f\",g\n".utf8)
    for level in Self.levels {
      let found = Self.scan(text, level)
      #expect(found.positions == [1, 8, 10, 17, 19])
      #expect(found.innerFeeds == 1)
      #expect(found.regular == text.count)
    }
  }

  /// Fields and lines, sometimes quoted, and sometimes any bytes at all.
  private static func text(_ random: inout SeededRandom) -> [UInt8] {
    let parts = ["abc", ",", "\n", "\r\n", "\"x,\ny\"", "\"\"", "\"a\"\"b\"", "đ", ""]
    let wild = Int.random(in: 0..<4, using: &random) == 0
    let pieces = wild ? parts + ["\"", "a\"b", "\r"] : parts
    return (0..<Int.random(in: 0..<60, using: &random)).flatMap { _ in
      Array((pieces.randomElement(using: &random) ?? "").utf8)
    }
  }

  private static func scan(
    _ text: [UInt8], _ level: cscan_level
  ) -> (positions: [Int], feeds: [Int], innerFeeds: Int, regular: Int) {
    var positions = [UInt32](repeating: 0, count: text.count + Int(CSCAN_ROOM))
    var feeds = positions
    let found = cscan_structure(
      text, text.count, UInt8(ascii: ","), level, &positions, &feeds)
    return (
      positions.prefix(found.positions).map(Int.init), feeds.prefix(found.feeds).map(Int.init),
      found.inner_feeds, found.regular
    )
  }
}

/// A state machine that reads one byte after the other.
private struct SlowScan {
  private(set) var positions: [Int] = []
  private(set) var innerFeeds = 0
  private let count: Int
  /// Where the first quotation mark opens inside a field, or something follows a closing one.
  private var misplaced: Int?

  init(_ text: [UInt8]) {
    count = text.count
    var (isInside, mayOpen) = (false, true)
    var last: (closing: Bool, returned: Bool) = (false, false)
    for (offset, byte) in text.enumerated() where misplaced == nil {
      let isMark = [10, 34, 44].contains(byte)
      if last.closing, !isMark, byte != 13 { misplaced = offset }
      if last.returned, byte != 10 { misplaced = offset }
      last = (isInside && byte == 34, last.closing && byte == 13)
      if isInside, byte == 10 { innerFeeds += 1 }
      let isQuote = byte == UInt8(ascii: "\"")
      if isQuote, !isInside, !mayOpen { misplaced = offset }
      if isQuote { isInside.toggle() }
      let isStructure = !isInside && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n"))
      if isStructure, misplaced == nil { positions.append(offset) }
      mayOpen = isStructure || isQuote
    }
  }

  /// The scan stops at the block that holds the misplaced mark.
  func regular(inBlocksOf size: Int) -> Int { misplaced.map { $0 / size * size } ?? count }
}
