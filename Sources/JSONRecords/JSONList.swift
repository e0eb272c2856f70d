/// An array that may be the one of the records.
struct JSONList {
  /// The keys above it, joined by points.
  let path: String
  /// How many objects it has.
  private(set) var count = 0
  /// Where the first item is that is no object.
  private(set) var other: JSONFault?
  /// What read its records.
  private(set) var parser = JSONRecordParser()

  init(path: String) { self.path = path }

  /// Reads the array that begins here.
  /// - Parameter body: called after each record.
  mutating func read(
    _ scanner: inout JSONScanner, _ body: (inout JSONRecordParser) throws -> Void
  ) throws {
    try scanner.forEachElement { scanner in
      guard try scanner.peek() == UInt8(ascii: "{") else {
        other = other ?? scanner.fault(.noObject)
        return try scanner.skipValue()
      }
      try parser.read(&scanner)
      count += 1
      try body(&parser)
    }
  }
}

/// Looks for the arrays in an object and in the objects in it.
struct JSONListSearch {
  /// The arrays that were found.
  private(set) var lists: [JSONList] = []
  private let wanted: String?

  /// A search for all of them, or for the one at a path.
  init(wanted: String? = nil) { self.wanted = wanted }

  /// Reads the array or object that begins here.
  /// - Parameters:
  ///   - path: the keys above it.
  ///   - body: called after each record.
  mutating func read(
    _ scanner: inout JSONScanner, path: String = "",
    _ body: (inout JSONRecordParser) throws -> Void = { _ in }
  ) throws {
    switch try scanner.peek() {
    case UInt8(ascii: "["):
      if let wanted, wanted != path { return try scanner.skipValue() }
      var list = JSONList(path: path)
      try list.read(&scanner, body)
      if wanted == nil { lists.append(list) }
    case UInt8(ascii: "{"):
      try scanner.forEachMember { scanner, key in
        let name = String(decoding: key, as: UTF8.self)
        try read(&scanner, path: path.isEmpty ? name : path + "." + name, body)
      }
    default: try scanner.skipValue()
    }
  }
}
