import Tables

/// Keeps all batches, for a table.
final class TableSink: BatchSink {
  /// The batches, in the order they were read.
  private(set) var batches: [Batch] = []

  func take(_ batch: Batch) { batches.append(batch) }
}

extension Scan<TableSink> {
  /// The records of all threads, in the order of files and lines; lines are those of the files.
  var batches: [Batch] {
    let all = sinks.flatMap(\.batches).enumerated().sorted { left, right in
      (left.element.file, left.element.piece, left.offset)
        < (right.element.file, right.element.piece, right.offset)
    }
    return all.map { entry in
      var batch = entry.element
      let first = firstLines[batch.file][batch.piece]
      if first > 0 { batch.lines = batch.lines.map { $0 + first } }
      batch.piece = 0
      return batch
    }
  }
}
