/// Reads fixed notations (dates, clock times, offsets) byte by byte; ASCII digits only.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  /// Starts at the beginning of `text`.
  init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

  /// Whether everything was read.
  var isAtEnd: Bool { position == bytes.count }

  /// The byte to be read next.
  var next: UInt8? { isAtEnd ? nil : bytes[position] }

  /// Reads `character` if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == character.value else { return false }
    position += 1
    return true
  }

  /// Reads one digit if one comes next.
  mutating func digit() -> Int? {
    guard let next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) else { return nil }
    position += 1
    return Int(next - UInt8(ascii: "0"))
  }

  /// Reads a number of exactly `digits` digits.
  mutating func number(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// Reads a date such as `2025-09-02`.
  mutating func day() -> Day? {
    guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
      let day = number(digits: 2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Reads a clock time such as `17:00`, `17:00:30` or `17:00:30.25`, in nanoseconds of the day.
  mutating func clock() -> Int64? {
    guard let hour = number(digits: 2), hour < 24, take(":"), let minute = sixtieth() else {
      return nil
    }
    let minutes = Int64(hour * 60 + minute) * 60_000_000_000
    guard take(":") else { return minutes }
    guard let second = sixtieth(), let fraction = fraction() else { return nil }
    return minutes + Int64(second) * 1_000_000_000 + fraction
  }

  /// Reads a number from `00` to `59`.
  mutating func sixtieth() -> Int? {
    guard let value = number(digits: 2), value < 60 else { return nil }
    return value
  }

  /// Reads a fraction of a second of up to nine digits, in nanoseconds; 0 where there is none.
  private mutating func fraction() -> Int64? {
    guard take(".") else { return 0 }
    var (value, count): (Int64, Int) = (0, 0)
    while let digit = digit() {
      value = value * 10 + Int64(digit)
      count += 1
      if count > 9 { return nil }
    }
    guard count > 0 else { return nil }
    for _ in count..<9 { value *= 10 }
    return value
  }

  /// Reads `Z` or an offset such as `+07:00`, in seconds east of UTC.
  mutating func offset() -> Int? {
    if take("Z") { return 0 }
    let west = take("-")
    guard west || take("+"), let size = unsignedOffset() else { return nil }
    return west ? -size : size
  }

  /// Reads an offset without a sign, less than a day, in seconds.
  mutating func unsignedOffset() -> Int? {
    guard let hours = number(digits: 2), hours < 24, take(":"), let minutes = sixtieth() else {
      return nil
    }
    return hours * 3600 + minutes * 60
  }
}

extension String {
  /// A number with zeros before it, at least `width` digits.
  init(_ value: Int, width: Int) {
    let digits = String(value.magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, width - digits.utf8.count))
    self = (value < 0 ? "-" : "") + zeros + digits
  }
}
