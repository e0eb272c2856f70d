import Exports
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
  private static let words = [
    total: ["total", "tổng", "tổng điểm", "tổng cộng", "tổng số"],
    percent: ["percent", "tỷ lệ", "tỷ lệ phần trăm", "chỉ số"],
  ]

  /// By column, then by part.
  private(set) var columns: [String: [String: Entry]] = [:]
  /// What fits no column or part, as it is written.
  private(set) var strays: [String] = []

  /// The sheet of entries under an index.
  init(_ entries: [HandedInEntry], _ index: ScoreIndex) {
    let columnNames = Self.names(
      (index.handedIn?.columns ?? []).map { ($0.id, [$0.title.vi, $0.title.en]) })
    let parts =
      index.groups.map { ($0.id, [$0.title.vi, $0.title.en]) }
      + index.criteria.map { ($0.id, [$0.title.vi, $0.title.en]) }
      + Self.words.map { ($0.key, $0.value) }
    let partNames = Self.names(parts)
    for entry in entries {
      guard let column = columnNames[HeaderName.folded(entry.column)],
        let part = partNames[HeaderName.folded(entry.part)]
      else {
        strays.append("\(entry.column): \(entry.part)")
        continue
      }
      columns[column, default: [:]][part] = Entry(points: entry.points, maximum: entry.maximum)
    }
    strays.sort()
  }

  /// What a name stands for; one that stands for several things stands for none but its own id.
  private static func names(_ all: [(id: String, words: [String])]) -> [String: String] {
    var names: [String: Set<String>] = [:]
    for (id, words) in all {
      for word in words { names[HeaderName.folded(word), default: []].insert(id) }
    }
    var sole = names.compactMapValues { $0.count == 1 ? $0.first : nil }
    for (id, _) in all { sole[HeaderName.folded(id)] = id }
    return sole
  }
}
