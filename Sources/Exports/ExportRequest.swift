import Calendars
import Foundation
import Tables

/// What to read: folders of exports, and what the rules say can stand in them.
package struct ExportRequest: Sendable {
  /// The exports folder as given; paths are shown relative to it.
  package var root: String
  /// The folders to read, absolute, in order: one, or one a month.
  package var folders: [String]
  /// What can be handed in.
  package var datasets: [Dataset] { didSet { headers = datasets.map(KnownHeaders.init) } }
  /// The headers of each of them.
  private(set) var headers: [KnownHeaders]
  /// For each dataset id the index of the column that holds the unit's code, where there is one:
  /// a later snapshot replaces only records of the same unit.
  package var unitColumns: [String: Int]
  /// For each dataset id the columns of text by which rules know whose its records are.
  package var ownerColumns: [String: Set<Int>] = [:]
  /// The codes of all units: a file or folder named like one is that unit's export.
  package var knownUnits: Set<String>
  /// For each dataset id the columns of text that say which unit something belongs to.
  package var unitNameColumns: [String: Set<Int>] = [:]
  /// By the standardized path of a folder, what units are called in its time.
  private(set) var unitNames: [String: UnitNames] = [:]
  /// When everything is read: no system can have written a file later. `nil` when nobody asks.
  package var now: Instant?
  /// The zone of times that are written without one.
  package var zone: Zone
  /// The snapshot time of files for which `exports.yaml` gives none.
  package var snapshot: Instant?
  /// How many bytes are read at a time.
  package var blockSize = 256 * 1024
  /// How many defects of one kind are kept with their places for each file and column; the rest
  /// is counted in one more defect.
  package var defectLimit = 1000
  /// How many threads read.
  package var threads = 1
  /// The datasets that need not be kept in memory.
  package var streams: Set<String> = []
  /// From how many bytes on, in all its files, such a dataset is not kept.
  package var streamFrom = 64 * 1024 * 1024
  /// How many bytes of a file one thread reads at a time; a file of less than two such pieces is not
  /// cut.
  var pieceSize = 8 * 1024 * 1024
  /// How the hashes of keys are kept.
  var keyBounds = KeyHashes.Bounds()

  /// A request from its parts.
  package init(
    root: String, folders: [String], datasets: [Dataset], unitColumns: [String: Int] = [:],
    knownUnits: Set<String> = [], zone: Zone = .utc, snapshot: Instant? = nil
  ) {
    self.root = root
    self.folders = folders
    self.datasets = datasets
    headers = datasets.map(KnownHeaders.init)
    self.unitColumns = unitColumns
    self.knownUnits = knownUnits
    self.zone = zone
    self.snapshot = snapshot
  }

  /// Says what units are called in the exports of one of `folders`.
  package mutating func name(_ names: UnitNames, in folder: String) {
    unitNames[Self.standard(folder)] = names
  }

  /// No snapshot can be later: the end of the day on which everything is read, since a day stands for
  /// its end.
  var latestSnapshot: Instant {
    now.map { zone.endOfDay(zone.local(of: $0).day) } ?? Instant(microseconds: .max)
  }

  /// The path by which a folder is known.
  static func standard(_ folder: String) -> String {
    URL(fileURLWithPath: folder).standardizedFileURL.path
  }
}
