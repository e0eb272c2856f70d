import Diagnostics

/// Gathers what tells the encoding of a file, block by block; what it keeps does not grow with the
/// file (see `WordSurvey`).
package struct EncodingSurvey: Sendable {
  /// The first bytes, until they tell whether this is UTF-16.
  private var head: [UInt8] = []
  private var hasBegun = false
  private var mark: Encoding?
  private var wide: WideText?
  private var zeros = 0
  private var byteCount = 0
  /// Words of the text, of UTF-16 as UTF-8.
  private var survey = WordSurvey()
  /// Turns UTF-16 into UTF-8; checks whether the rest is UTF-8.
  private var decoder = TextDecoder(.utf8, faultLimit: 0)

  /// Nothing yet.
  package init() {}

  /// Takes the next bytes of the file.
  package mutating func add(_ block: UnsafeBufferPointer<UInt8>) {
    if hasBegun { return gather(block) }
    head.append(contentsOf: block)
    if head.count >= WideText.sampleSize { begin() }
  }

  /// What the bytes so far tell.
  ///
  /// - Parameter isWhole: whether they are the whole file; else what they end in is left out.
  package func guess(isWhole: Bool) -> EncodingGuess {
    var end = self
    if !end.hasBegun { end.begin() }
    if isWhole { end.finish() }
    return end.answer(isWhole)
  }

  private mutating func begin() {
    hasBegun = true
    mark = Encoding.mark(of: head)
    wide = mark == nil ? WideText(head) : nil
    decoder = TextDecoder(mark ?? wide?.encoding ?? .utf8, faultLimit: 0)
    let first = mark == .utf8 ? Array(head.dropFirst(3)) : head
    head = []
    first.withUnsafeBufferPointer { gather($0) }
  }

  private var isWide: Bool { decoder.encoding != .utf8 }

  /// Whether all bytes so far are well-formed UTF-8.
  private var isUTF8: Bool { !isWide && decoder.faultCount == 0 }

  /// Text has no zero bytes, but for one that a program lost there.
  private var isBinary: Bool { zeros * 100 > byteCount }

  private mutating func gather(_ block: UnsafeBufferPointer<UInt8>) {
    var text: [UInt8] = []
    if isWide || isUTF8 { decoder.decode(block, into: &text) }
    if isWide { return survey.add(text) }
    survey.add(block)
    zeros += block.count { $0 == 0 }
    byteCount += block.count
  }

  private mutating func finish() {
    var text: [UInt8] = []
    decoder.finish(into: &text)
    if isWide { survey.add(text) }
    survey.endWord()
  }

  private func answer(_ isWhole: Bool) -> EncodingGuess {
    if let mark { return EncodingGuess(.decided(mark), .byteOrderMark(mark), survey) }
    if let wide { return EncodingGuess(.decided(wide.encoding), wide.evidence, survey) }
    if isBinary { return EncodingGuess(.undecided([]), .zeroBytes(zeros, of: byteCount)) }
    return EncodingVerdict(survey, isUTF8: isUTF8, isWhole).guess
  }
}

/// UTF-16 without a byte order mark: one byte of most of its characters is zero, and of text in
/// Latin letters, digits and delimiters it is nearly always the same one of the two (of decomposed
/// text the other too, in U+0300).
struct WideText: Sendable {
  let encoding: Encoding
  let evidence: Text

  /// How many bytes are looked at.
  static let sampleSize = 4096

  /// `nil` where the bytes are not such.
  init?(_ head: [UInt8]) {
    let sample = head.prefix(Self.sampleSize)
    let units = sample.count / 2
    let even = stride(from: 0, to: units * 2, by: 2).count { sample[$0] == 0 }
    let odd = stride(from: 1, to: units * 2, by: 2).count { sample[$0] == 0 }
    let (more, fewer) = (max(even, odd), min(even, odd))
    guard more >= 2, more * 2 >= units, fewer * 4 <= more else { return nil }
    encoding = odd > even ? .utf16LE : .utf16BE
    evidence = .zeroPlaces(more, of: units, isSecond: odd > even)
  }
}

extension Encoding {
  /// The encoding that a byte order mark at the start names.
  fileprivate static func mark(of head: [UInt8]) -> Encoding? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LE }
    return head.starts(with: [0xFE, 0xFF]) ? .utf16BE : nil
  }
}
