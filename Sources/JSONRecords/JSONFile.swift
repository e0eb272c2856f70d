/// A JSON text that holds records: where they stand in it, and what keys they have.
///
/// It is read twice: once for the keys of all records, which are the columns, and once for the records. Nothing is kept
/// that grows with their number.
package struct JSONFile {
  /// Where the records stand.
  package enum Form: Hashable, Sendable {
    /// In an array: the text itself is one where the path is empty, else it is the value under these keys
    /// (`data.items`).
    case array(path: String)
    /// An object a line.
    case lines
  }

  /// Why a text holds no records that can be told.
  package enum Refusal: Error, Hashable {
    /// It holds nothing.
    case empty
    /// No array of objects, or not the one that was asked for.
    case noArray(asked: String?)
    /// Several; their paths.
    case severalArrays([String])
  }

  /// Where the records stand.
  package let form: Form
  /// The keys of all records, in the order in which they were met first.
  package let keys: [String]
  /// How many records there are, with those that cannot be read.
  package let recordCount: Int
  private let columns: [Int?]
  private let source: JSONSource

  /// Looks through a text.
  /// - Parameters:
  ///   - isLineByLine: whether it is JSON Lines by its name, unless it begins with an array.
  ///   - path: where the array is that is asked for, if it is said.
  /// - Throws: a `JSONFault`, a `Refusal`, or what `source` throws.
  package init(
    _ source: @escaping JSONSource, isLineByLine: Bool, path: String? = nil
  ) throws {
    var scanner = try JSONScanner(source, isLineByLine: false)
    try scanner.skipSpace()
    guard let first = try scanner.peek() else { throw Refusal.empty }
    if first == UInt8(ascii: "{"), isLineByLine {
      try self.init(linesOf: source)
    } else if first == UInt8(ascii: "[") {
      var list = JSONList(path: "")
      try list.read(&scanner) { _ in }
      try scanner.expectEnd()
      try self.init(source, list)
    } else if let list = try Self.list(in: &scanner, path) {
      try self.init(source, list)
    } else {
      try self.init(linesOf: source)
    }
  }

  /// The records of an array, all items of which have to be objects.
  private init(_ source: @escaping JSONSource, _ list: JSONList) throws {
    if let other = list.other { throw list.count > 0 ? other : Refusal.noArray(asked: nil) }
    self.init(source, .array(path: list.path), list.parser.paths, list.count)
  }

  private init(
    _ source: @escaping JSONSource, _ form: Form, _ paths: JSONPaths, _ recordCount: Int
  ) {
    (self.source, self.form, self.recordCount) = (source, form, recordCount)
    var (columns, keys): ([Int?], [String]) = ([], [])
    for path in paths.all {
      columns.append(path.isColumn ? keys.count : nil)
      if path.isColumn { keys.append(String(decoding: path.name, as: UTF8.self)) }
    }
    (self.columns, self.keys) = (columns, keys)
  }

  private init(linesOf source: @escaping JSONSource) throws {
    var lines = try JSONLines(source)
    var count = 0
    while try lines.advance() { count += 1 }
    self.init(source, .lines, lines.parser.paths, count)
  }

  /// The array of objects in an object; `nil` when more than one object stands there, a line each.
  private static func list(in scanner: inout JSONScanner, _ asked: String?) throws -> JSONList? {
    var search = JSONListSearch()
    try search.read(&scanner)
    try scanner.skipSpace()
    if try scanner.peek() == UInt8(ascii: "{") { return nil }
    try scanner.expectEnd()
    let filled = search.lists.filter { $0.count > 0 }
    let possible = filled.isEmpty ? search.lists.filter { $0.other == nil } : filled
    let lists = asked.map { asked in search.lists.filter { $0.path == asked } } ?? possible
    if lists.count > 1 { throw Refusal.severalArrays(lists.map(\.path)) }
    guard let list = lists.first else { throw Refusal.noArray(asked: asked) }
    return list
  }

  /// Calls `body` with each record, in their order.
  package func forEachRecord(_ body: (JSONRecord) throws -> Void) throws {
    switch form {
    case .lines:
      var lines = try JSONLines(source)
      while try lines.advance() {
        lines.parser.assign(columns)
        try body(lines.parser.record)
      }
    case .array(let path):
      var scanner = try JSONScanner(source, isLineByLine: false)
      try scanner.skipSpace()
      var search = JSONListSearch(wanted: path)
      try search.read(&scanner) { parser in
        parser.assign(columns)
        try body(parser.record)
      }
    }
  }
}

extension JSONScanner {
  /// Nothing but space may come.
  mutating func expectEnd() throws {
    try skipSpace()
    if try peek() != nil { throw fault(.behind) }
  }
}
