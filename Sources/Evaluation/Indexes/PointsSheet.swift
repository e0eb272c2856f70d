import Numbers
import Rulebook

/// The points that were handed in for one unit, by column and part of the index.
struct PointsSheet {
  /// Points of one part in one column.
  struct Entry {
    /// `nil` where they cannot be read.
    let points: Rational?
    /// The most points possible, where it is said.
    let maximum: Rational?
  }

  /// The part that is the printed sum of a column.
  static let total = "total"
  /// The part that is the printed percentage of the base.
  static let percent = "percent"
  /// By column, then by part.
  private(set) var columns: [String: [String: Entry]] = [:]
  /// What fits no column or part, as it is written.
  private(set) var strays: [String] = []

  /// The sheet of some entries.
  init(_ entries: [HandedInEntry], _ names: PartNames) {
    for entry in entries {
      guard let column = names.column(entry.column), let part = names.part(entry.part) else {
        strays.append("\(entry.column): \(entry.part)")
        continue
      }
      columns[column, default: [:]][part] = Entry(points: entry.points, maximum: entry.maximum)
    }
    strays.sort()
  }
}
