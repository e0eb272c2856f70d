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
    /// The files it is about.
    var glob: Glob
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
    /// The headers of columns, by column id.
    var columns: [String: String] = [:]
    /// How the cells of columns are written, by column id.
    var formats: [String: [String]] = [:]
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
      let source = SourceText(path: shown, bytes: try FileBytes.contents(of: path))
      let (root, problems) = YAMLParser.parse(source)
      diagnostics += problems
      if let root, root.scalar?.isNull != true { read(root, request, &diagnostics) }
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
      if let entry = EntryReader(request).entry(node, &diagnostics) { entries.append(entry) }
    }
  }

  /// What is said about the file at `path`, relative to the folder.
  func entry(for path: String) -> Entry? { entries.first { $0.glob.matches(path) } }

  /// The entries that match none of `paths`.
  func unmatched(among paths: [String]) -> [Entry] {
    entries.filter { entry in !paths.contains { entry.glob.matches($0) } }
  }

  /// The moment under `snapshot`; the zone is that of a time written without one.
  fileprivate static func snapshot(
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

/// Reads one item under `files`.
private struct EntryReader {
  private static let keys = [
    "path", "dataset", "unit", "snapshot", "covers", "delimiter", "sheet", "encoding", "columns",
    "formats",
  ]

  private let request: ExportRequest

  init(_ request: ExportRequest) { self.request = request }

  func entry(_ node: Node, _ diagnostics: inout [Diagnostic]) -> ExportMap.Entry? {
    let what = Text(vi: "mục của 'files'", en: "an item of 'files'")
    guard let fields = Fields(node, keys: Self.keys, of: what, &diagnostics),
      let path = fields.requiredString("path", &diagnostics)
    else { return nil }
    var entry = ExportMap.Entry(glob: Glob(path.value), span: path.span)
    entry.dataset = dataset(fields, &diagnostics)
    entry.unit = unit(fields, &diagnostics)
    entry.covers = coverage(fields, &diagnostics) ?? entry.unit.map { .units([$0]) }
    entry.snapshot = ExportMap.snapshot(fields, request.zone, &diagnostics)
    entry.delimiter = delimiter(fields, &diagnostics)
    entry.sheet = sheet(fields, &diagnostics)
    entry.encoding = encoding(fields, &diagnostics)
    entry.columns = columns(fields, entry.dataset, &diagnostics)
    entry.formats = formats(fields, entry.dataset, &diagnostics)
    return entry
  }

  private func dataset(_ fields: Fields, _ diagnostics: inout [Diagnostic]) -> String? {
    let what = Text(vi: "bảng số liệu", en: "dataset")
    guard let id = fields.string("dataset", &diagnostics) else { return nil }
    return known(id, what, request.datasets.map(\.id), &diagnostics)
  }

  private func unit(_ fields: Fields, _ diagnostics: inout [Diagnostic]) -> String? {
    fields.string("unit", &diagnostics).flatMap { knownUnit($0, &diagnostics) }
  }

  private func knownUnit(_ code: Located<String>, _ diagnostics: inout [Diagnostic]) -> String? {
    let what = Text(vi: "đơn vị", en: "unit")
    return known(code, what, Array(request.knownUnits), &diagnostics)
  }

  private func known(
    _ name: Located<String>, _ what: Text, _ names: [String], _ diagnostics: inout [Diagnostic]
  ) -> String? {
    if names.contains(name.value) { return name.value }
    diagnostics.append(.unknownName(name.value, name.span, what, among: names.sorted()))
    return nil
  }

  /// `all`, `records`, or codes of units.
  private func coverage(
    _ fields: Fields, _ diagnostics: inout [Diagnostic]
  ) -> ExportFile.Coverage? {
    let codes = fields.strings("covers", &diagnostics)
    if codes.count == 1, codes[0].value == "all" { return .all }
    if codes.count == 1, codes[0].value == "records" { return .recordsOnly }
    let units = codes.compactMap { knownUnit($0, &diagnostics) }
    return codes.isEmpty ? nil : .units(units)
  }

  private func delimiter(_ fields: Fields, _ diagnostics: inout [Diagnostic]) -> UInt8? {
    let wanted = Text(
      vi: "một trong: \",\", \";\", \"|\", tab", en: "one of: \",\", \";\", \"|\", tab")
    return fields.scalar("delimiter", wanted, &diagnostics) { scalar -> UInt8? in
      if scalar.text == "tab" { return UInt8(ascii: "\t") }
      return [",", ";", "|", "\t"].contains(scalar.text) ? scalar.text.utf8.first : nil
    }?.value
  }

  private func encoding(
    _ fields: Fields, _ diagnostics: inout [Diagnostic]
  ) -> ExportMap.NamedEncoding? {
    guard let name = fields.string("encoding", &diagnostics) else { return nil }
    if let encoding = Encoding(named: name.value) {
      return ExportMap.NamedEncoding(encoding: encoding, span: name.span)
    }
    diagnostics.append(.unknownEncoding(name.value, name.span))
    return nil
  }

  /// A name, or a number as people count sheets.
  private func sheet(_ fields: Fields, _ diagnostics: inout [Diagnostic]) -> String? {
    let wanted = Text(vi: "tên hoặc số thứ tự trang tính", en: "a sheet's name or number")
    return fields.scalar("sheet", wanted, &diagnostics) { $0.text.isEmpty ? nil : $0.text }?.value
  }

  private func columns(
    _ fields: Fields, _ dataset: String?, _ diagnostics: inout [Diagnostic]
  ) -> [String: String] {
    let what = Text(vi: "'columns'", en: "'columns'")
    let ids = declared(dataset).map(\.id)
    guard let node = fields["columns"],
      let names = Fields(node, keys: ids, of: what, &diagnostics)
    else { return [:] }
    var columns: [String: String] = [:]
    for id in ids { columns[id] = names.string(id, &diagnostics)?.value }
    return columns
  }

  private func formats(
    _ fields: Fields, _ dataset: String?, _ diagnostics: inout [Diagnostic]
  ) -> [String: [String]] {
    let what = Text(vi: "'formats'", en: "'formats'")
    let columns = declared(dataset)
    guard let node = fields["formats"],
      let named = Fields(node, keys: columns.map(\.id), of: what, &diagnostics)
    else { return [:] }
    var formats: [String: [String]] = [:]
    for column in columns where formats[column.id] == nil {
      let texts = named.strings(column.id, &diagnostics)
      let wrong = FormatCheck.diagnostics(of: texts, column)
      diagnostics += wrong
      if !texts.isEmpty, wrong.isEmpty { formats[column.id] = texts.map(\.value) }
    }
    return formats
  }

  /// The columns that a file can have.
  private func declared(_ dataset: String?) -> [Column] {
    request.datasets.filter { dataset == nil || $0.id == dataset }.flatMap(\.columns)
  }
}
