import Assessment
import Exports
import Rulebook
import Tables

/// The datasets that are too large to be kept: read once, judged while they are read, and what they
/// turned out to be put in its places.
struct StreamedRecords {
  /// The request, with the files as they were read.
  private(set) var request: EvaluationRequest
  /// What is asked of them, by the number of the ask.
  private(set) var found: [Int: FoundRecords] = [:]
  /// What stands in the columns of units, by dataset and column, in all exports together.
  private(set) var censuses: [DatasetCensus.Key: TextCensus] = [:]
  /// The records that break checks.
  private(set) var breaches: [Places.Defect] = []

  /// Nothing was too large.
  init(none request: EvaluationRequest) { self.request = request }

  /// Reads what `asks` need.
  /// - Parameter all: over all exports of the request.
  init(_ request: EvaluationRequest, _ asks: [Ask], all: Oracle) {
    self.request = request
    var done: Set<ScanKey> = []
    for oracle in [all] + asks.map(\.oracle) {
      let exports = oracle.store.exports
      for dataset in exports.streams.keys.sorted() {
        let key = ScanKey(dataset: dataset, folders: exports.folders)
        guard done.insert(key).inserted, let stream = exports.streams[dataset] else { continue }
        scan(stream, key, asks, oracle, isAll: exports.folders == request.exports.folders)
      }
    }
  }

  private mutating func scan(
    _ stream: ExportStream, _ key: ScanKey, _ asks: [Ask], _ oracle: Oracle, isAll: Bool
  ) {
    let asked = asks.indices.filter { index in
      asks[index].obligation.dataset == key.dataset && !asks[index].bound.isEmpty
        && asks[index].oracle.store.exports.folders == key.folders
    }
    let task =
      isAll ? inventory(key.dataset, oracle) : .init(columns: [], checks: [], oracle: oracle)
    let wanted = asked.map { asks[$0] }
    let scan = Engine(request, oracle.store).scan(stream, wanted, task)
    let records = ScannedRecords(stream.dataset, files: stream.files, firstLines: scan.firstLines)
    for (index, found) in zip(asked, records.found(wanted, scan.sinks, threads: request.threads)) {
      self.found[index] = found
    }
    if isAll { take(task, scan, stream) }
    complete(scan, key.folders)
  }

  private func inventory(_ dataset: String, _ oracle: Oracle) -> RecordInventory.Task {
    RecordInventory.Task(
      columns: request.rulebook.unitColumns(of: dataset),
      checks: request.rulebook.checks.filter { $0.dataset == dataset }, oracle: oracle)
  }

  /// Puts the files as they were read in their places.
  private mutating func complete(_ scan: Scan<ScanSink>, _ folders: [String]) {
    if request.exports.folders == folders { request.exports.complete(scan) }
    request.spans = request.spans.mapValues { span in
      guard span.exports.folders == folders else { return span }
      var span = span
      span.exports.complete(scan)
      return span
    }
  }

  private mutating func take(
    _ task: RecordInventory.Task, _ scan: Scan<ScanSink>, _ stream: ExportStream
  ) {
    let inventories = scan.sinks.compactMap(\.inventory)
    for (index, column) in task.columns.enumerated() {
      let key = DatasetCensus.Key(dataset: stream.dataset.id, column: column)
      let firsts = inventories.map { $0.firsts[index] }
      censuses[key] = DatasetCensus.joined(
        inventories.map { $0.counts[index] }, stream.texts[column].all
      ) { code in
        firsts.compactMap { $0[code] }.min().map { spot in
          Places.Place(
            file: stream.files[spot.file].path,
            line: spot.line + scan.firstLines[spot.file][spot.piece])
        }
      }
    }
    breaches += inventories.flatMap(\.breaches).map { breach in
      let line = breach.line + scan.firstLines[breach.file][breach.piece]
      let file = stream.files[breach.file].path
      return Places.Defect(
        kind: task.checks[breach.check].id, code: nil, dataset: stream.dataset.id, file: file,
        line: line, field: nil, column: nil, key: breach.key ?? "\(file):\(line)",
        value: breach.seen,
        message: task.checks[breach.check].says)
    }
  }

  private struct ScanKey: Hashable {
    let dataset: String
    let folders: [String]
  }
}

/// What stands in a column of a dataset that was not kept.
enum DatasetCensus {
  /// A column of a dataset.
  struct Key: Hashable {
    let dataset: String
    let column: Int
  }

  /// What all threads counted, by the codes of `LoadTexts`: 0 for an empty cell, 1 for an unreadable one.
  /// - Parameter first: the first record with such a code.
  static func joined(
    _ counts: [[Int]], _ texts: TextDictionary, first: (Int) -> Places.Place?
  ) -> TextCensus {
    var all = [Int](repeating: 0, count: texts.texts.count + 2)
    for counts in counts {
      for (code, count) in counts.enumerated() { all[code] += count }
    }
    return TextCensus(Array(all.dropFirst(2)), missing: all[0] + all[1], texts) { first($0 + 2) }
  }
}
