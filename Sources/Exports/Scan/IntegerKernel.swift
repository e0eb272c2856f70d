/// Reads up to sixteen digits.
struct IntegerKernel: CellKernel {
  /// The values allowed.
  let range: ClosedRange<Int64>
  /// What a number without decimals is multiplied with.
  let factor: Int64

  @inline(__always)
  func read(_ cell: UnsafePointer<UInt8>, _ count: Int) -> KernelCell {
    let (digits, length) = unquoted(cell, count)
    if length > 8 { return readLong(digits, length) }
    let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* length)
    let packed = length == 0 ? 0 : (word(digits) ^ Self.zeros) &<< shift
    let value = Self.number(packed) &* factor
    let isSure = bit(flaws(ofDigits: packed) == 0) & bit(length != 0) & inRange(value)
    return KernelCell(value, isSure: isSure, isEmpty: bit(length == 0))
  }

  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  @inline(never)
  private func readLong(_ digits: UnsafePointer<UInt8>, _ length: Int) -> KernelCell {
    guard length <= 16, factor == 1 else { return KernelCell(0, isSure: 0, isEmpty: 0) }
    let high = (word(digits) ^ Self.zeros) &<< UInt64(truncatingIfNeeded: 128 &- 8 &* length)
    let low = word(digits, length &- 8) ^ Self.zeros
    let value = Self.number(high) &* 100_000_000 &+ Self.number(low)
    let isSure = bit(flaws(ofDigits: high) | flaws(ofDigits: low) == 0) & inRange(value)
    return KernelCell(value, isSure: isSure, isEmpty: 0)
  }

  @inline(__always)
  private func inRange(_ value: Int64) -> UInt64 {
    bit(value >= range.lowerBound) & bit(value <= range.upperBound)
  }

  /// The number that eight digits are, the first in the lowest byte: pairs, fours, all eight.
  @inline(__always)
  private static func number(_ digits: UInt64) -> Int64 {
    let pairs = (digits &* 10 &+ digits &>> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs &>> 16) & 0x0000_FFFF_0000_FFFF
    return Int64(truncatingIfNeeded: (fours &* 10_000 &+ fours &>> 32) & 0xFFFF_FFFF)
  }
}
