import Diagnostics
import Tables

/// Finds out from all cells of some columns of a file how they are written: once a file, and only where cells are met
/// that the columns do not declare, or declare in two ways.
struct NotationReview {
  private let file: FileBytes
  private let source: ScanSource
  private static let blockSize = 256 * 1024

  /// The review of the columns of `source`, whose text is `file`.
  init(_ file: FileBytes, _ source: ScanSource) {
    (self.file, self.source) = (file, source)
  }

  /// The columns whose formats allow the same cell to be read in two ways.
  var conflicting: Set<Int> {
    let layout = source.layout
    return Set(
      layout.dataset.columns.indices.filter { column in
        layout.notations[column] == .declared && layout.match.field(ofColumn: column) != nil
          && ColumnFormats.conflict(in: layout.dataset.columns[column])
      })
  }

  /// The source with what was found out about some columns.
  func revised(_ columns: Set<Int>) throws(FileFault) -> ScanSource {
    var revised = source
    let surveys = try surveys(of: columns)
    for (column, survey) in surveys.sorted(by: { $0.key < $1.key }) {
      revised.layout.notations[column] = survey.undecided
      guard let decision = survey.decision else { continue }
      revised.layout.notations[column] = decision.notation
      if let defect = try defect(decision, column) { revised.layout.decisions.append(defect) }
    }
    return revised
  }

  private func surveys(of columns: Set<Int>) throws(FileFault) -> [Int: NotationSurvey] {
    let layout = source.layout
    var surveys: [Int: NotationSurvey] = [:]
    for column in columns {
      surveys[column] = NotationSurvey(layout.dataset.columns[column], layout)
    }
    var reader = reader(at: source.start)
    while try reader.advance(), reader.place.offset < source.end {
      let place = reader.place
      reader.withRecord { record in
        if layout.isMisaligned(record) { return }
        for column in columns {
          guard let field = layout.match.field(ofColumn: column).map({ record.fields[$0] }),
            !field.isBroken
          else { continue }
          surveys[column]?.add(record.bytes.part(field.start..<field.end), at: place)
        }
      }
    }
    return surveys
  }

  /// What is said about a decision, beside the record that decides it.
  private func defect(
    _ decision: NotationSurvey.Decision, _ column: Int
  ) throws(FileFault) -> Defect? {
    guard let place = decision.evidence ?? decision.example else { return nil }
    let layout = source.layout
    var reader = reader(at: place)
    guard try reader.advance() else { return nil }
    return reader.withRecord { record in
      let excerpt = layout.excerpt(of: record)
      let cell = layout.place(column, record, excerpt)
      guard let diagnostic = Diagnostic.decided(decision, cell) else { return nil }
      var defect = Defect(.notation, file: layout.path, diagnostic)
      defect.dataset = layout.dataset.id
      defect.line = excerpt.source.firstLine
      defect.column = layout.match.field(ofColumn: column).map { $0 + 1 }
      defect.columnID = layout.dataset.columns[column].id
      defect.key = layout.key(of: record)
      defect.value = cell.value
      return defect
    }
  }

  private func reader(at place: RecordPlace) -> RecordReader {
    RecordReader(
      file, from: place, bound: source.end, delimiter: source.delimiter,
      blockSize: Self.blockSize)
  }
}

extension ScanResult {
  /// The columns of a file with cells that may be written otherwise than declared.
  func doubtfulColumns(of file: Int, _ layout: FileLayout) -> Set<Int> {
    let slots = pieces(of: file).flatMap { piece in
      piece.notes.counts.keys.filter { $0.kind == .doubtfulNotation }
    }
    return Set(slots.compactMap(\.column)).filter { layout.notations[$0] == .declared }
  }
}
