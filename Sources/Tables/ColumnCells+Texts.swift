/// Texts that have no codes, since nothing compares them: their bytes stand one after the other, and the
/// value of a cell says where.
extension ColumnCells {
  /// Where a text stands among the bytes of a column.
  package struct TextPlace: Sendable, Hashable {
    /// The index of its first byte.
    package let start: Int
    /// How many bytes it has.
    package let count: Int

    /// A place from its parts.
    @inline(__always)
    package init(start: Int, count: Int) { (self.start, self.count) = (start, count) }

    /// The place that a value stands for.
    @inline(__always)
    package init(value: Int64) {
      self.init(start: Int(value >> 32), count: Int(value & 0xFFFF_FFFF))
    }

    /// The value that stands for it.
    @inline(__always)
    package var value: Int64 { Int64(start) << 32 | Int64(count) }
  }

  /// The texts of a column, to look at many of them.
  package struct Texts {
    fileprivate let values: UnsafeBufferPointer<Int64>
    fileprivate let bytes: UnsafeBufferPointer<UInt8>

    /// The bytes of the text in a row that has one.
    @inline(__always)
    package subscript(row: Int) -> UnsafeBufferPointer<UInt8> {
      let place = TextPlace(value: values[row])
      return UnsafeBufferPointer(rebasing: bytes[place.start..<place.start + place.count])
    }
  }

  /// Calls `body` with the texts; valid during the call.
  @inline(__always)
  package func withTexts<Result>(_ body: (Texts) -> Result) -> Result {
    values.withUnsafeBufferPointer { values in
      bytes.withUnsafeBufferPointer { body(Texts(values: values, bytes: $0)) }
    }
  }

  /// Calls `body` with the bytes of the text in a row that has one; valid during the call.
  @inline(__always)
  package func withText<Result>(
    _ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withTexts { body($0[row]) }
  }

  /// The text in a row that has one.
  package func text(_ row: Int) -> String {
    let place = TextPlace(value: values[row])
    return String(decoding: bytes[place.start..<place.start + place.count], as: UTF8.self)
  }

  /// Makes a text the value of a row that there is.
  package mutating func setText(_ row: Int, _ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    values[row] = TextPlace(start: start, count: bytes.count - start).value
  }

  /// Adds a cell of another column of the same kind.
  /// - Parameter isUncoded: whether their texts have no codes.
  package mutating func append(_ row: Int, of other: ColumnCells, isUncoded: Bool) {
    if !other.readable[row] { return appendUnreadable() }
    if !other.present[row] { return appendEmpty() }
    if !isUncoded { return append(other.values[row]) }
    let start = bytes.count
    other.withText(row) { bytes.append(contentsOf: $0) }
    append(TextPlace(start: start, count: bytes.count - start).value)
  }

  /// The same cells, with codes of `dictionary` for their texts.
  package func coded(_ dictionary: inout TextDictionary) -> ColumnCells {
    var copy = self
    copy.bytes = []
    for row in values.indices where present[row] {
      copy.values[row] = dictionary.code(of: text(row))
    }
    return copy
  }

  /// The same cells, with the texts that codes of `dictionary` stand for.
  package func uncoded(_ dictionary: TextDictionary) -> ColumnCells {
    var copy = self
    for row in values.indices where present[row] { copy.setText(row, dictionary[values[row]]) }
    return copy
  }
}

extension Batch {
  /// Adds a record of another batch of the same dataset.
  /// - Parameter uncoded: the columns whose texts have no codes.
  package mutating func append(_ row: Int, of other: Batch, uncoded: Set<Int>) {
    lines.append(other.lines[row])
    for column in columns.indices {
      columns[column].append(row, of: other.columns[column], isUncoded: uncoded.contains(column))
    }
  }

  /// The records at some rows, in their order.
  /// - Parameter uncoded: the columns whose texts have no codes.
  package func picking(_ rows: some Sequence<Int>, uncoded: Set<Int> = []) -> Batch {
    var batch = Batch(file: file, columnCount: columns.count)
    batch.piece = piece
    for row in rows { batch.append(row, of: self, uncoded: uncoded) }
    return batch
  }
}
