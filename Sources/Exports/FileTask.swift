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
    self.kind = entry == nil || kind == .workbook ? kind : .csv
    let said = entry?.snapshot ?? map.snapshot ?? request.snapshot
    let isFuture = said.map { $0 > request.latestSnapshot } ?? false
    (snapshot, futureSnapshot) = isFuture ? (nil, said) : (said, nil)
    let named = FolderListing.names(in: relative).last(where: request.knownUnits.contains)
    unit = entry?.unit ?? named
    covers = entry?.covers ?? unit.map { .units([$0]) } ?? .recordsOnly
  }

  /// The same of a sheet of the file, where several are read.
  func sheet(_ name: String) -> FileTask {
    var task = self
    task.shown += " [\(name)]"
    return task
  }

  /// The file before anything was read from it.
  var file: ExportFile {
    ExportFile(
      path: shown, dataset: entry?.dataset, unit: unit, covers: covers, snapshot: snapshot)
  }
}
