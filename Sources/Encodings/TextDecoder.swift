/// Turns the bytes of a file into UTF-8, block by block.
///
/// Blocks may have any size: what a block ends inside of is kept for the next one. The text of the
/// legacy encodings is composed (NFC): each letter of Vietnamese is one code point. The text of
/// UTF-8 and UTF-16 is left as it is, composed or not, but for a byte order mark at the start,
/// which is dropped. What does not decode becomes U+FFFD, or one byte that is asked for, and is
/// reported; decoding goes on behind it.
package struct TextDecoder: Sendable {
  /// The encoding it reads.
  package let encoding: Encoding
  /// The first faults, in the order in which they stand; as many as asked for.
  package private(set) var faults: [DecodingFault] = []
  /// How many faults there were, those beyond the limit too.
  package private(set) var faultCount = 0

  private let faultLimit: Int
  private let replacement: PackedLetter
  private var stage: any DecodingStage
  /// Bytes of earlier blocks.
  private var offset = 0
  /// How much text was given out.
  private var textOffset = 0
  private var line = 1

  /// - Parameters:
  ///   - faultLimit: how many faults to keep.
  ///   - faultByte: what to write for each of them instead of U+FFFD; a byte that is no UTF-8 tells
  ///     them from the U+FFFD that stand in the file.
  package init(_ encoding: Encoding, faultLimit: Int = 1000, faultByte: UInt8? = nil) {
    self.encoding = encoding
    replacement = faultByte.map { PackedLetter(byte: $0) } ?? .replacement
    self.faultLimit = faultLimit
    stage = encoding.stage
  }

  /// Appends the text of the next bytes of the file.
  package mutating func decode(_ block: UnsafeBufferPointer<UInt8>, into text: inout [UInt8]) {
    decode(block, isLast: false, into: &text)
  }

  /// Appends what was kept of the last block.
  package mutating func finish(into text: inout [UInt8]) {
    decode(UnsafeBufferPointer(start: nil, count: 0), isLast: true, into: &text)
  }

  /// The text of a whole file, or part of one, that is in memory, and its faults.
  package static func decode(
    _ bytes: [UInt8], as encoding: Encoding
  ) -> (text: [UInt8], faults: [DecodingFault]) {
    var decoder = TextDecoder(encoding)
    var text: [UInt8] = []
    bytes.withUnsafeBufferPointer { decoder.decode($0, into: &text) }
    decoder.finish(into: &text)
    return (text, decoder.faults)
  }

  private mutating func decode(
    _ block: UnsafeBufferPointer<UInt8>, isLast: Bool, into text: inout [UInt8]
  ) {
    let room = 3 * block.count + DecodedPiece.slack
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { room in
      guard let start = room.baseAddress else { return }
      var piece = DecodedPiece(start, replacement)
      stage.decode(block, isLast: isLast, into: &piece)
      let written = UnsafeBufferPointer(start: start, count: piece.count)
      note(piece.faults, in: written)
      text.append(contentsOf: written)
    }
    offset += block.count
  }

  /// Finds the lines of faults, and counts the lines of the text.
  private mutating func note(
    _ found: [DecodedPiece.Fault], in text: UnsafeBufferPointer<UInt8>
  ) {
    var counted = 0
    for fault in found.prefix(faultLimit - faults.count) {
      line += text.lineFeeds(counted, fault.position)
      counted = fault.position
      faults.append(
        DecodingFault(
          kind: fault.kind, offset: offset + fault.offset, line: line,
          textOffset: textOffset + fault.position, bytes: fault.bytes))
    }
    faultCount += found.count
    line += text.lineFeeds(counted, text.count)
    textOffset += text.count
  }
}

/// One encoding's part of decoding.
protocol DecodingStage: Sendable {
  /// Writes the text of a block; keeps back what the block ends inside of, unless it is the last.
  mutating func decode(
    _ block: UnsafeBufferPointer<UInt8>, isLast: Bool, into piece: inout DecodedPiece)
}

extension Encoding {
  fileprivate var stage: any DecodingStage {
    switch self {
    case .utf8: UTF8Stage()
    case .utf16LE: UTF16Stage(isBigEndian: false)
    case .utf16BE: UTF16Stage(isBigEndian: true)
    case .windows1258: CodePageStage(.windows1258)
    case .windows1252: CodePageStage(.windows1252)
    case .tcvn3: CodePageStage(.tcvn3)
    case .vni: CodePageStage(.vni)
    case .viscii: CodePageStage(.viscii)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many of the bytes from `start` up to `end` are line feeds.
  fileprivate func lineFeeds(_ start: Int, _ end: Int) -> Int {
    UnsafeBufferPointer(rebasing: self[start..<end]).reduce(into: 0) { count, byte in
      count &+= byte == UInt8(ascii: "\n") ? 1 : 0
    }
  }
}
