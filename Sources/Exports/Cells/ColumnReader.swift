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
  var zone: Zone { iso.zone }
  /// Whether capitals may stand in the file as small letters.
  private(set) var losesCase = false
  /// What finds the codes of units by their names, in a column of units.
  private(set) var names: UnitNames?
  private let texts: TextMeaning
  private let numbers: [NumberFormat]
  private let dates: [DatePattern]
  private let iso: ISOTimestamp

  /// A reader of `column`; `zone` is that of times without one.
  init(_ column: Column, zone: Zone, texts: SharedTexts = SharedTexts()) {
    self.column = column
    self.texts = TextMeaning(
      allowed: column.type == .string ? column.allowed : nil, texts: texts)
    numbers = ColumnFormats.numbers(of: column)
    dates = ColumnFormats.dates(of: column)
    iso = ISOTimestamp(zone: zone)
    range = ColumnFormats.range(of: column)
  }

  /// Says when the system wrote the file from which cells come next, whether capitals may stand in it as
  /// small letters, and what names it may have for units in this column.
  mutating func begin(snapshot: Instant?, losesCase: Bool, _ names: UnitNames? = nil) {
    self.names = names
    self.losesCase = losesCase && column.allowed != nil
    latest = .max
    guard column.event, let snapshot else { return }
    switch column.type {
    case .timestamp: latest = snapshot.microseconds
    case .date: latest = Int64(iso.zone.local(of: snapshot).day.number)
    case .string, .bool, .int, .decimal: break
    }
  }

  /// Reads the content of a cell.
  func read(_ cell: Bytes) -> CellReading {
    let bytes = cell.trimmed
    if bytes.isEmpty { return .empty }
    if column.type == .string { return texts.reading(of: bytes, losesCase: losesCase, names) }
    guard let value = value(bytes) else {
      return .fault(!bytes.isASCII && bytes.text == nil ? .invalidEncoding : .unreadable)
    }
    if value > latest { return .fault(.afterSnapshot) }
    return range.contains(value) ? .value(value) : .fault(.outOfRange)
  }

  private func value(_ bytes: Bytes) -> Int64? {
    switch column.type {
    case .string: nil
    case .bool: BooleanWords.value(bytes)
    case .int: number(bytes, scale: 0)
    case .decimal(let scale): number(bytes, scale: scale)
    case .date: date(bytes)
    case .timestamp: timestamp(bytes)
    }
  }

  private func number(_ bytes: Bytes, scale: Int) -> Int64? {
    for format in numbers {
      if let units = format.units(bytes, scale: scale) { return units }
    }
    return nil
  }

  private func date(_ bytes: Bytes) -> Int64? {
    for pattern in dates {
      if let local = pattern.read(bytes) { return Int64(local.day.number) }
    }
    return nil
  }

  private func timestamp(_ bytes: Bytes) -> Int64? {
    for pattern in dates {
      if let local = pattern.read(bytes) { return iso.zone.instant(of: local).microseconds }
    }
    return iso.read(bytes)
  }
}
