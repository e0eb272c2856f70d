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
  var dataset: Dataset { known.dataset }
  private let known: KnownHeaders
  /// One for each column of the dataset.
  let sources: [Source]

  /// Matches `headers` with the ids and labels of the columns.
  /// - Parameter named: the headers that `exports.yaml` gives for column ids; these count alone.
  init(_ dataset: Dataset, headers: [String], named: [String: String] = [:]) {
    self.init(KnownHeaders(dataset), FoundHeaders(headers, named: named))
  }

  /// Matches the headers of a file with those that a dataset can have.
  init(_ known: KnownHeaders, _ found: FoundHeaders) {
    self.known = known
    sources = known.dataset.columns.indices.map { column in
      let fields = found.fields(of: known, column)
      return fields.isEmpty ? .absent : fields.count == 1 ? .field(fields[0]) : .ambiguous(fields)
    }
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
