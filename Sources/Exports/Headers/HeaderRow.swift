import Tables

/// A row that may hold the headers of a table. Titles may stand above it, as on any form.
struct HeaderRow {
  /// So many rows at the top are looked at.
  static let reach = 50

  /// From the first column on.
  let headers: [String]
  /// The dataset that the headers are those of; `nil` where they match none, or several.
  let match: HeaderMatch?

  /// - Parameter entry: what `exports.yaml` says about the file.
  init(_ headers: [String], _ known: [KnownHeaders], _ entry: ExportMap.Entry?) {
    self.headers = headers
    let found = FoundHeaders(headers, named: entry?.columns ?? [:])
    let asked = entry?.dataset.map { id in known.filter { $0.dataset.id == id } } ?? known
    if case .match(let match) = DatasetChoice(among: asked, found) {
      self.match = match
    } else {
      match = nil
    }
  }

  /// The headers of a file that were matched before.
  init(_ layout: FileLayout) {
    headers = layout.headers
    match = layout.match.isPossible ? layout.match : nil
  }

  /// The first of the best rows; without any that matches a dataset, the first of those with the most texts.
  static func best(of rows: [HeaderRow]) -> Int? {
    first(rows) { $0.match?.matched ?? 0 } ?? first(rows) { $0.headers.count { !$0.isEmpty } }
  }

  private static func first(_ rows: [HeaderRow], by rank: (HeaderRow) -> Int) -> Int? {
    rows.indices.filter { rank(rows[$0]) > 0 }.reduce(nil) { best, row in
      guard let best, rank(rows[best]) >= rank(rows[row]) else { return row }
      return best
    }
  }

  /// The fields of the dataset's key.
  var keyFields: [Int] {
    guard let match else { return [] }
    return match.dataset.key.compactMap { match.field(ofColumn: $0) }
  }
}
