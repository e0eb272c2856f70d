import Tables

/// Sees the keyed records of one thread before the sink does.
enum KeyWatch {
  /// Nobody asks for keys.
  case nothing
  /// Their hashes are gathered.
  case gathering(KeyHashes)
  /// Some of them are kept apart.
  case diverting(Diverter)

  /// Gives on what the sink is to have of a batch.
  func take(_ batch: Batch, _ next: (Batch) -> Void) {
    switch self {
    case .nothing: next(batch)
    case .gathering(let hashes):
      if let keys = batch.keys { hashes.add(keys) }
      next(batch)
    case .diverting(let diverter):
      if let rest = diverter.rest(of: batch) { next(rest) }
    }
  }
}

/// Keeps the records of one thread apart whose keys have certain hashes.
final class Diverter {
  /// The records kept apart, in the order in which they came; without their keys.
  private(set) var batches: [Batch] = []
  /// The codes that stand in the columns of owners of all others.
  private(set) var owners: [Int: CodeSet]
  private let hashes: Set<UInt64>
  private let uncoded: Set<Int>

  /// - Parameters:
  ///   - hashes: those whose records are kept apart.
  ///   - uncoded: the columns whose texts have no codes.
  init(_ hashes: Set<UInt64>, uncoded: Set<Int>, owners: [Int]) {
    self.hashes = hashes
    self.uncoded = uncoded
    self.owners = Dictionary(uniqueKeysWithValues: owners.map { ($0, CodeSet()) })
  }

  /// The records of a batch that are not kept apart; `nil` where there is none.
  func rest(of batch: Batch) -> Batch? {
    guard let keys = batch.keys else { return note(batch) }
    let rows = keys.hashes.indices.filter {
      keys.hashes[$0] != 0 && hashes.contains(keys.hashes[$0])
    }
    if rows.isEmpty { return note(batch) }
    for row in rows { add(row, of: batch) }
    let apart = Set(rows)
    let left = (0..<batch.count).filter { !apart.contains($0) }
    if left.isEmpty { return nil }
    var rest = batch.picking(left, uncoded: uncoded)
    rest.keys = keys.picking(left)
    return note(rest)
  }

  private func note(_ batch: Batch) -> Batch {
    for column in owners.keys { owners[column]?.add(batch.columns[column]) }
    return batch
  }

  private func add(_ row: Int, of batch: Batch) {
    let last = batches.count - 1
    if last < 0 || !batches[last].takes(recordsOf: batch) {
      batches.append(batch.picking(CollectionOfOne(row), uncoded: uncoded))
    } else {
      batches[last].append(row, of: batch, uncoded: uncoded)
    }
  }
}

extension Batch {
  /// Whether it has room for more records of a batch's piece.
  fileprivate func takes(recordsOf other: Batch) -> Bool {
    file == other.file && piece == other.piece && count < BatchFiller.capacity
  }
}

extension KeyCells {
  /// The keys at some rows.
  fileprivate func picking(_ rows: [Int]) -> KeyCells {
    var keys = KeyCells()
    for row in rows {
      keys.texts.append(row, of: texts, isUncoded: true)
      keys.hashes.append(hashes[row])
    }
    return keys
  }
}
