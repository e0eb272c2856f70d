import Calendars
import Tables

/// A table of records that somebody wrote by hand, beside rules. Headers are matched and cells are
/// read by what reads real exports, so that a case cannot pass on what no export could say.
package struct WrittenTable {
  /// What somebody wrote into a cell.
  package enum Content: Sendable, Hashable {
    case empty
    /// Something that nobody can read, on purpose.
    case unreadable
    case text(String)
  }

  private let match: HeaderMatch
  private let defaults: [Int: String]
  private var builder: TableBuilder
  private var batch: Batch

  /// A table without records.
  /// - Parameters:
  ///   - headers: ids or labels of columns.
  ///   - defaults: what columns without a header hold, by their index; else they are empty.
  ///   - zone: that of times without one.
  ///   - snapshot: when the file counts as written.
  ///   - path: the file that the records are shown to come from.
  package init(
    _ dataset: Dataset, headers: [String], defaults: [Int: String] = [:], zone: Zone,
    snapshot: Instant?, path: String
  ) {
    match = HeaderMatch(dataset, headers: headers)
    self.defaults = defaults
    builder = TableBuilder(dataset, zone: zone)
    builder.begin(path: path, snapshot: snapshot)
    batch = builder.emptyBatch
  }

  /// The column that a header stands for, if any.
  package func column(ofHeader header: Int) -> Column? {
    match.column(ofField: header).map { match.dataset.columns[$0] }
  }

  /// The headers that stand for a column for which another stands too.
  package var repeatedHeaders: [Int] {
    match.sources.flatMap { source -> [Int] in
      if case .ambiguous(let headers) = source { headers } else { [] }
    }
  }

  /// Adds a record: a content for each header.
  /// - Returns: the headers whose content could not be read, and why not.
  package mutating func append(
    _ contents: [Content], line: Int
  ) -> [(header: Int, kind: DefectKind)] {
    var faults: [(header: Int, kind: DefectKind)] = []
    for column in match.dataset.columns.indices {
      let header = match.field(ofColumn: column)
      let content = header.map { contents[$0] } ?? defaults[column].map(Content.text) ?? .empty
      if let kind = append(content, to: column), let header { faults.append((header, kind)) }
    }
    batch.lines.append(line)
    return faults
  }

  private mutating func append(_ content: Content, to column: Int) -> DefectKind? {
    switch read(content, column) {
    case .value(let value): batch.columns[column].append(value)
    case .empty: batch.columns[column].appendEmpty()
    case .unknown: batch.columns[column].appendUnreadable()
    case .fault(let fault):
      batch.columns[column].appendUnreadable()
      return fault.kind
    }
    return nil
  }

  private mutating func read(_ content: Content, _ column: Int) -> CellReading {
    switch content {
    case .empty: .empty
    case .unreadable: .unknown
    case .text(let text):
      Array(text.utf8).withUnsafeBufferPointer { builder.readers[column].read($0) }
    }
  }

  /// The records, those that share a key made one as in exports.
  /// - Parameter unitColumn: the index of the column that holds the unit's code, where there is one.
  package func table(unitColumn: Int?) -> Table {
    var builder = builder
    builder.add(batch)
    var deduplicator = Deduplicator(builder.table, unitColumn: unitColumn)
    deduplicator.run()
    return deduplicator.table
  }
}
