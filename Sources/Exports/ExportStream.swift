import CScan
import Calendars
import Tables

/// The files of one dataset that are not kept in memory, but read each time they are asked.
package struct ExportStream: Sendable {
  /// The dataset.
  package let dataset: Dataset
  /// The files, in the order of their paths; `Batch.file` is an index into them.
  package internal(set) var files: [Table.File] = []
  /// The texts of each column.
  package let texts: [SharedTexts]
  /// What is known about the files before they are read.
  var exports: [ExportFile] = []
  /// How each file is read.
  var sources: [ScanSource] = []
  let zone: Zone
  let ownerColumns: [Int]
  /// The columns in which names of units stand for their codes.
  let unitNameColumns: Set<Int>
  let defectLimit: Int
  let pieceSize: Int
  /// The column that names the unit by whose snapshots records are replaced.
  let unitColumn: Int?
  /// What stands in the columns of owners of the records that were judged, when they were.
  package internal(set) var owners: [Int: Set<String>] = [:]
  /// How the hashes of keys are kept.
  var keyBounds: KeyHashes.Bounds
  /// Nobody knows it, so that nobody can make keys whose hashes are the same.
  let seed = UInt64.random(in: .min ... .max)
  /// The instructions that may be used.
  var level = cscan_best_level()

  /// A stream of no file yet.
  init(_ dataset: Dataset, _ request: ExportRequest) {
    self.dataset = dataset
    texts = dataset.columns.map { _ in SharedTexts() }
    zone = request.zone
    ownerColumns = (request.ownerColumns[dataset.id] ?? []).sorted()
    unitNameColumns = request.unitNameColumns[dataset.id] ?? []
    defectLimit = request.defectLimit
    pieceSize = request.pieceSize
    unitColumn = request.unitColumns[dataset.id]
    keyBounds = request.keyBounds
  }

  /// How many bytes the files had when their headers were read.
  package var size: Int { sources.reduce(0) { $0 + $1.size } }

  /// Adds a file.
  mutating func add(_ source: ScanSource, _ export: ExportFile) {
    files.append(Table.File(path: export.path, snapshot: export.snapshot))
    exports.append(export)
    sources.append(source)
  }

  /// The same stream of those files only that are in one of some folders; `nil` when none is.
  func restricted(to folders: [String]) -> ExportStream? {
    var stream = self
    let kept = exports.indices.filter { folders.contains(exports[$0].folder) }
    if kept.isEmpty { return nil }
    (stream.files, stream.exports, stream.sources) = ([], [], [])
    for index in kept { stream.add(sources[index], exports[index]) }
    return stream
  }
}
