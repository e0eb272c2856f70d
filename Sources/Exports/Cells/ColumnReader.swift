import Calendars
import Foundation
import Numbers
import Tables

/// Reads the cells of one column, of all files of its dataset.
struct ColumnReader {
  /// The column.
  let column: Column
  /// The texts that columns of text have stored codes of.
  var dictionary: TextDictionary { texts.texts.all }
  /// The greatest value an event may have: the file's snapshot, as the column stores moments.
  private(set) var latest = Int64.max
  /// The values a number can have.
  let range: ClosedRange<Int64>
  /// The zone of times without one.
  var zone: Zone { dates.zone }
  /// Whether capitals may stand in the file as small letters.
  private(set) var losesCase = false
  /// What finds the codes of units by their names, in a column of units.
  private(set) var names: UnitNames?
  /// How the cells of the file are written.
  private(set) var notation = ColumnNotation.declared
  private let texts: TextMeaning
  private var numbers: NumberCells
  private var dates: DateCells

  /// A reader of `column`; `zone` is that of times without one.
  init(_ column: Column, zone: Zone, texts: SharedTexts = SharedTexts()) {
    self.column = column
    self.texts = TextMeaning(
      allowed: column.type == .string ? column.allowed : nil, texts: texts)
    numbers = NumberCells(column, .declared)
    dates = DateCells(column, .declared, zone: zone)
    range = ColumnFormats.range(of: column)
  }

  /// Takes what a file says about the cells that come next.
  mutating func begin(_ terms: CellTerms) {
    names = terms.names
    if terms.notation != notation { use(terms.notation) }
    let (snapshot, losesCase) = (terms.snapshot, terms.losesCase)
    self.losesCase = losesCase && column.allowed != nil
    latest = .max
    guard column.event, let snapshot else { return }
    switch column.type {
    case .timestamp: latest = snapshot.microseconds
    case .date: latest = Int64(zone.local(of: snapshot).day.number)
    case .string, .bool, .int, .decimal: break
    }
  }

  private mutating func use(_ notation: ColumnNotation) {
    self.notation = notation
    var column = column
    if case .named(let formats) = notation { column.formats = formats }
    numbers = NumberCells(column, notation)
    dates = DateCells(column, notation, zone: zone)
  }

  /// Reads the content of a cell.
  func read(_ cell: Bytes) -> CellReading {
    let bytes = cell.trimmed
    if bytes.isEmpty { return .empty }
    if column.type == .string { return texts.reading(of: bytes, losesCase: losesCase, names) }
    let reading = content(bytes)
    guard case .value(let value) = reading else {
      return !bytes.isASCII && bytes.text == nil ? .fault(.invalidEncoding) : reading
    }
    if value > latest { return .fault(.afterSnapshot) }
    return range.contains(value) ? reading : .fault(.outOfRange)
  }

  private func content(_ bytes: Bytes) -> CellReading {
    switch column.type {
    case .string, .bool: BooleanWords.value(bytes).map { .value($0) } ?? .fault(.unreadable)
    case .int, .decimal: numbers.read(bytes)
    case .date, .timestamp: dates.read(bytes)
    }
  }
}
