import Tables

/// The headers that the columns of a dataset can have, as they are compared.
struct KnownHeaders: Sendable {
  /// The dataset.
  let dataset: Dataset
  /// For each column its id and its labels.
  let names: [Set<String>]

  /// The ids and labels of a dataset.
  init(_ dataset: Dataset) {
    self.dataset = dataset
    names = dataset.columns.map { column in
      Set(([column.id] + column.labels).map(HeaderName.folded)).subtracting([""])
    }
  }
}

/// The headers of a file, as they are compared.
struct FoundHeaders {
  /// Those of the file.
  private let headers: [String]
  /// The same without what stands in parentheses, where that changes nothing; `nil` where nothing does.
  private let plain: [PlainHeader?]
  /// Those that `exports.yaml` gives, by the id of the column.
  private let named: [String: String]
  private let taken: Set<String>

  /// The headers of a file, and those that `exports.yaml` gives for column ids.
  init(_ headers: [String], named: [String: String]) {
    self.headers = headers.map(HeaderName.folded)
    plain = headers.map(PlainHeader.init)
    self.named = named.mapValues(HeaderName.folded)
    taken = Set(self.named.values)
  }

  /// The fields whose headers are those of a column.
  func fields(of known: KnownHeaders, _ column: Int) -> [Int] {
    if let name = named[known.dataset.columns[column].id] {
      return headers.indices.filter { headers[$0] == name }
    }
    let names = known.names[column]
    let free = headers.indices.filter { !taken.contains(headers[$0]) }
    let exact = free.filter { names.contains(headers[$0]) }
    if !exact.isEmpty { return exact }
    let declared = known.dataset.columns[column]
    return free.filter { plain[$0].map { names.contains($0.name) && $0.fits(declared) } ?? false }
  }
}
