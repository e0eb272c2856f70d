import Calendars
import Diagnostics
import Foundation
import Tables

/// One reading of a request: the files one after the other, then the records that share a key.
struct ReadingSession {
  private let request: ExportRequest
  private let progress: ScanProgress
  private let root: String
  private let texts = TextStore()
  private let servers = Servers()
  private var log: DefectLog
  private var streams: [String: ExportStream] = [:]
  private var tables: [String: Table] = [:]
  private var sources: [String: [ScanSource]] = [:]
  private var files: [ExportFile] = []
  private var defects: [Defect] = []
  private var diagnostics: [Diagnostic] = []

  /// A session that has read nothing yet.
  init(_ request: ExportRequest, progress: (@Sendable (ReadAmount) -> Void)?) {
    self.request = request
    self.progress = ScanProgress(progress)
    root = URL(fileURLWithPath: request.root).standardizedFileURL.path
    log = DefectLog(limit: request.defectLimit)
  }

  /// Reads everything, and gathers the exports of each set of folders.
  mutating func run(_ sets: [[String]]) -> [ExportSet] {
    let tasks = request.folders.flatMap { list($0) }.sorted { $0.shown < $1.shown }
    for task in tasks { begin(task) }
    for id in streams.keys.sorted() where !isStreamed(id) { keep(id) }
    files.sort { $0.path < $1.path }
    return sets.map { folders in
      var set = gather(folders.map { shown("", in: standard($0)) })
      set.unitNames = folders.compactMap { request.unitNames[standard($0)] }
      return set
    }
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
    for (entry, glob) in map.unmatched(among: listing.paths) {
      let path = shown(glob.pattern, in: folder)
      var defect = Defect(.missingFile, file: path, .missingFile(glob.pattern, entry.span))
      defect.dataset = entry.dataset
      log.add(defect)
    }
    return listing.paths.compactMap { task($0, in: folder, map) } + servers(in: folder, map)
  }

  /// The tasks of the servers that a folder's `exports.yaml` names, each called by a name of its own.
  private func servers(in folder: String, _ map: ExportMap) -> [FileTask] {
    var known: [String: Int] = [:]
    return map.servers.map { entry in
      let name = entry.serverName
      known[name, default: 0] += 1
      let count = known[name] ?? 1
      let path = shown(count > 1 ? "\(name) (\(count))" : name, in: folder)
      return FileTask(entry, in: folder, shown: path, map, request)
    }
  }

  /// The task of a file; `nil` for one that is no export by its name.
  private mutating func task(_ path: String, in folder: String, _ map: ExportMap) -> FileTask? {
    let task = FileTask(path, in: folder, shown: shown(path, in: folder), map, request)
    switch task.kind {
    case .csv, .workbook, .json, .database, .server, .other: return task
    case .never: return nil
    case .unknown:
      if SQLiteHead.isMeant(by: task.path) { return task }
      log.add(Defect(.ignoredFile, file: task.shown, .ignoredFile(task.shown)))
      return nil
    }
  }

  private func standard(_ folder: String) -> String { ExportRequest.standard(folder) }

  private func shown(_ path: String, in folder: String) -> String {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    let inner = (folder + "/").hasPrefix(prefix) ? (folder + "/").dropFirst(prefix.count) : nil
    let shown = (inner.map(String.init) ?? folder + "/") + path
    return shown.hasSuffix("/") ? String(shown.dropLast()) : shown
  }

  /// Reads the headers of a file; all of it, when it belongs to no dataset.
  private mutating func begin(_ task: FileTask) {
    let folder = shown("", in: task.folder)
    var file = task.file
    file.folder = folder
    if let snapshot = task.futureSnapshot {
      let shown = snapshot.iso(in: request.zone)
      log.add(Defect(.futureSnapshot, file: task.shown, .futureSnapshot(task.shown, shown)))
    }
    do throws(FileFault) {
      let isServer = task.kind == .server
      let bytes = isServer ? FileBytes([]) : try FileBytes(path: task.path)
      let sources = try sources(task, bytes)
      for (task, source) in sources { add(source, task, folder) }
      if !sources.isEmpty { return }
      if !isServer { (file.sha256, file.bytes) = try bytes.hash { progress.add($0) } }
    } catch {
      file.status = .unreadable
      log.add(Defect(.unreadableFile, file: task.shown, .unreadableFile(task.shown, error)))
    }
    files.append(file)
  }

