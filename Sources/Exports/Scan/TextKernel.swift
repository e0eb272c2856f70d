import Tables

/// Copies texts that stand for themselves: surely composed (NFC), without a quotation mark inside and
/// without a blank at either end. All else is doubt. Nothing is looked up, so texts that are all different
/// cost no more.
struct TextKernel {
  private let run: CellRun
  private let field: Int

  /// For one field of all records of a run.
  init(_ run: CellRun, field: Int) { (self.run, self.field) = (run, field) }

  /// How many bytes of room it takes: cells are copied eight bytes at a time.
  var room: Int {
    let (before, end) = run.edges(of: field)
    var room = 8
    for index in 0..<run.count {
      let base = Int(run.bases[index])
      room += Int(end[base]) - Int(before[base] &+ 1)
    }
    return room
  }

  /// Copies the texts into rows that are empty.
  /// - Parameter used: how many of `bytes` are used, before and after.
  /// - Returns: how many cells are in doubt.
  func fill(
    _ space: CellSpace, _ bytes: UnsafeMutablePointer<UInt8>, used: inout Int
  ) -> Int {
    let (before, end) = run.edges(of: field)
    var doubts = 0
    for index in 0..<run.count {
      let base = Int(run.bases[index])
      let start = Int(before[base] &+ 1)
      let size = Int(end[base]) &- start
      let row = space.first &+ index
      space.values[row] = 0
      if size == 0 { continue }
      let (text, count) = unquoted(run.bytes + start, size)
      if !Self.copy(text, count, to: bytes + used) {
        space.doubts[doubts] = Int32(truncatingIfNeeded: index)
        doubts += 1
      } else if count > 0 {
        space.values[row] = ColumnCells.TextPlace(start: used, count: count).value
        space.present[row >> 6] |= 1 << UInt64(row & 63)
        used += count
      }
    }
    return doubts
  }

  /// Copies a cell; false when it has to be read more slowly.
  @inline(__always)
  private static func copy(
    _ text: UnsafePointer<UInt8>, _ count: Int, to space: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    var (marks, others): (UInt64, UInt64) = (0, 0)
    var offset = 0
    while offset < count {
      let left = UInt64(truncatingIfNeeded: min(8, count &- offset))
      let eight = word(text, offset) & (.max &>> (64 &- 8 &* left))
      UnsafeMutableRawPointer(space + offset).storeBytes(of: eight.littleEndian, as: UInt64.self)
      marks |= quotationMarks(in: eight)
      others |= eight & 0x8080_8080_8080_8080
      offset &+= 8
    }
    guard marks == 0, count == 0 || text[0] > .space && text[count - 1] > .space else {
      return false
    }
    return others == 0 || isComposed(text, count)
  }

  /// Whether a text is UTF-8 that is surely composed, without a no-break space at either end; see
  /// `isSurelyComposed`.
  private static func isComposed(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    func isRest(_ index: Int) -> Bool { index < count && text[index] & 0xC0 == 0x80 }
    func isBlank(_ index: Int) -> Bool { text[index] == 0xC2 && text[index + 1] == 0xA0 }
    var index = 0
    while index < count {
      switch text[index] {
      case ..<0x80: index += 1
      case 0xC2..<0xCC where isRest(index + 1): index += 2
      case 0xE1 where isRest(index + 2) && (0xB8...0xBB).contains(text[index + 1]): index += 3
      default: return false
      }
    }
    return !isBlank(0) && !isBlank(count - 2)
  }

  /// Not zero when one of eight bytes is a quotation mark.
  @inline(__always)
  private static func quotationMarks(in eight: UInt64) -> UInt64 {
    let marks = eight ^ 0x2222_2222_2222_2222
    return (marks &- 0x0101_0101_0101_0101) & ~marks & 0x8080_8080_8080_8080
  }
}

extension ColumnCells {
  /// Copies one field of all records of a run into `rows`, for a column whose texts have no codes;
  /// returns how many are in doubt.
  mutating func fillTexts(
    _ run: CellRun, field: Int, _ rows: Range<Int>, _ doubts: UnsafeMutablePointer<Int32>
  ) -> Int {
    let kernel = TextKernel(run, field: field)
    var bytes: [UInt8] = []
    swap(&bytes, &self.bytes)
    defer { swap(&bytes, &self.bytes) }
    var used = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: kernel.room))
    let inDoubt = withSpace(rows, doubts) { space in
      bytes.withUnsafeMutableBufferPointer { bytes in
        bytes.baseAddress.map { kernel.fill(space, $0, used: &used) } ?? 0
      }
    }
    bytes.removeLast(bytes.count - used)
    return inDoubt
  }
}
