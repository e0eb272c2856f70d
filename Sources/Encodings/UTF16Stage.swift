/// Decodes UTF-16 of either byte order (The Unicode Standard, section 3.9, D91).
struct UTF16Stage: DecodingStage {
  private let isBigEndian: Bool
  /// The first byte of a unit whose second comes with the next block.
  private var odd: UInt8?
  /// A high surrogate that waits for its other half; 0 for none.
  private var high: UInt16 = 0
  private var isAtStart = true

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  mutating func decode(
    _ block: UnsafeBufferPointer<UInt8>, isLast: Bool, into piece: inout DecodedPiece
  ) {
    var index = 0
    if let first = odd, let second = block.first {
      odd = nil
      take(unit(first, second), at: -1, &piece)
      index = 1
    }
    if isAtStart, index + 1 < block.count {
      take(unit(block[index], block[index + 1]), at: index, &piece)
      index += 2
    }
    while index + 1 < block.count {
      index = decodePlain(block, from: index, &piece)
      guard index + 1 < block.count else { break }
      take(unit(block[index], block[index + 1]), at: index, &piece)
      index += 2
    }
    if index < block.count { odd = block[index] }
    if isLast { end(&piece) }
  }

  private func unit(_ first: UInt8, _ second: UInt8) -> UInt16 {
    isBigEndian ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first)
  }

  /// Writes units that are characters; gives the index of the first that is a surrogate.
  private func decodePlain(
    _ block: UnsafeBufferPointer<UInt8>, from start: Int, _ piece: inout DecodedPiece
  ) -> Int {
    guard high == 0 else { return start }
    var index = start
    var end = piece.text + piece.count
    while index + 1 < block.count {
      let unit = unit(block[index], block[index + 1])
      if unit & 0xF800 == 0xD800 { break }
      end = Self.write(UInt32(unit), to: end)
      index += 2
    }
    piece.count = end - piece.text
    return index
  }

  /// Writes a code point below U+10000; gives where the next one goes.
  @inline(__always)
  private static func write(
    _ point: UInt32, to end: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    if point < 0x80 {
      end[0] = UInt8(truncatingIfNeeded: point)
      return end + 1
    }
    if point < 0x800 {
      end[0] = UInt8(truncatingIfNeeded: 0xC0 | point >> 6)
      end[1] = UInt8(truncatingIfNeeded: 0x80 | point & 0x3F)
      return end + 2
    }
    end[0] = UInt8(truncatingIfNeeded: 0xE0 | point >> 12)
    end[1] = UInt8(truncatingIfNeeded: 0x80 | point >> 6 & 0x3F)
    end[2] = UInt8(truncatingIfNeeded: 0x80 | point & 0x3F)
    return end + 3
  }

  /// Any unit, with what waits for it.
  private mutating func take(_ unit: UInt16, at offset: Int, _ piece: inout DecodedPiece) {
    defer { isAtStart = false }
    if isAtStart, unit == 0xFEFF { return }
    let isLow = unit & 0xFC00 == 0xDC00
    if high != 0, isLow { return join(unit, &piece) }
    if high != 0 { failHigh(before: offset, &piece) }
    if unit & 0xFC00 == 0xD800 {
      high = unit
    } else if isLow {
      piece.fail(.loneSurrogate, bytes(unit), at: offset)
    } else {
      piece.count = Self.write(UInt32(unit), to: piece.text + piece.count) - piece.text
    }
  }

  private mutating func join(_ low: UInt16, _ piece: inout DecodedPiece) {
    let point = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(low & 0x3FF))
    high = 0
    let end = piece.text + piece.count
    end[0] = UInt8(truncatingIfNeeded: 0xF0 | point >> 18)
    end[1] = UInt8(truncatingIfNeeded: 0x80 | point >> 12 & 0x3F)
    end[2] = UInt8(truncatingIfNeeded: 0x80 | point >> 6 & 0x3F)
    end[3] = UInt8(truncatingIfNeeded: 0x80 | point & 0x3F)
    piece.count += 4
  }

  private mutating func failHigh(before offset: Int, _ piece: inout DecodedPiece) {
    piece.fail(.loneSurrogate, bytes(high), at: offset - 2)
    high = 0
  }

  private mutating func end(_ piece: inout DecodedPiece) {
    if high != 0 { failHigh(before: odd == nil ? 0 : -1, &piece) }
    if let odd { piece.fail(.cutOff, [odd], at: -1) }
    odd = nil
  }

  private func bytes(_ unit: UInt16) -> [UInt8] {
    let (upper, lower) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return isBigEndian ? [upper, lower] : [lower, upper]
  }
}
