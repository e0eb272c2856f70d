import Tables

/// Reads the cells of a column of numbers, as they are written in one file.
struct NumberCells {
  private let formats: [NumberFormat]
  private let percent: ColumnFormats.PercentMeaning?
  private let scale: Int
  private let notation: ColumnNotation
  /// Whether the column says nothing about how its numbers are written.
  private let isUndeclared: Bool

  /// Numbers of a column, whose formats are those that count in the file.
  init(_ column: Column, _ notation: ColumnNotation) {
    formats = ColumnFormats.numbers(of: column)
    percent = ColumnFormats.percent(of: column)
    if case .decimal(let scale) = column.type { self.scale = scale } else { scale = 0 }
    self.notation = notation
    isUndeclared = column.formats.isEmpty
  }

  /// Reads a cell, which is trimmed and not empty.
  func read(_ cell: Bytes) -> CellReading {
    if !cell.isASCII, let plain = cell.withPlainSpaces {
      return plain.withUnsafeBufferPointer { read($0) }
    }
    guard cell.last == UInt8(ascii: "%") else { return read(cell, scale) }
    let number = cell.dropLast().trimmed
    guard let percent else {
      return .fault(LooseNumber(number, scale: 9) == nil ? .unreadable : .percent)
    }
    return percent == .asWritten ? read(number, scale) : hundredth(of: number)
  }

  /// The readings of a cell whatever mark stands before decimals, for surveys.
  func loose(_ cell: Bytes) -> LooseNumber? {
    if !cell.isASCII, let plain = cell.withPlainSpaces {
      return plain.withUnsafeBufferPointer { loose($0) }
    }
    let number = cell.last == UInt8(ascii: "%") ? cell.dropLast().trimmed : cell
    return LooseNumber(number, scale: number.count < cell.count ? 9 : scale)
  }

  /// Whether a format of the column reads a cell.
  func isDeclared(_ cell: Bytes) -> Bool { declared(cell, scale) != nil }

  private func hundredth(of number: Bytes) -> CellReading {
    let reading = read(number, max(0, scale - 2))
    guard case .value(let value) = reading, scale < 2 else { return reading }
    let divisor: Int64 = scale == 1 ? 10 : 100
    return value % divisor == 0 ? .value(value / divisor) : .fault(.unreadable)
  }

  private func read(_ cell: Bytes, _ scale: Int) -> CellReading {
    switch notation {
    case .numbers(let mark):
      return read(LooseNumber(cell, scale: scale), mark)
    case .named: return declared(cell, scale).map { .value($0) } ?? .fault(.unreadable)
    case .declared, .dates, .serials:
      let loose = LooseNumber(cell, scale: scale)
      if let value = declared(cell, scale), !isOpen(value, loose, scale) { return .value(value) }
      if let sure = loose?.sure { return .value(sure) }
      return .fault(loose == nil ? .unreadable : .doubt(.decimalMark))
    }
  }

  private func read(_ number: LooseNumber?, _ mark: DecimalMark?) -> CellReading {
    guard let number else { return .fault(.unreadable) }
    if let value = mark.map({ number.units($0) }) ?? number.only { return .value(value) }
    let isTooLong = mark.map { number.isPossible($0) } ?? false
    return .fault(isTooLong ? .unreadable : .doubt(.decimalMark))
  }

  private func declared(_ cell: Bytes, _ scale: Int) -> Int64? {
    formats.lazy.compactMap { $0.units(cell, scale: scale) }.first
  }

  /// Whether a column that declares nothing has a cell such as `1.000`, of which the decimals are no more than the
  /// column holds if they are noughts, so that it may well be a thousand.
  private func isOpen(_ value: Int64, _ loose: LooseNumber?, _ scale: Int) -> Bool {
    guard isUndeclared, scale < 3, let thousands = loose?.units(.comma) else { return false }
    return thousands != value
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes with plain spaces for no-break (U+00A0), thin (U+2009) and narrow no-break ones (U+202F); `nil` when
  /// there are others beyond ASCII.
  fileprivate var withPlainSpaces: [UInt8]? {
    guard let text else { return nil }
    let spaces: Set<Unicode.Scalar> = ["\u{A0}", "\u{2009}", "\u{202F}"]
    let bytes = text.unicodeScalars.map { spaces.contains($0) ? " " : $0 }
    return bytes.allSatisfy(\.isASCII) ? bytes.map { UInt8(ascii: $0) } : nil
  }

  fileprivate func dropLast() -> Bytes { part(0..<count - 1) }
}
