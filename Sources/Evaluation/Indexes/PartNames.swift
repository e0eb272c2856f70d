import Exports
import Rulebook

/// What those who hand in points may call the columns and parts of an index; compared as headers are.
struct PartNames {
  private static let words = [
    PointsSheet.total: ["total", "tổng", "tổng điểm", "tổng cộng", "tổng số"],
    PointsSheet.percent: ["percent", "tỷ lệ", "tỷ lệ phần trăm", "chỉ số"],
  ]

  private let columns: [String: String]
  private let parts: [String: String]

  /// The names of an index.
  init(_ index: ScoreIndex) {
    columns = Self.names(
      (index.handedIn?.columns ?? []).map { ($0.id, [$0.title.vi, $0.title.en]) })
    parts = Self.names(
      index.groups.map { ($0.id, [$0.title.vi, $0.title.en]) }
        + index.criteria.map { ($0.id, [$0.title.vi, $0.title.en]) }
        + Self.words.map { ($0.key, $0.value) })
  }

  /// The id of a column.
  func column(_ name: String) -> String? { columns[HeaderName.folded(name)] }

  /// The id of a group or criterion, or what stands for their sum.
  func part(_ name: String) -> String? { parts[HeaderName.folded(name)] }

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
