import Tables

/// A set of a text column's codes.
struct CodeSet: Sendable {
  private var words: [UInt64] = []

  /// Adds the codes of all cells that have a value.
  mutating func add(_ cells: ColumnCells) {
    var most: Int64 = -1
    cells.forEachPresent(cells.values.indices) { most = max(most, cells.values[$0]) }
    makeRoom(Int(most >> 6) + 1)
    words.withUnsafeMutableBufferPointer { words in
      cells.forEachPresent(cells.values.indices) { row in
        let code = cells.values[row]
        words[Int(code >> 6)] |= 1 << UInt64(code & 63)
      }
    }
  }

  /// Adds another set.
  mutating func add(_ other: CodeSet) {
    makeRoom(other.words.count)
    for (index, word) in other.words.enumerated() { words[index] |= word }
  }

  /// The codes, in order.
  var codes: [Int64] {
    words.indices.flatMap { index in
      (0..<64).filter { words[index] >> UInt64($0) & 1 == 1 }.map { Int64(index * 64 + $0) }
    }
  }

  private mutating func makeRoom(_ count: Int) {
    if words.count < count {
      words.append(contentsOf: repeatElement(0, count: count - words.count))
    }
  }
}
