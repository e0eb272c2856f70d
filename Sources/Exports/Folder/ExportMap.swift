import Calendars
import Diagnostics
import Encodings
import Foundation
import Tables
import YAMLTree

/// What an `exports.yaml` says about the files beside it.
struct ExportMap {
  /// The name of the file.
  static let fileName = "exports.yaml"

  /// What it says about the files that a pattern matches.
  struct Entry {
    /// What it is about.
    var place: Place
    /// Where the pattern is written.
    var span: Span
    var dataset: String?
    var unit: String?
    var covers: ExportFile.Coverage?
    var snapshot: Instant?
    var delimiter: UInt8?
    /// The name or number of the sheet to read.
    var sheet: String?
    var encoding: NamedEncoding?
    /// The table or view to read; of a JSON file the keys above its array.
    var table: String?
    /// The SELECT whose rows are read.
    var query: String?
    /// The headers of columns, by column id.
    var columns: [String: String] = [:]
    /// How the cells of columns are written, by column id.
    var formats: [String: [String]] = [:]

    /// The pattern of its files.
    var glob: Glob? { if case .files(let glob) = place { glob } else { nil } }
  }

  /// Where exports are.
  enum Place {
    /// Files beside `exports.yaml`.
    case files(Glob)
    /// A PostgreSQL server: a name in libpq's service file, or what its environment variables say.
    case server(service: String?)
  }

  /// What it says that files are written in.
  struct NamedEncoding {
    /// The encoding.
    let encoding: Encoding
    /// Where it is named.
    let span: Span
  }

  /// The snapshot time of files whose entry gives none.
  private(set) var snapshot: Instant?
  /// In the order written; the first that matches a file counts.
  private(set) var entries: [Entry] = []

  /// Nothing is said.
  init() {}

  /// Reads the `exports.yaml` of `folder`, if there is one.
  /// - Parameter shown: its path as shown to people.
  init(
    folder: String, shown: String, _ request: ExportRequest, _ diagnostics: inout [Diagnostic]
  ) {
    let path = folder + "/" + Self.fileName
    guard FileManager.default.fileExists(atPath: path) else { return }
    do throws(FileFault) {
      let secrets = MapSecrets(try FileBytes.contents(of: path))
      let source = SourceText(path: shown, bytes: secrets.masked)
      diagnostics += secrets.places.map { .secretInMap(Span(source, $0)) }
      let (root, problems) = YAMLParser.parse(source)
      diagnostics += problems
      if let root, root.scalar?.isNull != true { read(root, request, &diagnostics) }
      if !secrets.places.isEmpty { entries.removeAll { $0.glob == nil } }
    } catch {
      let span = Span(SourceText(path: shown, bytes: []), 0..<0)
      diagnostics.append(.unreadableMap(span, error))
    }
  }

  private mutating func read(
    _ root: Node, _ request: ExportRequest, _ diagnostics: inout [Diagnostic]
  ) {
    let what = Text(vi: "exports.yaml", en: "exports.yaml")
    guard let fields = Fields(root, keys: ["snapshot", "files"], of: what, &diagnostics) else {
      return
    }
    snapshot = Self.snapshot(fields, request.zone, &diagnostics)
    for node in fields.list("files", &diagnostics) {
      if let entry = ExportMapEntry(request).entry(node, &diagnostics) { entries.append(entry) }
    }
  }

  /// What is said about the file at `path`, relative to the folder.
  func entry(for path: String) -> Entry? { entries.first { $0.glob?.matches(path) == true } }

  /// The entries of files that match none of `paths`, and their patterns.
  func unmatched(among paths: [String]) -> [(entry: Entry, glob: Glob)] {
    entries.compactMap { entry in
      guard let glob = entry.glob, !paths.contains(where: glob.matches) else { return nil }
      return (entry, glob)
    }
  }

  /// The entries of servers.
  var servers: [Entry] { entries.filter { $0.glob == nil } }

  /// The moment under `snapshot`; the zone is that of a time written without one.
  static func snapshot(
    _ fields: Fields, _ zone: Zone, _ diagnostics: inout [Diagnostic]
  ) -> Instant? {
    let wanted = Text(
      vi: "ngày và giờ, như 2025-10-03T17:00:00+07:00",
      en: "a date and time, like 2025-10-03T17:00:00+07:00")
    let reader = ISOTimestamp(zone: zone)
    return fields.scalar("snapshot", wanted, &diagnostics) { scalar in
      Array(scalar.text.utf8).withUnsafeBufferPointer { reader.read($0) }
        .map(Instant.init(microseconds:))
    }?.value
  }
}
