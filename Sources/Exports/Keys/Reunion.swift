import Tables

/// Makes one record of those that share a key, of records that were kept apart while the others of their
/// stream were read.
struct Reunion {
  /// What is left of them, in the order of files and lines.
  private(set) var batches: [Batch] = []
  /// What is said about those that became one.
  private(set) var defects: [Defect] = []
  /// The texts in the columns of owners of what is left, and of the records that were not kept apart.
  private(set) var owners: [Int: Set<String>] = [:]

  /// - Parameters:
  ///   - apart: the records that each thread kept apart.
  ///   - uncoded: the columns whose texts have no codes.
  ///   - firstLines: for each file and piece, what to add to its lines.
  init(
    _ stream: ExportStream, _ apart: [Diverter], uncoded: Set<Int>, firstLines: [[Int]],
    blockSize: Int
  ) {
    let all = Self.inOrder(apart.map(\.batches)).map { $0.movingLines(firstLines, by: 1) }
    let table = Self.table(stream, all, uncoded)
    var deduplicator = Deduplicator(table, unitColumn: stream.unitColumn)
    deduplicator.run()
    let reporter = MergerReporter(
      table: table, sources: stream.sources, blockSize: blockSize,
      limit: stream.defectLimit)
    var log = DefectLog(limit: stream.defectLimit)
    reporter.report(deduplicator.mergers, &log)
    defects = log.all
    let filler = KeyFiller(stream, uncoded: uncoded)
    batches = deduplicator.table.batches.map { batch in
      var batch = batch.movingLines(firstLines, by: -1)
      for column in uncoded {
        batch.columns[column] = batch.columns[column].uncoded(table.dictionaries[column])
      }
      filler.fill(&batch)
      return batch
    }
    for column in stream.ownerColumns {
      var codes = CodeSet()
      for other in apart { codes.add(other.owners[column] ?? CodeSet()) }
      for batch in batches { codes.add(batch.columns[column]) }
      owners[column] = Set(codes.codes.map { table.dictionaries[column][$0] })
    }
  }

  private static func inOrder(_ apart: [[Batch]]) -> [Batch] {
    apart.joined().enumerated().sorted { left, right in
      (left.element.file, left.element.piece, left.offset)
        < (right.element.file, right.element.piece, right.offset)
    }.map(\.element)
  }

  private static func table(
    _ stream: ExportStream, _ batches: [Batch], _ uncoded: Set<Int>
  ) -> Table {
    var dictionaries = stream.texts.map(\.all)
    var batches = batches
    for column in uncoded {
      var own = TextDictionary()
      for index in batches.indices {
        batches[index].columns[column] = batches[index].columns[column].coded(&own)
      }
      dictionaries[column] = own
    }
    return Table(
      dataset: stream.dataset, files: stream.files, dictionaries: dictionaries, batches: batches)
  }
}

extension Batch {
  /// The same with its lines counted from the beginning of the file, or of the piece again.
  fileprivate func movingLines(_ firstLines: [[Int]], by sign: Int) -> Batch {
    let first = firstLines[file][piece] * sign
    if first == 0 { return self }
    var copy = self
    copy.lines = lines.map { $0 + first }
    return copy
  }
}
