/// Some bytes of a file; valid only while they are being read.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")

  /// 0 to 9 for a digit, more for anything else.
  var digit: UInt8 { self &- UInt8(ascii: "0") }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a range.
  func part(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

  /// The bytes without spaces, control characters and no-break spaces (C2 A0) at both ends.
  var trimmed: Bytes {
    var low = 0
    var high = count
    while low < high {
      if self[low] <= .space {
        low += 1
      } else if isNoBreakSpace(low, high) {
        low += 2
      } else {
        break
      }
    }
    while low < high {
      if self[high - 1] <= .space {
        high -= 1
      } else if high - low >= 2, isNoBreakSpace(high - 2, high) {
        high -= 2
      } else {
        break
      }
    }
    return low == 0 && high == count ? self : part(low..<high)
  }

  private func isNoBreakSpace(_ index: Int, _ end: Int) -> Bool {
    self[index] == 0xC2 && index + 1 < end && self[index + 1] == 0xA0
  }

  /// Whether all bytes are ASCII.
  var isASCII: Bool { allSatisfy { $0 < 0x80 } }

  /// The text, or `nil` when the bytes are no UTF-8.
  var text: String? { String(validating: self, as: UTF8.self) }

  /// The text, with the replacement character for what is no UTF-8.
  var shown: String { String(decoding: self, as: UTF8.self) }
}
