/// Reads objects as records: objects within them become keys with points.
struct JSONRecordParser {
  /// The keys met so far.
  private(set) var paths = JSONPaths()
  /// The record that was read last.
  private(set) var record = JSONRecord()
  private var objects: [Int] = []
  private var lastRecord: [Int] = []
  private var doubled: Set<Int> = []
  private var number = 0

  /// Reads the object that begins here.
  mutating func read(_ scanner: inout JSONScanner) throws {
    number += 1
    objects.removeAll(keepingCapacity: true)
    doubled.removeAll()
    paths.beginRecord()
    record.begin(scanner.line)
    guard try scanner.peek() == UInt8(ascii: "{") else {
      throw try scanner.peek() == nil ? scanner.fault(.end) : scanner.fault(.noObject)
    }
    try readObject([], &scanner)
    if !doubled.isEmpty { markDoubled() }
    paths.note(record, objects: objects)
  }

  /// Says that the record could not be read.
  mutating func fail(_ fault: JSONFault, line: Int) {
    record.begin(line)
    record.fault = fault
  }

  /// Gives the values of the record the numbers of their columns.
  mutating func assign(_ columns: [Int?]) {
    for index in record.values.indices {
      let path = record.values[index].path
      record.values[index].key = path < columns.count ? columns[path] : nil
    }
  }

  private mutating func readObject(_ prefix: [UInt8], _ scanner: inout JSONScanner) throws {
    try scanner.forEachMember { scanner, key in
      let name = prefix.isEmpty ? key : prefix + [UInt8(ascii: ".")] + key
      guard let path = paths.number(of: name) else { throw scanner.fault(.tooManyKeys) }
      if isDouble(path) { doubled.insert(path) }
      if try scanner.peek() == UInt8(ascii: "{") {
        objects.append(path)
        try readObject(name, &scanner)
      } else {
        try record.add(path, &scanner)
      }
    }
  }

  /// Whether the record has the path already.
  private mutating func isDouble(_ path: Int) -> Bool {
    while lastRecord.count <= path { lastRecord.append(0) }
    defer { lastRecord[path] = number }
    return lastRecord[path] == number
  }

  /// Nobody can say which value of a key counts that is there twice, nor what was meant below it.
  private mutating func markDoubled() {
    let names = doubled.map { paths.all[$0].name }
    var seen: Set<Int> = []
    record.values = record.values.compactMap { value in
      let name = paths.all[value.path].name
      let isDoubled = names.contains { $0 == name || name.starts(with: $0 + [UInt8(ascii: ".")]) }
      if !isDoubled { return value }
      if !seen.insert(value.path).inserted { return nil }
      var value = value
      value.kind = .duplicate
      return value
    }
  }
}
