import Assessment
import Diagnostics
import Evaluation
import Numbers
import Rulebook
import YAMLTree

/// Reads what is wanted of an index: figures with two decimals, as reports show them.
struct IndexWantReader {
  private static let keys = ["points", "base", "percent", "unranked", "parts", "differences"]

  private let index: ScoreIndex
  /// What is wrong with it.
  private(set) var diagnostics: [Diagnostic] = []

  /// A reader of what is wanted of an index.
  init(_ index: ScoreIndex) { self.index = index }

  /// What is wanted, in the order written.
  mutating func wants(_ node: Node) -> [IndexWant] {
    guard let fields = Fields(node, keys: Self.keys, of: .want, &diagnostics) else { return [] }
    let sums = [
      sum("points", fields) { $0.points }, sum("base", fields) { $0.base },
      sum("percent", fields) { $0.share.map(\.hundredfold) }, unranked(fields),
    ].compactMap(\.self)
    let all = sums + parts(fields) + differences(fields)
    if all.isEmpty, !diagnostics.hasErrors { diagnostics.append(.nothingWanted(node.span)) }
    return all
  }

  private mutating func sum(
    _ key: String, _ fields: Fields, _ read: @escaping @Sendable (UnitScore) -> PointRange?
  ) -> IndexWant? {
    guard let node = fields[key], let wanted = figure(node) else { return nil }
    return IndexWant(key: key, wanted: wanted) { Self.text($0.flatMap(read)) }
  }

  private mutating func unranked(_ fields: Fields) -> IndexWant? {
    let words = UnitScore.Unranked.allCases.map(\.rawValue) + [Expectation.none]
    return fields.word("unranked", words.map { ($0, $0) }, &diagnostics).map { word in
      IndexWant(key: "unranked", wanted: word.value) {
        $0?.unranked?.rawValue ?? Expectation.none
      }
    }
  }

  /// Points of parts: a figure, a range, or the word for what came of one that has none.
  private mutating func parts(_ fields: Fields) -> [IndexWant] {
    let known = (index.groups.map(\.id) + index.criteria.map(\.id)).sorted() + ["total"]
    let states = PartScore.State.allCases.map(\.rawValue)
    return (fields["parts"]?.entries ?? []).compactMap { entry in
      let id = entry.key.text
      if !known.contains(id) {
        diagnostics.append(.unknownIn(index, Located(id, entry.keySpan), known))
      }
      if let word = entry.value.scalar?.text, states.contains(word) {
        return IndexWant(key: "parts.\(id)", wanted: word) {
          $0?.parts.first { $0.id == id }?.state.rawValue ?? Expectation.none
        }
      }
      return figure(entry.value).map { wanted in
        IndexWant(key: "parts.\(id)", wanted: wanted) {
          Self.text($0?.parts.first { $0.id == id }?.points)
        }
      }
    }
  }

  private mutating func differences(_ fields: Fields) -> [IndexWant] {
    (fields["differences"]?.entries ?? []).compactMap { entry in
      let id = entry.key.text
      return figure(entry.value).map { wanted in
        IndexWant(key: "differences.\(id)", wanted: wanted) {
          let found = $0?.differences.first { $0.part == id }?.difference
          return Self.text(found.map { PointRange($0) })
        }
      }
    }
  }

  // MARK: - Figures

  private mutating func figure(_ node: Node) -> String? {
    if node.scalar?.text == Expectation.none { return Expectation.none }
    let ends = (node.items ?? [node]).compactMap { $0.scalar.flatMap { Rational(casual: $0.text) } }
    guard let low = ends.first, let high = ends.last, ends.count == (node.items?.count ?? 1),
      ends.count < 3
    else {
      diagnostics.append(.badCaseMeasure(node.span))
      return nil
    }
    return Self.text(PointRange(low, high))
  }

  private static func text(_ range: PointRange?) -> String {
    guard let range else { return Expectation.none }
    let ends = [range.low, range.high].map { $0.rounded(places: 2).decimal(places: 2) }
    return ends[0] == ends[1] ? ends[0] : "[\(ends[0]), \(ends[1])]"
  }
}

extension PointRange {
  /// A share as a percentage.
  fileprivate var hundredfold: PointRange {
    let ends = [low, high].map { (try? $0.multiplied(by: Rational(100))) ?? $0 }
    return PointRange(ends[0], ends[1])
  }
}
