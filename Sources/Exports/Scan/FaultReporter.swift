import Calendars
import Tables

/// Says what is wrong with the records of a file, after its reading: those noted are read again.
struct FaultReporter {
  private let file: FileBytes
  private let source: ScanSource
  private var cells: RecordCells
  private static let blockSize = 4096

  init(_ file: FileBytes, _ source: ScanSource) {
    self.file = file
    self.source = source
    let layout = source.layout
    cells = RecordCells(layout, layout.readers)
  }

  /// Adds defects for what was noted.
  /// - Parameter pieces: the notes of each piece, and what to add to its lines.
  mutating func report(
    _ pieces: [(notes: FaultNotes, firstLine: Int)], _ log: inout DefectLog
  ) throws(FileFault) {
    for (notes, firstLine) in pieces {
      var byPlace: [RecordPlace: Set<RecordFault.Slot>] = [:]
      for note in notes.notes {
        byPlace[note.place.adding(firstLine), default: []].insert(note.slot)
      }
      for (place, slots) in byPlace.sorted(by: { $0.key.offset < $1.key.offset }) {
        try report(place, slots, &log)
      }
      for (slot, count) in notes.rest {
        log.add(count, of: slot.kind, file: source.layout.path, column: slot.column)
      }
    }
    try reportBlanks(pieces, &log)
    for decision in source.layout.decisions { log.add(decision) }
  }

  private mutating func report(
    _ place: RecordPlace, _ slots: Set<RecordFault.Slot>, _ log: inout DefectLog
  ) throws(FileFault) {
    var reader = reader(at: place)
    guard try reader.advance() else { return }
    let layout = source.layout
    reader.withRecord { record in
      let reporter = RecordReporter(layout, record, at: place.offset)
      for fault in cells.faults(record, cells.readings(of: record))
      where slots.contains(fault.slot(layout)) {
        reporter.report(fault, &log)
      }
    }
  }

  private func reportBlanks(
    _ pieces: [(notes: FaultNotes, firstLine: Int)], _ log: inout DefectLog
  ) throws(FileFault) {
    let count = pieces.reduce(0) { $0 + $1.notes.blanks }
    let first = pieces.lazy.compactMap { notes, line in notes.firstBlank?.adding(line) }.first
    guard let first else { return }
    var reader = reader(at: first)
    guard try reader.advance() else { return }
    let layout = source.layout
    let excerpt = reader.withRecord { layout.excerpt(of: $0) }
    var defect = Defect(.blankRecord, file: layout.path, .blankRecords(count, excerpt.whole))
    defect.dataset = layout.dataset.id
    defect.line = excerpt.source.firstLine
    log.add(defect)
  }

  private func reader(at place: RecordPlace) -> RecordReader {
    RecordReader(
      file, from: place, delimiter: source.delimiter, blockSize: Self.blockSize)
  }
}

extension RecordPlace {
  /// The same place, where lines are counted from the beginning of the file.
  fileprivate func adding(_ lines: Int) -> RecordPlace {
    RecordPlace(offset: offset, line: line + lines)
  }
}
