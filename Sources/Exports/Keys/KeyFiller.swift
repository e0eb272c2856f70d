import Tables

/// Works out the keys of a batch's records.
final class KeyFiller {
  private let key: [Int]
  private let uncoded: Set<Int>
  private let types: [ColumnType]
  private let shared: [SharedTexts]
  private let seed: UInt64
  private let mask: UInt64
  /// Copies of the shared texts of each column, so that each is asked for once.
  private var texts: [[String]]

  init(_ stream: ExportStream, uncoded: Set<Int>) {
    key = stream.dataset.key
    self.uncoded = uncoded
    types = stream.dataset.columns.map(\.type)
    shared = stream.texts
    (seed, mask) = (stream.seed, stream.keyBounds.mask)
    texts = types.map { _ in [] }
  }

  /// Says what the keys of a filled batch are.
  func fill(_ batch: inout Batch) {
    var keys = KeyCells()
    if key.count == 1, uncoded.contains(key[0]) {
      keys.texts = batch.columns[key[0]]
    } else {
      for row in 0..<batch.count { append(row, batch, to: &keys.texts) }
    }
    hash(batch, &keys)
    batch.keys = keys
  }

  private func hash(_ batch: Batch, _ keys: inout KeyCells) {
    var hashes = [KeyHash](repeating: KeyHash(seed: seed), count: batch.count)
    for column in key {
      let (cells, isUncoded) = (batch.columns[column], uncoded.contains(column))
      for row in hashes.indices {
        if isUncoded {
          cells.withText(row) { hashes[row].add($0) }
        } else {
          hashes[row].add(UInt64(bitPattern: cells.values[row]))
        }
      }
    }
    keys.hashes = hashes.indices.map { row in
      keys.texts.present[row] ? max(1, hashes[row].value & mask) : 0
    }
  }

  private func append(_ row: Int, _ batch: Batch, to texts: inout ColumnCells) {
    guard key.allSatisfy({ batch.columns[$0].present[row] }) else {
      return texts.appendUnreadable()
    }
    let start = texts.bytes.count
    for (index, column) in key.enumerated() {
      if index > 0 { texts.bytes.append(UInt8(ascii: "|")) }
      append(column, batch.columns[column], row, to: &texts.bytes)
    }
    texts.append(
      ColumnCells.TextPlace(start: start, count: texts.bytes.count - start).value)
  }

  private func append(
    _ column: Int, _ cells: ColumnCells, _ row: Int, to bytes: inout [UInt8]
  ) {
    if uncoded.contains(column) {
      cells.withText(row) { bytes.append(contentsOf: $0) }
    } else {
      let cell = types[column].cell(cells.values[row]) { text($0, column) }
      bytes.append(contentsOf: (cell.keyPart ?? "").utf8)
    }
  }

  private func text(_ code: Int64, _ column: Int) -> String {
    if code >= texts[column].count {
      texts[column].append(contentsOf: shared[column].texts(from: texts[column].count))
    }
    return texts[column][Int(code)]
  }
}
