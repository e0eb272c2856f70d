import Calendars
import Diagnostics
import Encodings
import Tables
import YAMLTree

/// Reads one item under `files`.
struct ExportMapEntry {
  private static let keys = [
    "path", "postgres", "table", "query", "dataset", "unit", "snapshot", "covers", "delimiter",
    "sheet", "encoding", "columns", "formats",
  ]

  private let request: ExportRequest

  init(_ request: ExportRequest) { self.request = request }

  func entry(_ node: Node, _ diagnostics: inout [Diagnostic]) -> ExportMap.Entry? {
    let what = Text(vi: "mục của 'files'", en: "an item of 'files'")
    guard let fields = Fields(node, keys: Self.keys, of: what, &diagnostics),
      let (place, span) = place(fields, &diagnostics)
    else { return nil }
    var entry = ExportMap.Entry(place: place, span: span)
    entry.table = fields.string("table", &diagnostics)?.value
    entry.query = fields.string("query", &diagnostics)?.value
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

  /// Files by `path`, or a server.
  private func place(
    _ fields: Fields, _ diagnostics: inout [Diagnostic]
  ) -> (ExportMap.Place, Span)? {
    guard let span = fields.keySpan("postgres") else {
      return fields.requiredString("path", &diagnostics).map { (.files(Glob($0.value)), $0.span) }
    }
    if let path = fields.keySpan("path") {
      diagnostics.append(.notOfServers("path", path))
      return nil
    }
    for key in ["sheet", "delimiter", "encoding"] {
      if let other = fields.keySpan(key) { diagnostics.append(.notOfServers(key, other)) }
    }
    if (fields["table"] == nil) == (fields["query"] == nil) {
      diagnostics.append(.tableOrQuery(span))
      return nil
    }
    guard let node = fields["postgres"] else { return (.server(service: nil), span) }
    let what = Text(vi: "'postgres'", en: "'postgres'")
    guard let server = Fields(node, keys: ["service"], of: what, &diagnostics) else { return nil }
    let service = server.string("service", &diagnostics)
    if let service, service.value.contains(/[^A-Za-z0-9_.-]/) {
      diagnostics.append(.noServiceName(service.span))
      return nil
    }
    return (.server(service: service?.value), span)
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
