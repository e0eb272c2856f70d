import Calendars

/// A file to read, with what its path and `exports.yaml` say about it.
struct FileTask {
  /// Where it is.
  let path: String
  /// The folder of exports that it stands in.
  let folder: String
  /// The path, relative to the exports folder; of one of the sheets of a workbook with its name.
  private(set) var shown: String
  /// What `exports.yaml` says about it.
  let entry: ExportMap.Entry?
  /// What it is by its name.
  let kind: FolderListing.Kind
  /// When its system wrote it.
  let snapshot: Instant?
  /// When it is said to have been written, where that cannot be; then nobody knows when it was.
  let futureSnapshot: Instant?
  /// The unit that handed it in.
  let unit: String?
  /// Whose records it is the whole of.
  let covers: ExportFile.Coverage

  /// The task of a file at `relative` in `folder`, whose `exports.yaml` says `map`.
  init(
    _ relative: String, in folder: String, shown: String, _ map: ExportMap,
    _ request: ExportRequest
  ) {
    path = folder + "/" + relative
    self.folder = folder
    self.shown = shown
    entry = map.entry(for: relative)
    let kind = FolderListing.kind(of: relative)
    self.kind = entry == nil || [.workbook, .json, .database].contains(kind) ? kind : .csv
    (snapshot, futureSnapshot) = Self.snapshot(entry, map, request)
    let named = FolderListing.names(in: relative).last(where: request.knownUnits.contains)
    unit = entry?.unit ?? named
    covers = entry?.covers ?? unit.map { .units([$0]) } ?? .recordsOnly
  }

  /// The task of reading from a server, as an entry of the `exports.yaml` of `folder` says.
  init(
    _ entry: ExportMap.Entry, in folder: String, shown: String, _ map: ExportMap,
    _ request: ExportRequest
  ) {
    path = ""
    (self.folder, self.shown, self.entry, kind) = (folder, shown, entry, .server)
    (snapshot, futureSnapshot) = Self.snapshot(entry, map, request)
    unit = entry.unit
    covers = entry.covers ?? unit.map { .units([$0]) } ?? .recordsOnly
  }

  /// When the system wrote what is read; apart, a time that is still to come.
  private static func snapshot(
    _ entry: ExportMap.Entry?, _ map: ExportMap, _ request: ExportRequest
  ) -> (Instant?, future: Instant?) {
    let said = entry?.snapshot ?? map.snapshot ?? request.snapshot
    let isFuture = said.map { $0 > request.latestSnapshot } ?? false
    return isFuture ? (nil, said) : (said, nil)
  }

  /// The same of a sheet of the file, where several are read.
  func sheet(_ name: String) -> FileTask {
    var task = self
    task.shown += " [\(name)]"
    return task
  }

  /// The key of its entry that says nothing about a file like this.
  var idleKey: String? {
    guard let entry, kind != .server, kind != .database else { return nil }
    if entry.query != nil { return "query" }
    return entry.table != nil && kind != .json ? "table" : nil
  }

  /// The file before anything was read from it.
  var file: ExportFile {
    ExportFile(
      path: shown, dataset: entry?.dataset, unit: unit, covers: covers, snapshot: snapshot)
  }
}
