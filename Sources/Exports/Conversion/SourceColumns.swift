import Tables

/// The columns of a source that says what its values are (a number, a text), and what they are in the dataset.
struct SourceColumns {
  /// Their names.
  let headers: [String]
  /// The dataset that the names are those of; `nil` where they are those of none, or of several.
  let match: HeaderMatch?

  /// - Parameter entry: what `exports.yaml` says about the source.
  init(_ headers: [String], _ known: [KnownHeaders], _ entry: ExportMap.Entry?) {
    self.headers = headers
    let found = FoundHeaders(headers, named: entry?.columns ?? [:])
    if let id = entry?.dataset, let one = known.first(where: { $0.dataset.id == id }) {
      match = HeaderMatch(one, found)
    } else if case .match(let match) = DatasetChoice(among: known, found) {
      self.match = match
    } else {
      match = nil
    }
  }

  /// For each of them the column of the dataset; `nil` for those of no column.
  var columns: [Column?] {
    headers.indices.map { field in
      match?.column(ofField: field).map { match?.dataset.columns[$0] } ?? nil
    }
  }

  /// How the numbers of each are written.
  var numbers: [NumberText] { columns.map(NumberText.init) }
}
