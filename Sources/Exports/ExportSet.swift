import Diagnostics
import Tables

/// Everything that was handed in, and what is wrong with it.
package struct ExportSet: Sendable {
  /// The records, by dataset id; datasets without any file are absent, and those in `streams`.
  package var tables: [String: Table]
  /// The datasets that are not kept in memory, by their id: what is in `files` and `defects` about their
  /// files is known when they were read, and `complete` was called.
  package var streams: [String: ExportStream] = [:]
  /// Every file, in the order of paths.
  package var files: [ExportFile]
  /// What is wrong with the exports, in the order of files and lines.
  package var defects: [Defect]
  /// Mistakes in `exports.yaml`.
  package var diagnostics: [Diagnostic]
  /// The names of the folders it was read from: `2025-09`; an empty one for the root itself.
  package var folders: [String] = []
  /// What names of units were read as in each of them.
  package var unitNames: [UnitNames] = []

  /// A set from its parts.
  package init(
    tables: [String: Table] = [:], files: [ExportFile] = [], defects: [Defect] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.tables = tables
    self.files = files
    self.defects = defects
    self.diagnostics = diagnostics
  }

  /// Puts what a stream's files turned out to be in its places.
  package mutating func complete<Sink>(_ scan: Scan<Sink>) {
    let scanned = Dictionary(scan.files.map { ($0.path, $0) }) { first, _ in first }
    files = files.map { scanned[$0.path] ?? $0 }
    streams[scan.dataset]?.owners = scan.owners
    defects = defects.filter { $0.kind != .identicalFile } + scan.defects
    arrange()
  }

  /// Says which files are identical, and puts all defects in order.
  mutating func arrange() {
    var first: [String: String] = [:]
    for file in files where file.status == .read {
      let identity = file.sha256 + (file.dataset ?? "")
      if let earlier = first[identity] {
        var defect = Defect(
          .identicalFile, file: file.path, .identicalFile(file.path, first: earlier))
        defect.dataset = file.dataset
        defects.append(defect)
      } else {
        first[identity] = file.path
      }
    }
    defects.sort(by: Defect.inOrder)
  }
}
