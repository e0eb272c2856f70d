/// What a `table-cell` element says before its paragraphs come (OpenDocument 1.3 part 3, 9.1.4).
struct OpenCell {
  enum Kind { case none, number, percentage, date, time, bool, string, error }

  private(set) var kind = Kind.none
  private(set) var value: [UInt8] = []
  /// Whether `office:string-value` gives the text in place of the paragraphs.
  private(set) var hasStringValue = false
  private(set) var hasFormula = false
  private(set) var columnsRepeated = 1
  private(set) var columnsSpanned = 1
  private(set) var rowsSpanned = 1

  mutating func read(_ attributes: XMLAttributes) {
    clear()
    attributes.forEach { read($0, $1) }
  }

  /// Takes one attribute.
  mutating func read(_ name: XMLName, _ value: UnsafeBufferPointer<UInt8>) {
    switch name.space {
    case .office: readValue(name.local, value)
    case .table: readTable(name.local, value)
    case .calcExtension where name.local == "value-type" && value == "error": kind = .error
    default: break
    }
  }

  mutating func clear() {
    kind = .none
    value.removeAll(keepingCapacity: true)
    (hasStringValue, hasFormula) = (false, false)
    (columnsRepeated, columnsSpanned, rowsSpanned) = (1, 1, 1)
  }

  private mutating func readValue(
    _ name: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    if name == "value-type" {
      if kind != .error { kind = Self.kinds.first { text == $0.0 }?.1 ?? .string }
    } else if name == "string-value" {
      hasStringValue = true
      value = Array(text)
    } else if name == "value" || name == "date-value" || name == "time-value"
      || name == "boolean-value"
    {
      value = Array(text)
    }
  }

  private static let kinds: [(StaticString, Kind)] = [
    ("float", .number), ("string", .string), ("date", .date), ("percentage", .percentage),
    ("currency", .number), ("time", .time), ("boolean", .bool),
  ]

  private mutating func readTable(
    _ name: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    if name == "number-columns-repeated" {
      columnsRepeated = max(1, text.decimal ?? 1)
    } else if name == "formula" {
      hasFormula = true
    } else if name == "number-columns-spanned" {
      columnsSpanned = max(1, text.decimal ?? 1)
    } else if name == "number-rows-spanned" {
      rowsSpanned = max(1, text.decimal ?? 1)
    }
  }
}
