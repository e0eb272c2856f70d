import CScan
import Calendars
import Tables

/// Reads the cells of one column on one thread: by a kernel where it can, else as `ColumnReader` does.
final class ColumnLane {
  private enum Kernel {
    case cached
    case uncoded
    case integer(factor: Int64)
    case dashedDate
    case slashedDate
    case dashedTimestamp
    case slashedTimestamp(minutes: Bool, seconds: Bool)

    /// Whether it takes cells of a notation for what they are.
    func reads(_ notation: ColumnNotation) -> Bool {
      switch self {
      case .slashedDate, .slashedTimestamp:
        notation == .declared || notation == .dates(.dayFirst)
      case .dashedDate, .dashedTimestamp:
        if case .named = notation { false } else { true }
      case .cached, .uncoded, .integer: true
      }
    }
  }

  /// Reads what the kernel leaves.
  private(set) var reader: ColumnReader
  @exclusivity(unchecked) private var kernel: Kernel
  /// The kernel for what the column declares.
  private let declaredKernel: Kernel
  private let cache = CellCache()
  private let days: DayTable?
  private let level: cscan_level
  private var scratch: [UInt8] = []
  /// The texts of cells that were read slowly, where they have no codes that last.
  private let passing: SharedTexts?

  /// The lane of a column.
  /// - Parameters:
  ///   - texts: `nil` for a column of texts that get no codes.
  ///   - level: the instructions that may be used.
  init(
    _ column: Column, zone: Zone, texts: SharedTexts?, _ tables: DayTables, level: cscan_level
  ) {
    self.level = level
    passing = texts == nil ? SharedTexts() : nil
    reader = ColumnReader(column, zone: zone, texts: texts ?? passing ?? SharedTexts())
    declaredKernel = texts == nil ? .uncoded : Self.kernel(of: column)
    kernel = declaredKernel
    switch kernel {
    case .cached, .uncoded, .integer: days = nil
    case .dashedDate, .slashedDate: days = tables.numbers
    case .dashedTimestamp, .slashedTimestamp: days = tables.midnights
    }
  }

  /// The kernel for the notation that a column's cells mostly have; one that could read a cell
  /// otherwise than the first of the column's formats that fits it is none.
  private static func kernel(of column: Column) -> Kernel {
    let formats = Set(column.formats)
    switch column.type {
    case .string, .bool: return .cached
    case .int: return .integer(factor: 1)
    case .decimal(let scale): return .integer(factor: (0..<scale).reduce(1) { ten, _ in ten * 10 })
    case .date:
      return formats.isEmpty ? .dashedDate : formats == ["dd/MM/yyyy"] ? .slashedDate : .cached
    case .timestamp:
      let (minutes, seconds) = ("dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss")
      if formats.isEmpty { return .dashedTimestamp }
      let known: Set = [minutes, seconds, "dd/MM/yyyy"]
      guard formats.isSubset(of: known), formats != ["dd/MM/yyyy"] else { return .cached }
      return .slashedTimestamp(
        minutes: formats.contains(minutes), seconds: formats.contains(seconds))
    }
  }

  /// Takes what a file says about the cells that come next.
  func begin(_ terms: CellTerms) {
    let before = reader
    reader.begin(terms)
    let isSame =
      before.latest == reader.latest && before.losesCase == reader.losesCase
      && before.notation == reader.notation && before.names === reader.names
    if !isSame { cache.clear() }
    kernel = declaredKernel.reads(terms.notation) ? declaredKernel : .cached
  }

  /// Whether its texts get no codes: `ColumnCells.fillTexts` takes what stands for itself.
  var isUncoded: Bool { passing != nil }

  /// Writes what a cell was read as into a row that there is.
  func set(_ reading: CellReading, _ row: Int, of cells: inout ColumnCells) {
    cells.set(row, reading)
    guard let passing, case .value(let code) = reading else { return }
    cells.setText(row, passing[code])
    passing.forget()
  }

  /// Reads one field of all records; returns how many are in doubt.
  func fill(_ run: CellRun, field: Int, _ space: CellSpace) -> Int {
    switch kernel {
    case .cached:
      return ccells_read_known(run.plain(field), cache.known, space.plain)
    case .uncoded: return 0
    case .integer(let factor):
      let kernel = IntegerKernel(range: reader.range, factor: factor)
      return level == CSCAN_AVX2
        ? kernel.fillFast(run, field: field, space) : kernel.fill(run, field: field, space)
    case .dashedDate: return fillDates(DashedDate.self, run, field, space)
    case .slashedDate: return fillDates(SlashedDate.self, run, field, space)
    case .dashedTimestamp:
      return fillTimestamps(
        DashedDate.self, run, field, space, separators: (UInt8(ascii: "T"), .space),
        takes: (true, true))
    case .slashedTimestamp(let minutes, let seconds):
      return fillTimestamps(
        SlashedDate.self, run, field, space, separators: (.space, .space),
        takes: (minutes, seconds))
    }
  }

  private func fillDates<Shape: DateShape>(
    _ shape: Shape.Type, _ run: CellRun, _ field: Int, _ space: CellSpace
  ) -> Int {
    guard let days else { return 0 }
    return DateKernel<Shape>(entries: days.entries, latest: reader.latest)
      .fill(run, field: field, space)
  }

  private func fillTimestamps<Shape: DateShape>(
    _ shape: Shape.Type, _ run: CellRun, _ field: Int, _ space: CellSpace,
    separators: (UInt8, UInt8), takes: (minutes: Bool, seconds: Bool)
  ) -> Int {
    guard let days else { return 0 }
    let kernel = TimestampKernel<Shape>(
      entries: days.entries, latest: reader.latest, separators: separators, takes: takes)
    return level == CSCAN_AVX2
      ? kernel.fillFast(run, field: field, space) : kernel.fill(run, field: field, space)
  }

  /// Reads a cell in doubt, as it stands in the file.
  func read(_ cell: Bytes) -> CellReading {
    guard case .cached = kernel else {
      learn(cell)
      return readContent(of: cell)
    }
    if let known = cache.reading(of: cell) { return known }
    let reading = readContent(of: cell)
    cache.add(cell, reading)
    return reading
  }

  private func readContent(of cell: Bytes) -> CellReading {
    guard cell.count >= 2, cell[0] == .quote else { return reader.read(cell) }
    let content = cell.part(1..<cell.count - 1)
    guard content.contains(.quote) else { return reader.read(content) }
    content.undouble(into: &scratch)
    return scratch.withUnsafeBufferPointer { reader.read($0) }
  }

  /// Works out the day of a date or timestamp, so that there is no doubt the next time.
  private func learn(_ cell: Bytes) {
    guard let days, cell.count >= 10, let start = cell.baseAddress else { return }
    let (text, _) = unquoted(start, cell.count)
    let (index, flaw) =
      switch kernel {
      case .slashedDate, .slashedTimestamp: SlashedDate.index(word(text), word(text, 8))
      default: DashedDate.index(word(text), word(text, 8))
      }
    if flaw == 0 { days.learn(index) }
  }
}
