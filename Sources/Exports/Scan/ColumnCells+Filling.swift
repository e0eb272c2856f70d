import Tables

/// Writing cells at rows, in room that is kept from batch to batch. A column may hold more rows than are
/// counted while it is filled; `trim` ends that.
extension ColumnCells {
  /// Calls `body` with room for the cells of `rows`, which are empty until somebody says otherwise.
  mutating func withSpace(
    _ rows: Range<Int>, _ doubts: UnsafeMutablePointer<Int32>, _ body: (CellSpace) -> Int
  ) -> Int {
    makeRoom(rows.upperBound)
    present.set(rows, false)
    readable.set(rows, true)
    var values: [Int64] = []
    swap(&values, &self.values)
    defer { swap(&values, &self.values) }
    return values.withUnsafeMutableBufferPointer { values in
      present.words.withUnsafeMutableBufferPointer { present in
        guard let values = values.baseAddress, let present = present.baseAddress else { return 0 }
        return body(
          CellSpace(values: values, present: present, first: rows.lowerBound, doubts: doubts))
      }
    }
  }

  /// Writes one reading into all of `rows`.
  mutating func fill(_ rows: Range<Int>, _ reading: CellReading) {
    makeRoom(rows.upperBound)
    let (value, isPresent, isReadable) = Self.parts(reading)
    for row in rows { values[row] = value }
    present.set(rows, isPresent)
    readable.set(rows, isReadable)
  }

  /// Writes a reading into a row that there is.
  mutating func set(_ row: Int, _ reading: CellReading) {
    (values[row], present[row], readable[row]) = Self.parts(reading)
  }

  private static func parts(_ reading: CellReading) -> (Int64, Bool, Bool) {
    switch reading {
    case .value(let value): (value, true, true)
    case .empty: (0, false, true)
    case .fault, .unknown: (0, false, false)
    }
  }

  /// Forgets rows from `count` on.
  mutating func trim(to count: Int) {
    if values.count > count { values.removeLast(values.count - count) }
    present.trim(to: count)
    readable.trim(to: count)
  }

  /// Calls `body` with each row whose cell has a value.
  func forEachPresent(_ rows: Range<Int>, _ body: (Int) -> Void) {
    for word in rows.words { word.forEachRow(present.words[word.index], body) }
  }

  /// Calls `body` with each row whose cell is empty.
  func forEachEmpty(_ rows: Range<Int>, _ body: (Int) -> Void) {
    for word in rows.words {
      word.forEachRow(readable.words[word.index] & ~present.words[word.index], body)
    }
  }

  /// Calls `body` with each row whose cell is empty or unreadable.
  func forEachAbsent(_ rows: Range<Int>, _ body: (Int) -> Void) {
    for word in rows.words { word.forEachRow(~present.words[word.index], body) }
  }

  private mutating func makeRoom(_ count: Int) {
    if values.count < count {
      values.append(contentsOf: repeatElement(0, count: count - values.count))
    }
    present.makeRoom(count)
    readable.makeRoom(count)
  }
}

extension Bitmap {
  /// Has words for `count` bits.
  fileprivate mutating func makeRoom(_ count: Int) {
    let wanted = (count + 63) / 64
    if words.count < wanted {
      words.append(contentsOf: repeatElement(0, count: wanted - words.count))
    }
  }

  /// Sets the bits of `rows`.
  fileprivate mutating func set(_ rows: Range<Int>, _ bit: Bool) {
    for word in rows.words {
      words[word.index] = words[word.index] & ~word.mask | (bit ? word.mask : 0)
    }
  }

  /// Has just `count` bits.
  fileprivate mutating func trim(to count: Int) {
    let wanted = (count + 63) / 64
    if words.count > wanted { words.removeLast(words.count - wanted) }
    if count % 64 > 0 { words[wanted - 1] &= ~(~0 << UInt64(count % 64)) }
    self.count = count
  }
}

/// The part of a range of rows that stands in one word of a mask.
private struct RowWord {
  let index: Int
  let mask: UInt64

  func forEachRow(_ bits: UInt64, _ body: (Int) -> Void) {
    var bits = bits & mask
    while bits != 0 {
      body(index * 64 + bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }
}

extension Range<Int> {
  /// The words in which bits for it stand.
  fileprivate var words: some Sequence<RowWord> {
    let range = self
    return (lowerBound / 64..<(upperBound + 63) / 64).lazy.map { index in
      let low = Swift.max(range.lowerBound - index * 64, 0)
      let high = Swift.min(range.upperBound - index * 64, 64)
      let mask = ~(UInt64.max << UInt64(high)) & UInt64.max << UInt64(low)
      return RowWord(index: index, mask: mask)
    }
  }
}
