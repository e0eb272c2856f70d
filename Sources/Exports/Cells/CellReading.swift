/// What reading one cell came to.
enum CellReading: Sendable, Hashable {
  /// A value, stored as `ColumnType` says.
  case value(Int64)
  case empty
  /// The record or the header is such that nobody can say what stands there.
  case unknown
  /// Something stands there that could not be understood.
  case fault(CellFault)
}

/// Why a cell could not be understood.
enum CellFault: Sendable, Hashable {
  /// It is not what the column's type and formats say.
  case unreadable
  /// It is a date whose year has two digits, so that the century is not known.
  case shortYear
  /// It is a number of percent, and the column does not say whether 98.5% is 98.5 or 0.985.
  case percent
  /// It can be read in some way, but nothing says that it is meant so.
  case doubt(NotationDoubt)
  /// It is none of the texts allowed.
  case notAllowed
  /// It is a number outside the column's range.
  case outOfRange
  /// Its bytes are no UTF-8.
  case invalidEncoding
  /// It is an event later than the file's snapshot.
  case afterSnapshot

  /// The kind of defect it is.
  var kind: DefectKind {
    switch self {
    case .unreadable, .shortYear, .percent: .unreadableValue
    case .doubt: .doubtfulNotation
    case .notAllowed, .outOfRange: .notAllowed
    case .invalidEncoding: .invalidEncoding
    case .afterSnapshot: .afterSnapshot
    }
  }
}
