import Assessment
import Calendars
import Numbers
import Rulebook
import Tables

/// What the records of a scan are called, and where they stand.
struct ScannedRecords {
  private let dataset: Dataset
  /// The files.
  let files: [Table.File]
  /// The first line of each piece of each file, less one; `nil` where batches count lines of files.
  private let firstLines: [[Int]]?
  /// The records, where they are kept.
  private let table: Table?

  /// - Parameter table: the records that were scanned; the piece of a batch is its number.
  init(_ table: Table) {
    dataset = table.dataset
    files = table.files
    firstLines = nil
    self.table = table
  }

  /// - Parameter firstLines: what to add to a line of a piece of a file.
  init(_ dataset: Dataset, files: [Table.File], firstLines: [[Int]]) {
    self.dataset = dataset
    self.files = files
    self.firstLines = firstLines
    table = nil
  }

  /// What each ask found; the first sink takes up what the others found.
  func found(_ asks: [Ask], _ sinks: [ScanSink], threads: Int) -> [FoundRecords] {
    let first = sinks[0]
    for sink in sinks { sink.settle() }
    for other in sinks.dropFirst() { first.absorb(other, threads: threads) }
    first.finish(threads: threads)
    for sink in sinks { sink.spool?.finish() }
    return asks.indices.map { index in
      FoundRecords(
        judged: first.questions[index].map { ($0.question, first.tallies[$0.tally].totals) },
        slow: sinks.flatMap { $0.slow[index].map(placed) }, records: self,
        spooled: sinks.compactMap { $0.spooled(index) })
    }
  }

  /// A record that the oracle judged, with its line in the file.
  private func placed(_ record: ScanSink.SlowRecord) -> ScanSink.SlowRecord {
    guard let firstLines else { return record }
    var record = record
    let place = record.result.place
    let line = place.line + firstLines[record.file][record.piece]
    record.result.place = Places.Place(file: place.file, line: line)
    if !record.result.isKeyed { record.result.key = "\(place.file):\(line)" }
    return record
  }

  /// Whether records have keys.
  var isKeyed: Bool { !dataset.key.isEmpty }

  /// The line of its file on which a record begins.
  func line(of proof: Totals.Proof) -> Int {
    line(Int(proof.line), file: Int(proof.file), piece: Int(proof.piece))
  }

  /// The line of a file that a line of a batch is.
  func line(_ line: Int, file: Int, piece: Int) -> Int {
    line + (firstLines?[file][piece] ?? 0)
  }

  /// The key of a record that is kept; `nil` where it has none.
  func key(piece: Int, row: Int) -> String? {
    table.flatMap { Row(table: $0, batch: piece, index: row).key }
  }

  /// A record that proves a violation, with its name.
  /// - Parameter keys: of records that are not kept.
  func named(
    _ proof: Totals.Proof, _ moments: Totals.Moments?, _ keys: KeyTexts
  ) -> NamedProof {
    let file = files[Int(proof.file)].path
    let line = line(of: proof)
    let key =
      proof.hasKey
      ? keys.text(at: proof.key) : self.key(piece: Int(proof.piece), row: Int(proof.row))
    return NamedProof(
      proof: proof, moments: moments, place: Places.Place(file: file, line: line),
      key: key ?? "\(file):\(line)", isKeyed: key != nil)
  }
}

/// A record that proves a violation, with its name.
struct NamedProof {
  let proof: Totals.Proof
  let moments: Totals.Moments?
  let place: Places.Place
  let key: String
  let isKeyed: Bool

  /// The order in which records are named; see `RecordResult.inOrder`.
  static func inOrder(_ left: NamedProof, _ right: NamedProof) -> Bool {
    if left.isKeyed != right.isKeyed { return left.isKeyed }
    if left.isKeyed, left.key != right.key { return left.key < right.key }
    return (left.place.file, left.place.line) < (right.place.file, right.place.line)
  }
}
