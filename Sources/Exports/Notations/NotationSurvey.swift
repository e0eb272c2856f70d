import Tables

/// What all cells of one column of a file tell about how they are written.
struct NotationSurvey {
  /// The cells that tell one thing.
  struct Tally {
    /// How many.
    private(set) var count = 0
    /// The record of the first of them.
    private(set) var first: RecordPlace?

    fileprivate mutating func add(_ place: RecordPlace) {
      if count == 0 { first = place }
      count += 1
    }
  }

  /// What is decided.
  struct Decision {
    let notation: ColumnNotation
    /// The record that decides it, where one does.
    let evidence: RecordPlace?
    /// A record that nobody could read without it.
    let example: RecordPlace?
    /// Whether the column declares otherwise.
    let isContrary: Bool
  }

  /// One cell in so many may speak against the others; it is a slip then.
  private static let rareness = 20
  /// So many cells are needed to go against what the column declares.
  private static let leastAgainst = 3

  private let column: Column
  private let numbers: NumberCells
  private let dates: DateCells
  private var orders: [DayOrder: Tally] = [:]
  private var marks: [DecimalMark: Tally] = [:]
  /// Cells that could be read both ways.
  private var open = Tally()
  private var serials = Tally()
  /// Cells of dates that are none of these.
  private var otherDates = 0
  /// How many cells are not written as the column declares.
  private var undeclared = 0

  /// A survey of no cell yet.
  /// - Parameter layout: that of the file.
  init(_ column: Column, _ layout: FileLayout) {
    self.column = column
    numbers = NumberCells(column, .declared)
    dates = DateCells(column, .declared, zone: layout.zone)
  }

  /// Looks at the content of a cell.
  mutating func add(_ cell: Bytes, at place: RecordPlace) {
    let cell = cell.trimmed
    if cell.isEmpty { return }
    switch column.type {
    case .int, .decimal: addNumber(cell, place)
    case .date, .timestamp: addDate(cell, place)
    case .string, .bool: break
    }
  }

  private mutating func addNumber(_ cell: Bytes, _ place: RecordPlace) {
    guard let number = numbers.loose(cell) else { return }
    if !numbers.isDeclared(cell) { undeclared += 1 }
    if let mark = number.onlyMark {
      marks[mark, default: Tally()].add(place)
    } else if number.sure == nil {
      open.add(place)
    }
  }

  private mutating func addDate(_ cell: Bytes, _ place: RecordPlace) {
    if let date = dates.loose(cell) {
      if !dates.isDeclared(cell) { undeclared += 1 }
      if let order = date.onlyOrder { return orders[order, default: Tally()].add(place) }
      if date.sure == nil { return open.add(place) }
    } else if dates.serial(cell) != nil {
      return serials.add(place)
    } else if !dates.isDeclared(cell) {
      return
    }
    otherDates += 1
  }

  /// What the cells come to; `nil` when none of them could be read otherwise than the column declares.
  var decision: Decision? {
    switch column.type {
    case .int, .decimal: return decision(marks, declaredMark) { .numbers($0) }
    case .date, .timestamp:
      if serials.count > 0, orders.isEmpty, open.count + otherDates == 0 {
        return Decision(
          notation: .serials, evidence: serials.first, example: nil, isContrary: false)
      }
      return decision(orders, declaredOrder) { .dates($0) }
    case .string, .bool: return nil
    }
  }

  /// What holds where nothing is decided: what the column declares, if it is one thing.
  var undecided: ColumnNotation {
    switch column.type {
    case .int, .decimal: .numbers(declaredMark)
    case .date, .timestamp: .dates(declaredOrder)
    case .string, .bool: .declared
    }
  }

  private var declaredMark: DecimalMark? {
    column.formats.isEmpty ? nil : DecimalMark(of: ColumnFormats.numbers(of: column))
  }

  private var declaredOrder: DayOrder? { DayOrder(of: ColumnFormats.dates(of: column)) }

  private func decision<Way: Hashable>(
    _ tallies: [Way: Tally], _ declared: Way?, _ notation: (Way?) -> ColumnNotation
  ) -> Decision? {
    let ranked = tallies.sorted { $0.value.count > $1.value.count }
    guard let (way, most) = ranked.first.map({ ($0.key, $0.value) }) else {
      if open.count == 0 { return nil }
      let example = declared.map { isSilent($0, declared) } == true ? nil : open.first
      return Decision(
        notation: notation(declared), evidence: nil, example: example, isContrary: false)
    }
    let against = ranked.dropFirst().first?.value.count ?? 0
    let isContrary = declared.map { $0 != way } ?? false
    guard against * Self.rareness <= most.count,
      !isContrary || most.count >= Self.leastAgainst
    else {
      return Decision(notation: notation(nil), evidence: nil, example: nil, isContrary: false)
    }
    return Decision(
      notation: notation(way), evidence: isSilent(way, declared) ? nil : most.first, example: nil,
      isContrary: isContrary)
  }

  /// Whether nothing need be said, since all cells are written as declared.
  private func isSilent<Way: Equatable>(_ way: Way, _ declared: Way?) -> Bool {
    way == declared && undeclared == 0
  }
}
