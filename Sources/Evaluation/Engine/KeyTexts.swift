import Foundation

/// The texts of keys one after the other, found again by where they stand.
struct KeyTexts {
  private var bytes: [UInt8] = []
  private static let header = 4

  /// How many bytes there are.
  var size: Int { bytes.count }

  /// Adds a text; returns where it stands.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let place = Int32(bytes.count)
    withUnsafeBytes(of: UInt32(text.count)) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: text)
    return place
  }

  /// Calls `body` with a text; its bytes are valid during the call.
  @inline(__always)
  func withText<Result>(
    at place: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBytes { bytes in
      let count = Int(bytes.loadUnaligned(fromByteOffset: Int(place), as: UInt32.self))
      let start = Int(place) + Self.header
      return body(
        UnsafeRawBufferPointer(rebasing: bytes[start..<start + count]).assumingMemoryBound(
          to: UInt8.self))
    }
  }

  /// A text.
  func text(at place: Int32) -> String {
    withText(at: place) { String(decoding: $0, as: UTF8.self) }
  }

  /// The head of a text.
  func head(at place: Int32) -> KeyHead { withText(at: place) { KeyHead($0) } }

  /// How many bytes a text takes.
  func size(at place: Int32) -> Int { withText(at: place) { $0.count } + Self.header }

  /// Whether a text comes before another.
  func isText(at place: Int32, before other: UnsafeBufferPointer<UInt8>) -> Bool {
    withText(at: place) { $0.order(to: other) < 0 }
  }

  /// Whether a record is named before another: by their keys, then by file and line.
  func isOrdered(_ left: Totals.Proof, _ right: Totals.Proof) -> Bool {
    let order = withText(at: left.key) { text in
      withText(at: right.key) { text.order(to: $0) }
    }
    if order != 0 { return order < 0 }
    return (left.file, left.piece, left.line) < (right.file, right.piece, right.line)
  }
}

/// The first sixteen bytes of a text: texts are in the order of their heads, where these differ. Texts of
/// keys are composed (NFC), so that the order of their bytes is that of `String`.
struct KeyHead: Comparable {
  private let high: UInt64
  private let low: UInt64

  private init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// Greater than that of any text: no byte of one is 255.
  static let greatest = KeyHead(high: .max, low: .max)
  /// That of an empty text.
  static let least = KeyHead(high: 0, low: 0)

  /// The head of a text.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>) {
    high = Self.word(text, 0)
    low = Self.word(text, 8)
  }

  @inline(__always)
  private static func word(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt64 {
    if text.count >= offset + 8 {
      return UInt64(
        bigEndian: UnsafeRawBufferPointer(text).loadUnaligned(
          fromByteOffset: offset, as: UInt64.self))
    }
    var word: UInt64 = 0
    for index in offset..<offset + 8 {
      word = word << 8 | (index < text.count ? UInt64(text[index]) : 0)
    }
    return word
  }

  @inline(__always)
  static func < (left: KeyHead, right: KeyHead) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Less than zero when its bytes come before others, zero when they are the same.
  @inline(__always)
  fileprivate func order(to other: UnsafeBufferPointer<UInt8>) -> Int {
    if let own = baseAddress, let others = other.baseAddress {
      let order = memcmp(own, others, Swift.min(count, other.count))
      if order != 0 { return Int(order) }
    }
    return count - other.count
  }
}
