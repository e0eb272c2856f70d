/// Where year, month and day stand in the ten bytes of a date.
protocol DateShape {
  /// Whether it is `02/09/2025`, not `2025-09-02`.
  static var isSlashed: Bool { get }
  /// The index of the day in a `DayTable`, and what keeps the bytes from being one; 0 for nothing.
  /// - Parameters:
  ///   - head: the first eight bytes.
  ///   - tail: the two after them, and any others.
  static func index(_ head: UInt64, _ tail: UInt64) -> (index: Int, flaw: UInt64)
}

/// `2025-09-02`.
enum DashedDate: DateShape {
  static let isSlashed = false

  @inline(__always)
  static func index(_ head: UInt64, _ tail: UInt64) -> (index: Int, flaw: UInt64) {
    let head = head ^ 0x2D30_302D_3030_3030
    let tail = (tail ^ 0x3030) & 0xFFFF
    let flaw = flaws(ofDigits: head) | flaws(ofDigits: tail) | head & 0xFF00_00FF_0000_0000
    let pairs = head &* 10 &+ head &>> 8
    let year = (pairs & 0xFF) &* 100 &+ pairs &>> 16 & 0xFF
    let found = DayTable.index(year, pairs &>> 40 & 0xFF, (tail & 0xF) &* 10 &+ tail &>> 8)
    return (found.index, flaw | found.flaw)
  }
}

/// `02/09/2025`.
enum SlashedDate: DateShape {
  static let isSlashed = true

  @inline(__always)
  static func index(_ head: UInt64, _ tail: UInt64) -> (index: Int, flaw: UInt64) {
    let head = head ^ 0x3030_2F30_302F_3030
    let tail = (tail ^ 0x3030) & 0xFFFF
    let flaw = flaws(ofDigits: head) | flaws(ofDigits: tail) | head & 0x0000_FF00_00FF_0000
    let pairs = head &* 10 &+ head &>> 8
    let year = (pairs &>> 48 & 0xFF) &* 100 &+ (tail & 0xF) &* 10 &+ tail &>> 8
    let found = DayTable.index(year, pairs &>> 24 & 0xFF, pairs & 0xFF)
    return (found.index, flaw | found.flaw)
  }
}

/// Reads dates of one shape.
struct DateKernel<Shape: DateShape>: CellKernel {
  /// The days.
  let entries: UnsafePointer<Int64>
  /// The greatest value allowed.
  let latest: Int64

  @inline(__always)
  func read(_ cell: UnsafePointer<UInt8>, _ count: Int) -> KernelCell {
    let (text, length) = unquoted(cell, count)
    let (index, flaw) = Shape.index(word(text), word(text, 8))
    let value = entries[index] &- 1
    let isSure =
      bit(length == 10) & bit(flaw == 0) & bit(entries[index] != 0) & bit(value <= latest)
    return KernelCell(value, isSure: isSure, isEmpty: bit(length == 0))
  }
}

/// Reads dates of one shape with a clock time: `2025-09-02T10:00` or `2025-09-02T10:00:00`.
struct TimestampKernel<Shape: DateShape>: CellKernel {
  /// The days.
  let entries: UnsafePointer<Int64>
  /// The greatest value allowed.
  let latest: Int64
  /// What may stand between date and time.
  let separators: (UInt8, UInt8)
  /// Whether the seconds may be left out, and whether they may stand there.
  let takes: (minutes: Bool, seconds: Bool)

  @inline(__always)
  func read(_ cell: UnsafePointer<UInt8>, _ count: Int) -> KernelCell {
    let (text, length) = unquoted(cell, count)
    let tail = word(text, 8)
    let (index, flaw) = Shape.index(word(text), tail)
    let isShort = length == 16
    let (seconds, fault) = Self.seconds(word(text, 11), isShort: isShort)
    let value = entries[index] &- 1 &+ Int64(truncatingIfNeeded: seconds) &* 1_000_000
    let separator = UInt8(truncatingIfNeeded: tail &>> 16)
    let isSeparated = bit(separator == separators.0) | bit(separator == separators.1)
    let isLength = bit(isShort) & bit(takes.minutes) | bit(length == 19) & bit(takes.seconds)
    let isSure =
      isLength & isSeparated & bit(flaw | fault == 0) & bit(entries[index] != 0)
      & bit(value <= latest)
    return KernelCell(value, isSure: isSure, isEmpty: bit(length == 0))
  }

  /// The seconds of `10:00:00`, and what keeps the bytes from being that; 0 for nothing.
  /// - Parameter isShort: whether the last three bytes are to be taken for `:00`.
  @inline(__always)
  private static func seconds(_ clock: UInt64, isShort: Bool) -> (seconds: UInt64, flaw: UInt64) {
    let whole = isShort ? clock & 0xFF_FFFF_FFFF | 0x3030_3A00_0000_0000 : clock
    let digits = whole ^ 0x3030_3A30_303A_3030
    let pairs = (digits &* 10 &+ digits &>> 8) & 0x00FF_0000_FF00_00FF
    let late = (pairs &+ 0x0044_0000_4400_0068) & 0x0080_0000_8000_0080
    let hours = pairs & 0xFF
    let seconds = hours &* 3600 &+ (pairs &>> 24 & 0xFF) &* 60 &+ pairs &>> 48
    return (seconds, flaws(ofDigits: digits) | digits & 0x0000_FF00_00FF_0000 | late)
  }
}
