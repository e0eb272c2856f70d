import Calendars
import Tables

/// Reads the cells of a column of dates or moments, as they are written in one file.
struct DateCells {
  /// The zone of times without one.
  var zone: Zone { iso.zone }
  private let type: ColumnType
  private let patterns: [DatePattern]
  private let iso: ISOTimestamp
  private let notation: ColumnNotation
  private let takesDayAlone: Bool

  /// Dates of a column, whose formats are those that count in the file.
  init(_ column: Column, _ notation: ColumnNotation, zone: Zone) {
    type = column.type
    self.notation = notation
    let patterns = ColumnFormats.dates(of: column)
    takesDayAlone = patterns.contains(where: \.isOfDay)
    if case .dates(let order) = notation {
      self.patterns = patterns.filter { $0.order == nil || $0.order == order }
    } else {
      self.patterns = patterns
    }
    iso = ISOTimestamp(zone: zone)
  }

  /// Reads a cell, which is trimmed and not empty.
  func read(_ cell: Bytes) -> CellReading {
    if let value = declared(cell) { return .value(value) }
    if case .named = notation { return .fault(shortYear(cell) ? .shortYear : .unreadable) }
    if let serial = serial(cell) {
      return notation == .serials ? .value(stored(serial.local)) : .fault(.doubt(.serial))
    }
    guard let date = LooseDate(cell) else { return .fault(.unreadable) }
    if date.hasShortYear { return .fault(.shortYear) }
    guard date.isPossible, date.fits(type, takesDayAlone: takesDayAlone) else {
      return .fault(.unreadable)
    }
    return local(date).map { .value(stored($0)) } ?? .fault(.doubt(.dayOrder))
  }

  /// A date as people write it, in any order; `nil` for what cannot be one of this column.
  func loose(_ cell: Bytes) -> LooseDate? {
    guard let date = LooseDate(cell), date.isPossible,
      date.fits(type, takesDayAlone: takesDayAlone)
    else { return nil }
    return date
  }

  /// A day as Excel counts it; `nil` for what cannot be one of this column.
  func serial(_ cell: Bytes) -> SerialDate? {
    SerialDate(cell).flatMap { $0.fits(type, takesDayAlone: takesDayAlone) ? $0 : nil }
  }

  /// Whether a pattern of the column or ISO 8601 reads a cell.
  func isDeclared(_ cell: Bytes) -> Bool { declared(cell) != nil }

  private func shortYear(_ cell: Bytes) -> Bool { LooseDate(cell)?.hasShortYear == true }

  private func local(_ date: LooseDate) -> LocalTime? {
    guard case .dates(let order) = notation else { return date.sure }
    return order.map { date.local($0) } ?? date.onlyOrder.flatMap { date.local($0) } ?? date.sure
  }

  private func declared(_ cell: Bytes) -> Int64? {
    for pattern in patterns {
      if let local = pattern.read(cell) { return stored(local) }
    }
    return type == .timestamp ? iso.read(cell) : nil
  }

  private func stored(_ local: LocalTime) -> Int64 {
    type == .date ? Int64(local.day.number) : zone.instant(of: local).microseconds
  }
}
