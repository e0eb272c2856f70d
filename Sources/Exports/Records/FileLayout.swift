import Calendars
import Diagnostics
import Encodings
import Tables

/// What the records of one file look like: which field is which column.
struct FileLayout: Sendable {
  /// The path, relative to the exports folder.
  let path: String
  /// The file's headers.
  let headers: [String]
  /// Which header is which column.
  let match: HeaderMatch
  /// When the file was written.
  let snapshot: Instant?
  /// The zone in which moments are shown.
  let zone: Zone
  /// The fields of personal columns.
  let mask: RecordExcerpt.Mask
  /// For each column, whether an empty cell is a defect.
  let wantsValue: [Bool]
  /// What is read instead of the file, where that is no UTF-8.
  let converted: ConvertedText?
  /// What finds the codes of units by their names, and the columns in which it does.
  private let units: (names: UnitNames, columns: Set<Int>)?
  /// How the cells of each column are written.
  var notations: [ColumnNotation]
  /// What was found out about that from the cells themselves.
  var decisions: [Defect] = []

  /// The layout of a file whose headers were matched.
  init(
    path: String, headers: [String], match: HeaderMatch, snapshot: Instant?, zone: Zone,
    converted: ConvertedText?, units: (names: UnitNames, columns: Set<Int>)? = nil
  ) {
    self.units = units
    self.path = path
    self.headers = headers
    self.match = match
    self.snapshot = snapshot
    self.zone = zone
    self.converted = converted
    notations = match.dataset.columns.map { _ in .declared }
    wantsValue = match.dataset.columns.indices.map {
      match.sources[$0] != .absent
        && (!match.dataset.columns[$0].nullable || match.dataset.key.contains($0))
    }
    let personal = headers.indices.filter { field in
      match.column(ofField: field).map { match.dataset.columns[$0].personal } ?? false
    }
    mask = RecordExcerpt.Mask(fields: Set(personal))
  }

  /// The dataset.
  var dataset: Dataset { match.dataset }

  /// Whether capitals may stand in the file as small letters: fonts of TCVN3 show them so.
  var losesCase: Bool { converted?.decoding?.encoding == .tcvn3 }

  /// What is to be known of the cells of a column.
  func terms(of column: Int) -> CellTerms {
    CellTerms(
      snapshot: snapshot, losesCase: losesCase, notation: notations[column],
      names: units.flatMap { $0.columns.contains(column) ? $0.names : nil })
  }

  /// One for each column, for the cells of this file.
  var readers: [ColumnReader] {
    dataset.columns.enumerated().map { index, column in
      var reader = ColumnReader(column, zone: zone)
      reader.begin(terms(of: index))
      return reader
    }
  }

  /// What the cells of a column are that has no field.
  func readingWithoutField(_ column: Int) -> CellReading {
    match.sources[column] == .absent && dataset.columns[column].optional ? .empty : .unknown
  }

  /// The key of a record as written, or `nil` for a dataset without one.
  func key(of record: RawRecord) -> String? {
    if dataset.key.isEmpty { return nil }
    return dataset.key.map { column in
      match.field(ofColumn: column).map { Self.trimmed(record.text($0)) } ?? ""
    }.joined(separator: "|")
  }

  /// Whether fields of a record may stand under other headers than their own.
  func isMisaligned(_ record: RawRecord) -> Bool {
    record.fields.count != headers.count || record.fault.map { $0.kind != .stray } ?? false
  }

  /// A record as messages show it.
  func excerpt(of record: RawRecord) -> RecordExcerpt {
    RecordExcerpt(
      record, path: path, converted?.lines, mask: mask, isMisaligned: isMisaligned(record))
  }

  /// A cell of a record, as messages speak of it; without its value when nobody should read it.
  func place(
    _ column: Int, _ record: RawRecord, _ excerpt: RecordExcerpt, isSecret: Bool = false
  ) -> CellPlace {
    let field = match.field(ofColumn: column)
    var declared = dataset.columns[column]
    if case .named(let formats) = notations[column] { declared.formats = formats }
    return CellPlace(
      span: excerpt.span(ofField: field), column: declared,
      header: field.map { headers[$0] } ?? "",
      value: declared.personal || isSecret ? nil : field.map { Self.trimmed(record.text($0)) })
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { $0.trimmed.shown }
  }
}
