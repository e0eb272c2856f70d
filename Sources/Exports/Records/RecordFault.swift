/// One thing wrong with a record.
enum RecordFault {
  /// A quotation mark out of place.
  case quote(QuoteFault)
  /// Too few or too many fields.
  case fieldCount
  /// A cell that could not be understood.
  case cell(CellFault, column: Int)
  /// A cell that must not be empty.
  case empty(column: Int)
  /// A key of which a part, this one first, is empty or unreadable.
  case key(column: Int)

  /// What faults are counted by.
  struct Slot: Sendable, Hashable {
    let kind: DefectKind
    /// The index of the column it is about.
    let column: Int?
  }

  /// What it is counted by.
  func slot(_ layout: FileLayout) -> Slot {
    switch self {
    case .quote(let fault):
      Slot(kind: .brokenQuote, column: layout.match.column(ofField: fault.field))
    case .fieldCount: Slot(kind: .wrongFieldCount, column: nil)
    case .cell(let fault, let column): Slot(kind: fault.kind, column: column)
    case .empty(let column): Slot(kind: .emptyValue, column: column)
    case .key(let column): Slot(kind: .keyEmpty, column: column)
    }
  }
}
