import Assessment
import Numbers

/// Scores as a table: CSV in UTF-8, a line for each unit and part of each total, and one for the total.
///
/// Numbers have a point and at most six decimals; the JSON has the exact fractions.
package enum ScoreCSV {
  private static let header = CSVText.line([
    "index", "period", "total", "unit", "level", "part", "state", "points_low", "points_high",
    "maximum_low", "maximum_high", "share_low", "share_high", "rank_best", "rank_worst", "unranked",
  ])

  /// The table of all indexes.
  package static func text(_ document: ScoreDocument) -> String {
    header
      + document.indexes.map { index in
        index.totals.map { total in
          total.units.map { lines($0, ["\(index.id)", index.period, total.id]) }.joined()
        }.joined()
      }.joined()
  }

  private static func lines(_ unit: UnitScore, _ start: [String]) -> String {
    let start = start + [unit.unit, unit.level]
    let whole =
      ["total", ""] + [unit.points, unit.base, unit.share].flatMap(ends)
      + [unit.rank.map { "\($0.best)" } ?? "", unit.rank.map { "\($0.worst)" } ?? ""]
      + [unit.unranked?.rawValue ?? ""]
    let parts = unit.parts.map { part in
      CSVText.line(
        start + [part.id, part.state.rawValue] + ends(part.points)
          + ends(part.maximum.map { PointRange($0) }) + ["", "", "", "", ""], hasNumbers: true)
    }
    return CSVText.line(start + whole, hasNumbers: true) + parts.joined()
  }

  private static func ends(_ range: PointRange?) -> [String] {
    guard let range else { return ["", ""] }
    return [range.low, range.high].map { $0.rounded(places: 6).decimal(places: 6) }
  }
}
