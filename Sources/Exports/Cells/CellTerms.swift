import Calendars

/// What a file says about the cells of a column.
struct CellTerms {
  /// When its system wrote it.
  var snapshot: Instant?
  /// Whether capitals may stand in it as small letters.
  var losesCase = false
  /// How they are written.
  var notation = ColumnNotation.declared
  /// What finds the codes of units by their names, in a column of units.
  var names: UnitNames?
}
