import Tables

/// Reading the cells that a format describes.
extension NumberFormat {
  /// The number `bytes` are, times ten to the power of `scale`; `nil` when they are none, when it
  /// has more decimals than `scale` that are not 0, or does not fit in 64 bits.
  func units(_ bytes: Bytes, scale: Int) -> Int64? {
    var index = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { index = 1 }
    var number = Accumulator()
    guard readWhole(bytes, &index, &number) else { return nil }
    guard readDecimals(bytes, &index, &number, scale), index == bytes.count else { return nil }
    return number.isTooGreat ? nil : isNegative ? -number.value : number.value
  }

  private func readWhole(_ bytes: Bytes, _ index: inout Int, _ number: inout Accumulator) -> Bool {
    let first = readDigits(bytes, &index, &number)
    guard first > 0, let groupMark, index < bytes.count, bytes[index] == groupMark else {
      return first > 0
    }
    guard first <= 3 else { return false }
    while index < bytes.count, bytes[index] == groupMark {
      index += 1
      guard readDigits(bytes, &index, &number) == 3 else { return false }
    }
    return true
  }

  @inline(__always)
  private func readDigits(_ bytes: Bytes, _ index: inout Int, _ number: inout Accumulator) -> Int {
    let start = index
    while index < bytes.count, bytes[index].digit < 10 {
      number.add(bytes[index].digit)
      index += 1
    }
    return index - start
  }

  private func readDecimals(
    _ bytes: Bytes, _ index: inout Int, _ number: inout Accumulator, _ scale: Int
  ) -> Bool {
    var count = 0
    if index < bytes.count, bytes[index] == decimalMark {
      index += 1
      let start = index
      while index < bytes.count, bytes[index].digit < 10 {
        let digit = bytes[index].digit
        index += 1
        if count == scale, digit != 0 { return false }
        if count == scale { continue }
        number.add(digit)
        count += 1
      }
      if index == start { return false }
    }
    for _ in count..<max(count, scale) { number.add(0) }
    return true
  }

  private struct Accumulator {
    var value: Int64 = 0
    var isTooGreat = false

    @inline(__always)
    mutating func add(_ digit: UInt8) {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int64(digit))
      isTooGreat = isTooGreat || overflow || carry
      value = sum
    }
  }
}
