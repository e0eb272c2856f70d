import Calendars
import Diagnostics
import Tables

/// Says which records became one. Their bytes are gone by then and are read again from the files.
struct MergerReporter {
  /// The table before any record was dropped.
  let table: Table
  /// One for each file of the table.
  let sources: [ScanSource]
  /// How many bytes are read at a time.
  let blockSize: Int
  /// How many mergers are reported with the records' bytes.
  let limit: Int

  /// Adds a defect for each merger.
  func report(_ mergers: [Deduplicator.Merger], _ log: inout DefectLog) {
    let excerpts = excerpts(mergers)
    for merger in mergers {
      switch merger {
      case .duplicate(let kept, let dropped):
        add(.duplicateRecord, dropped, &log) {
          .duplicateRecord(
            shownKey(kept), span(dropped, excerpts), first: span(kept, excerpts))
        }
      case .conflict(let places, let columns):
        add(.conflictingRecord, places[0], &log) {
          .conflictingRecord(
            shownKey(places[0]), columns.map { table.dataset.columns[$0].shownName },
            places.map { span($0, excerpts) })
        }
      }
    }
  }

  private func add(
    _ kind: DefectKind, _ place: Deduplicator.Place, _ log: inout DefectLog,
    _ diagnostic: () -> Diagnostic
  ) {
    let row = row(place)
    log.add(kind, file: row.file.path) {
      var defect = Defect(kind, file: row.file.path, diagnostic())
      defect.dataset = table.dataset.id
      defect.line = row.line
      defect.key = key(place)
      return defect
    }
  }

  private func row(_ place: Deduplicator.Place) -> Row {
    Row(table: table, batch: place.batch, index: place.row)
  }

  private func key(_ place: Deduplicator.Place) -> String {
    table.dataset.key.map { text(row(place).cell($0)) }.joined(separator: "|")
  }

  /// The key as messages show it: without the parts that are personal.
  private func shownKey(_ place: Deduplicator.Place) -> String {
    table.dataset.key.map { column in
      table.dataset.columns[column].personal ? "…" : text(row(place).cell(column))
    }.joined(separator: "|")
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .empty, .unreadable: ""
    case .text(let text): text
    case .bool(let value): String(value)
    case .int(let value): String(value)
    case .decimal(let value): value.decimal(places: 9)
    case .date(let day): day.iso
    case .timestamp(let instant): instant.iso
    }
  }

  private func span(
    _ place: Deduplicator.Place, _ excerpts: [[Int: RecordExcerpt]]
  ) -> Span {
    let batch = table.batches[place.batch]
    let line = batch.lines[place.row]
    if let excerpt = excerpts[batch.file][line] { return excerpt.whole }
    let path = table.files[batch.file].path
    return Span(SourceText(path: path, bytes: [], firstLine: line), 0..<0)
  }

  /// For each file the records named in the mergers that are reported, by line.
  private func excerpts(_ mergers: [Deduplicator.Merger]) -> [[Int: RecordExcerpt]] {
    var lines = [Set<Int>](repeating: [], count: table.files.count)
    for merger in mergers.prefix(limit) {
      for place in places(merger) {
        let batch = table.batches[place.batch]
        lines[batch.file].insert(batch.lines[place.row])
      }
    }
    return zip(sources, lines).map { $1.isEmpty ? [:] : read($0, $1) }
  }

  private func places(_ merger: Deduplicator.Merger) -> [Deduplicator.Place] {
    switch merger {
    case .duplicate(let kept, let dropped): [kept, dropped]
    case .conflict(let places, _): places
    }
  }

  private func read(_ source: ScanSource, _ lines: Set<Int>) -> [Int: RecordExcerpt] {
    var found: [Int: RecordExcerpt] = [:]
    guard let file = try? source.open(),
      var reader = try? RecordReader(file, delimiter: source.delimiter, blockSize: blockSize)
    else { return found }
    while found.count < lines.count, (try? reader.advance()) == true {
      reader.withRecord { record in
        let line = source.layout.converted?.lines.number(of: record.line) ?? record.line
        if lines.contains(line) { found[line] = source.layout.excerpt(of: record) }
      }
    }
    return found
  }
}
