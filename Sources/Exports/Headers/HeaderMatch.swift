import Tables

/// Which header of a file is which column of a dataset.
struct HeaderMatch: Sendable {
  /// Where the cells of a column come from.
  enum Source: Sendable, Hashable {
    /// The field with this index.
    case field(Int)
    /// No header matches.
    case absent
    /// These headers match, and nobody can say which one is meant.
    case ambiguous([Int])
  }

  /// The dataset.
  let dataset: Dataset
  /// One for each column of the dataset.
  let sources: [Source]

  /// Matches `headers` with the ids and labels of the columns.
  /// - Parameter named: the headers that `exports.yaml` gives for column ids; these count alone.
  init(_ dataset: Dataset, headers: [String], named: [String: String] = [:]) {
    self.dataset = dataset
    let folded = headers.map(HeaderName.folded)
    let taken = Set(named.values.map(HeaderName.folded))
    sources = dataset.columns.map { column in
      let names = Self.names(of: column, named: named[column.id], taken: taken)
      let found = folded.indices.filter { names.contains(folded[$0]) }
      return found.isEmpty ? .absent : found.count == 1 ? .field(found[0]) : .ambiguous(found)
    }
  }

  private static func names(
    of column: Column, named: String?, taken: Set<String>
  ) -> Set<String> {
    if let named { return [HeaderName.folded(named)] }
    let names = Set(([column.id] + column.labels).map(HeaderName.folded))
    return names.subtracting([""]).subtracting(taken)
  }

  /// How many columns a header matches.
  var matched: Int { sources.count { $0 != .absent } }

  /// The columns that must be there and are not.
  var missing: [Int] {
    sources.indices.filter { sources[$0] == .absent && !dataset.columns[$0].optional }
  }

  /// Whether some header matches, and all columns of the key have one.
  var isPossible: Bool { matched > 0 && dataset.key.allSatisfy { sources[$0] != .absent } }

  /// The column that a field is, if it is one.
  func column(ofField field: Int) -> Int? {
    sources.firstIndex {
      switch $0 {
      case .field(field): true
      case .ambiguous(let fields): fields.contains(field)
      case .field, .absent: false
      }
    }
  }

  /// The field of a column, if there is just one.
  func field(ofColumn column: Int) -> Int? {
    if case .field(let field) = sources[column] { field } else { nil }
  }
}
