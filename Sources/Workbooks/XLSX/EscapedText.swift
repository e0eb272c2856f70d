/// The escapes of strings in Office Open XML (ECMA-376 part 1, 22.4.2.4, `ST_Xstring`): `_x000D_` is
/// a UTF-16 unit in hexadecimal, and `_x005F_` an underscore that would begin one.
enum EscapedText {
  private static let length = 7

  /// Resolves the escapes of `bytes` from `start` on, in place. Half a pair, which no text can hold,
  /// stays as it is written; so does zero.
  static func resolve(_ bytes: inout [UInt8], from start: Int) {
    guard var place = bytes[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
    var end = place
    while place < bytes.count {
      if let (scalar, length) = scalar(in: bytes, at: place) {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          bytes[end] = unit
          end += 1
        }
        place += length
      } else {
        bytes[end] = bytes[place]
        end += 1
        place += 1
      }
    }
    bytes.removeLast(bytes.count - end)
  }

  private static func scalar(in bytes: [UInt8], at place: Int) -> (Unicode.Scalar, Int)? {
    guard bytes[place] == UInt8(ascii: "_"), let unit = unit(in: bytes, at: place), unit > 0 else {
      return nil
    }
    if let scalar = Unicode.Scalar(unit) { return (scalar, length) }
    guard UTF16.isLeadSurrogate(unit), let second = self.unit(in: bytes, at: place + length),
      UTF16.isTrailSurrogate(second)
    else { return nil }
    let pair = UTF16.EncodedScalar([unit, second])
    return (UTF16.decode(pair), 2 * length)
  }

  private static func unit(in bytes: [UInt8], at place: Int) -> UInt16? {
    guard place + length <= bytes.count, bytes[place] == UInt8(ascii: "_"),
      bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[place + 2..<place + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