  /// How to read a file, or each of its tables; none, with a defect, where nothing in it can be used.
  private mutating func sources(
    _ task: FileTask, _ bytes: FileBytes
  ) throws(FileFault) -> [(task: FileTask, source: ScanSource)] {
    let isDatabase =
      task.kind == .csv || task.kind == .unknown ? SQLiteHead.isMeant(by: bytes) : false
    if !isDatabase, let key = task.idleKey, let span = task.entry?.span {
      diagnostics.append(.notOfFile(key, task.shown, span))
    }
    switch task.kind {
    case .server: return try ServerHead(task, request, texts, servers).sources(&log)
    case .workbook: return try WorkbookHead(task, bytes, request, texts).sources(&log)
    case .json: return try JSONHead(task, bytes, request, texts).sources(&log)
    case .csv, .database, .other, .unknown, .never: break
    }
    if task.kind == .database || isDatabase {
      return try SQLiteHead(task, bytes, request, texts).sources(&log)
    }
    let source = try FileHead(task, bytes, request, texts).source(&log)
    return source.map { [(task, $0)] } ?? []
  }

  private mutating func add(_ source: ScanSource, _ task: FileTask, _ folder: String) {
    let dataset = source.layout.dataset
    var file = task.file
    (file.folder, file.dataset) = (folder, dataset.id)
    file.encoding = source.layout.converted?.decoding.map(ExportFile.Encoding.init)
    streams[dataset.id, default: ExportStream(dataset, request)].add(source, file)
  }

  private func isStreamed(_ id: String) -> Bool {
    guard let stream = streams[id], request.streams.contains(id) else { return false }
    // Lines that have other names are renamed where records are kept.
    if stream.sources.contains(where: { $0.layout.hasNamedLines }) { return false }
    return stream.size >= request.streamFrom
  }

  /// Reads the files of a dataset into a table.
  private mutating func keep(_ id: String) {
    guard let stream = streams.removeValue(forKey: id) else { return }
    let scan = stream.scan(
      threads: request.threads, blockSize: request.blockSize, progress
    ) { _ in TableSink() }
    tables[id] = Table(
      dataset: stream.dataset, files: stream.files, dictionaries: stream.texts.map(\.all),
      batches: scan.batches.map { $0.named(by: stream.sources[$0.file].layout) })
    sources[id] = stream.sources
    files += scan.files
    defects += scan.defects
  }

  // MARK: - Gathering

  /// The exports of some folders, by their names.
  private func gather(_ folders: [String]) -> ExportSet {
    let streams = self.streams.compactMapValues { $0.restricted(to: folders) }
    let files = self.files.filter { folders.contains($0.folder) }
    var own = DefectLog(limit: request.defectLimit)
    let paths = Set(files.map(\.path))
    let merged = tables.keys.sorted().compactMap { id in
      tables[id]?.restricted(to: paths).map { (id, deduplicated($0, &own)) }
    }
    let found = (log.all + defects).filter { defect in folders.contains { defect.isIn($0) } }
    var set = ExportSet(
      tables: Dictionary(merged) { first, _ in first },
      files: (files + streams.values.flatMap(\.exports)).sorted { $0.path < $1.path },
      defects: found + own.all, diagnostics: diagnostics.sorted(by: Diagnostic.inOrder))
    set.streams = streams
    set.folders = folders
    set.arrange()
    return set
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

extension FileLayout {
  /// Whether people call its lines by other numbers than their own.
  fileprivate var hasNamedLines: Bool { converted.map { !$0.lines.isPlain } ?? false }
}

extension Batch {
  /// The same with lines as people call them.
  fileprivate func named(by layout: FileLayout) -> Batch {
    guard layout.hasNamedLines, let names = layout.converted?.lines else { return self }
    var batch = self
    batch.lines = lines.map { names.number(of: $0) }
    return batch
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
