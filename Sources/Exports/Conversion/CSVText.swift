/// Writes records as CSV, and remembers what people call their lines.
struct CSVText {
  private var bytes: [UInt8] = []
  /// What people call each line.
  private(set) var lines = LineNames()
  private var line = 1
  private var isFirst = true

  /// Says how the next record is called.
  mutating func begin(_ number: Int) { lines.name(line, number) }

  /// Writes a field, in quotation marks where it needs them.
  mutating func add(_ field: some Collection<UInt8>) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    line += bytes.append(csvField: field)
  }

  /// Ends the record.
  mutating func end() {
    bytes.append(.lineFeed)
    line += 1
    isFirst = true
  }

  /// Takes a record that is CSV already, with its line break, and says how it is called.
  mutating func add(record: UnsafeBufferPointer<UInt8>, called number: Int) {
    begin(number)
    bytes.append(contentsOf: record)
    line += record.count { $0 == .lineFeed }
  }

  /// Gives what was written since the last time.
  mutating func move(to text: inout [UInt8]) {
    text += bytes
    bytes.removeAll(keepingCapacity: true)
  }
}

extension [UInt8] {
  /// Appends a field of CSV, in quotation marks where it needs them; returns how many line feeds stand in it.
  mutating func append(csvField field: some Collection<UInt8>) -> Int {
    let special: (UInt8) -> Bool = {
      $0 == .quote || $0 == UInt8(ascii: ",") || $0 == .lineFeed || $0 == .carriageReturn
    }
    guard field.contains(where: special) else {
      append(contentsOf: field)
      return 0
    }
    append(.quote)
    for byte in field {
      if byte == .quote { append(.quote) }
      append(byte)
    }
    append(.quote)
    return field.count { $0 == .lineFeed }
  }
}
