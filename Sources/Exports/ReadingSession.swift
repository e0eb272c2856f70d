import Calendars
import Diagnostics
import Foundation
import Tables

/// One reading of a request: the files one after the other, then the records that share a key.
struct ReadingSession {
  private let request: ExportRequest
  private let progress: ((Int) -> Void)?
  private let root: String
  private var log: DefectLog
  private var builders: [String: TableBuilder] = [:]
  private var sources: [String: [MergerReporter.Source]] = [:]
  private var files: [ExportFile] = []
  private var diagnostics: [Diagnostic] = []

  /// A session that has read nothing yet.
  init(_ request: ExportRequest, progress: (@Sendable (Int) -> Void)?) {
    self.request = request
    self.progress = progress.map(Self.summing)
    root = URL(fileURLWithPath: request.root).standardizedFileURL.path
    log = DefectLog(limit: request.defectLimit)
  }

  /// Turns sizes of blocks into bytes so far.
  private static func summing(_ progress: @escaping @Sendable (Int) -> Void) -> (Int) -> Void {
    var total = 0
    return { size in
      total += size
      progress(total)
    }
  }

  /// Reads everything, and gathers the exports of each set of folders.
  mutating func run(_ sets: [[String]]) -> [ExportSet] {
    let tasks = request.folders.flatMap { list($0) }.sorted { $0.shown < $1.shown }
    for task in tasks { read(task) }
    let tables = builders.mapValues(\.table)
    builders = [:]
    return sets.map { gather($0.map { shown("", in: standard($0)) }, tables) }
  }

  private mutating func list(_ folder: String) -> [FileTask] {
    let folder = standard(folder)
    let listing = FolderListing(folder)
    for misnamed in listing.misnamed {
      let path = shown(misnamed, in: folder)
      log.add(Defect(.unreadableFile, file: path, .misnamedFolder(path)))
    }
    for closed in listing.closed {
      let path = shown(closed == "." ? "" : closed, in: folder)
      log.add(Defect(.unreadableFile, file: path, .closedFolder(path)))
    }
    let mapPath = shown(ExportMap.fileName, in: folder)
    let map = ExportMap(folder: folder, shown: mapPath, request, &diagnostics)
    for entry in map.unmatched(among: listing.paths) {
      let path = shown(entry.glob.pattern, in: folder)
      var defect = Defect(
        .missingFile, file: path, .missingFile(entry.glob.pattern, entry.span))
      defect.dataset = entry.dataset
      log.add(defect)
    }
    return listing.paths.compactMap { task($0, in: folder, map) }
  }

  /// The task of a file; `nil` for one that is no export by its name.
  private mutating func task(_ path: String, in folder: String, _ map: ExportMap) -> FileTask? {
    let task = FileTask(path, in: folder, shown: shown(path, in: folder), map, request)
    switch task.kind {
    case .csv, .other: return task
    case .never: return nil
    case .unknown:
      log.add(Defect(.ignoredFile, file: task.shown, .ignoredFile(task.shown)))
      return nil
    }
  }

  private func standard(_ folder: String) -> String {
    URL(fileURLWithPath: folder).standardizedFileURL.path
  }

  private func shown(_ path: String, in folder: String) -> String {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    let inner = (folder + "/").hasPrefix(prefix) ? (folder + "/").dropFirst(prefix.count) : nil
    let shown = (inner.map(String.init) ?? folder + "/") + path
    return shown.hasSuffix("/") ? String(shown.dropLast()) : shown
  }

  private mutating func read(_ task: FileTask) {
    var file = task.file
    file.folder = shown("", in: task.folder)
    do {
      let blocks = try FileBlocks(path: task.path, progress: progress)
      var reading = try FileReading(task, blocks, request)
      if case .read(let layout, let delimiter) = try reading.run(&builders, &file, &log) {
        sources[layout.dataset.id, default: []].append(
          MergerReporter.Source(path: task.path, delimiter: delimiter, layout: layout))
        file.owners = owners(in: layout.dataset.id)
      }
      try blocks.drain()
      file.sha256 = blocks.sha256
      file.bytes = blocks.count
    } catch {
      file.status = .unreadable
      log.add(Defect(.unreadableFile, file: task.shown, .unreadableFile(task.shown, error)))
    }
    files.append(file)
  }

  private func owners(in dataset: String) -> [Int: Set<String>] {
    let columns = request.ownerColumns[dataset] ?? []
    return columns.reduce(into: [:]) { $0[$1] = builders[dataset]?.texts(in: $1) }
  }

  // MARK: - Gathering

  /// The exports of some folders, by their names.
  private func gather(_ folders: [String], _ tables: [String: Table]) -> ExportSet {
    let files = self.files.filter { folders.contains($0.folder) }
    var own = DefectLog(limit: request.defectLimit)
    reportIdenticalFiles(files, &own)
    let paths = Set(files.map(\.path))
    let merged = tables.keys.sorted().compactMap { id in
      tables[id]?.restricted(to: paths).map { (id, deduplicated($0, &own)) }
    }
    let found = log.all.filter { defect in folders.contains { defect.isIn($0) } }
    var set = ExportSet(
      tables: Dictionary(merged) { first, _ in first }, files: files,
      defects: (found + own.all).sorted(by: Defect.inOrder),
      diagnostics: diagnostics.sorted(by: Diagnostic.inOrder))
    set.folders = folders
    return set
  }

  private func reportIdenticalFiles(_ files: [ExportFile], _ log: inout DefectLog) {
    var first: [String: String] = [:]
    for file in files where file.status == .read {
      let identity = file.sha256 + (file.dataset ?? "")
      if let earlier = first[identity] {
        var defect = Defect(
          .identicalFile, file: file.path, .identicalFile(file.path, first: earlier))
        defect.dataset = file.dataset
        log.add(defect)
      } else {
        first[identity] = file.path
      }
    }
  }

  private func deduplicated(_ table: Table, _ log: inout DefectLog) -> Table {
    let id = table.dataset.id
    var deduplicator = Deduplicator(table, unitColumn: request.unitColumns[id])
    deduplicator.run()
    let reporter = MergerReporter(
      table: table, sources: sources[id] ?? [], blockSize: request.blockSize,
      limit: request.defectLimit)
    reporter.report(deduplicator.mergers, &log)
    return deduplicator.table
  }
}

extension Table {
  /// The records of some files; `nil` when none of its files is among them.
  fileprivate func restricted(to paths: Set<String>) -> Table? {
    guard files.contains(where: { paths.contains($0.path) }) else { return nil }
    var table = self
    table.batches.removeAll { !paths.contains(files[$0.file].path) }
    return table
  }
}

extension Defect {
  /// Whether it is about a folder, or a file in it.
  fileprivate func isIn(_ folder: String) -> Bool {
    folder.isEmpty || file == folder || file.hasPrefix(folder + "/")
  }
}
