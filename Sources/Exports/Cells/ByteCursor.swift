/// Reads bytes from left to right; each reader moves on only when it finds what it wants.
struct ByteCursor {
  private let bytes: Bytes
  private var index = 0

  /// Starts at the first of `bytes`.
  init(_ bytes: Bytes) { self.bytes = bytes }

  /// How many bytes were taken.
  var position: Int { index }

  /// Whether nothing is left.
  var isAtEnd: Bool { index == bytes.count }

  /// The next byte, without moving on.
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Takes `byte`.
  mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Takes a number of at least `least` and at most `most` digits.
  mutating func number(_ least: Int, _ most: Int) -> Int? {
    var value = 0
    var end = index
    while end < bytes.count, end - index < most, bytes[end].digit < 10 {
      value = value * 10 + Int(bytes[end].digit)
      end += 1
    }
    guard end - index >= least else { return nil }
    index = end
    return value
  }

  /// Takes two letters, and gives them in lower case.
  mutating func twoLetters() -> (UInt8, UInt8)? {
    guard index + 2 <= bytes.count else { return nil }
    index += 2
    return (bytes[index - 2] | 0x20, bytes[index - 1] | 0x20)
  }

  /// Takes a fraction of a second (`.25`), in microseconds; further digits are cut off.
  mutating func fraction() -> Int64? {
    guard take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")) else { return 0 }
    var value: Int64 = 0
    var digits = 0
    while let digit = next?.digit, digit < 10 {
      if digits < 6 { value = value * 10 + Int64(digit) }
      digits += 1
      index += 1
    }
    for _ in min(digits, 6)..<6 { value *= 10 }
    return digits == 0 ? nil : value
  }

  /// Takes `Z`, `+07:00` or `+0700`, in seconds east of UTC.
  mutating func offset() -> Int? {
    if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return 0 }
    let isEast = take(UInt8(ascii: "+"))
    guard isEast || take(UInt8(ascii: "-")), let hours = number(2, 2) else { return nil }
    _ = take(UInt8(ascii: ":"))
    guard let minutes = number(2, 2), hours < 24, minutes < 60 else { return nil }
    return (isEast ? 1 : -1) * (hours * 60 + minutes) * 60
  }
}
