import TestSupport
import Testing

@testable import Encodings

/// Blocks of any size give the same.
@Suite struct BlockTests {
  @Test(arguments: Encoding.allCases)
  func sizesDoNotShow(encoding: Encoding) throws {
    let encoder = try TestEncoder(encoding)
    for text in try Cases.lines("texts.txt").prefix(90) {
      guard let bytes = encoder.encode(text + "\n", last: true) else { continue }
      try expectSame(bytes, encoding)
      #expect(string(TextDecoder.decode(bytes, as: encoding).text) == text + "\n")
    }
  }

  private func expectSame(_ bytes: [UInt8], _ encoding: Encoding) throws {
    let whole = decode(bytes, as: encoding, blockSize: bytes.count)
    for size in 1...7 {
      let parts = decode(bytes, as: encoding, blockSize: size)
      #expect(parts.text == whole.text, "\(encoding) \(size)")
      #expect(parts.faults == whole.faults, "\(encoding) \(size)")
    }
  }

  /// Bytes that look like letters more often than not, and bytes at random.
  @Test(arguments: Encoding.allCases)
  func anyBytesDecode(encoding: Encoding) throws {
    let encoder = try TestEncoder(encoding)
    var numbers = SeededRandom(seed: 1258)
    for _ in 0..<Effort.rounds(400) {
      let bytes = Self.bytes(encoding, &numbers)
      try expectSame(bytes, encoding)
      let (text, faults) = TextDecoder.decode(bytes, as: encoding)
      #expect(Array(string(text).utf8) == text)
      guard faults.isEmpty, !text.starts(with: [0xEF, 0xBB, 0xBF]) else { continue }
      let again = try #require(encoder.encode(string(text)))
      #expect(TextDecoder.decode(again, as: encoding).text == text)
      if Self.hasOneForm(encoding), !Self.hasMark(bytes) { #expect(again == bytes) }
    }
  }

  /// In the other two a letter may be written in several ways.
  private static func hasOneForm(_ encoding: Encoding) -> Bool {
    encoding != .windows1258 && encoding != .vni
  }

  private static func hasMark(_ bytes: [UInt8]) -> Bool {
    [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].contains { bytes.starts(with: $0) }
  }

  private static func bytes(_ encoding: Encoding, _ numbers: inout SeededRandom) -> [UInt8] {
    let letters = Array("aeouyAEOUYi,\n".utf8)
    let wide: [UInt8] = [0, 0x1E, 0xD8, 0xDC, 0xDF, 0x61, 0x0A]
    return (0..<numbers.roll(1...24)).map { _ in
      switch numbers.next(4) {
      case 0: letters[numbers.next(letters.count)]
      case 1 where encoding == .utf16LE || encoding == .utf16BE: wide[numbers.next(wide.count)]
      case 1, 2: UInt8(0x80 + numbers.next(128))
      default: UInt8(numbers.next(256))
      }
    }
  }
}
