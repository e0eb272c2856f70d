import Tables

/// What reading the files of an `ExportStream` came to.
package struct Scan<Sink> {
  /// The sinks, one for each thread, filled.
  package let sinks: [Sink]
  /// The dataset.
  package let dataset: String
  /// For each file and each of its pieces, what to add to the lines that batches hold to get lines of
  /// the file.
  package let firstLines: [[Int]]
  /// The files: hashed, counted, with their owners.
  package let files: [ExportFile]
  /// What is wrong with their records.
  package let defects: [Defect]
  /// What stands in the columns of owners of the records that were judged.
  let owners: [Int: Set<String>]

  /// - Parameter reunion: what came of records that share a key, if there were any.
  init(
    _ stream: ExportStream, _ sinks: [Sink], _ result: ScanResult, _ faults: [Int: FileFault],
    _ reunion: Reunion? = nil
  ) {
    (self.sinks, dataset) = (sinks, stream.dataset.id)
    var log = DefectLog(limit: stream.defectLimit)
    var (firstLines, files): ([[Int]], [ExportFile]) = ([], [])
    let texts = stream.ownerColumns.map { ($0, stream.texts[$0].all) }
    for (index, source) in stream.sources.enumerated() {
      let pieces = result.pieces(of: index)
      let lines = PieceReader.Result.firstLines(pieces)
      firstLines.append(lines)
      var (file, fault) = (stream.exports[index], faults[index])
      if fault == nil { fault = Self.report(source, pieces, lines, &log) }
      if let fault {
        file.status = .unreadable
        log.add(Defect(.unreadableFile, file: file.path, .unreadableFile(file.path, fault)))
      } else {
        file.complete(pieces, result.hashes[index], texts)
      }
      files.append(file)
    }
    (self.firstLines, self.files) = (firstLines, files)
    defects = log.all + (reunion?.defects ?? [])
    let all = files.reduce(into: [:]) { $0.merge($1.owners) { $0.union($1) } }
    owners = reunion?.owners ?? all
  }

  private static func report(
    _ source: ScanSource, _ pieces: [PieceReader.Result], _ lines: [Int], _ log: inout DefectLog
  ) -> FileFault? {
    do throws(FileFault) {
      var reporter = FaultReporter(try source.open(), source)
      try reporter.report(zip(pieces, lines).map { ($0.notes, $1) }, &log)
      return nil
    } catch {
      return error
    }
  }
}

extension ExportFile {
  /// Says what was read from it.
  fileprivate mutating func complete(
    _ pieces: [PieceReader.Result], _ hash: (sha256: String, count: Int)?,
    _ texts: [(column: Int, dictionary: TextDictionary)]
  ) {
    recordCount = pieces.reduce(0) { $0 + $1.recordCount }
    status = recordCount == 0 ? .nilReturn : .read
    (sha256, bytes) = (hash?.sha256 ?? "", hash?.count ?? 0)
    for (column, dictionary) in texts {
      var codes = CodeSet()
      for piece in pieces { if let own = piece.owners[column] { codes.add(own) } }
      owners[column] = Set(codes.codes.map { dictionary[$0] })
    }
  }
}
