import Assessment
import Diagnostics
import Numbers

/// Writes points, shares and ranks: two decimals, halves rounded up, as tables of indexes are printed.
struct ScoreFigures {
  private let figures: Figures

  /// Figures of a language.
  init(_ language: Language) { figures = Figures(language: language) }

  /// A number of points.
  func points(_ value: Rational) -> String { figures.value(value.rounded(places: 2), .sum) }

  /// Points, or from where to where.
  func points(_ range: PointRange?) -> String { range.map { text($0, points) } ?? "–" }

  /// A share, as a percentage.
  func percent(_ range: PointRange?) -> String {
    range.map { text($0) { figures.percent($0.rounded(places: 4)) } } ?? "–"
  }

  /// Points with a sign.
  func signed(_ value: Rational) -> String { (value > .zero ? "+" : "") + points(value) }

  /// Points, what they are out of, and their share; none where nothing was there to be counted.
  func sums(_ unit: UnitScore) -> [String] {
    if unit.isBlank { return ["–", "–", "–"] }
    return [points(unit.points), points(unit.base), percent(unit.share)]
  }

  /// A rank, or from where to where.
  func rank(_ rank: UnitScore.Rank?) -> String {
    guard let rank else { return "–" }
    return rank.best == rank.worst ? "\(rank.best)" : "\(rank.best)–\(rank.worst)"
  }

  private func text(_ range: PointRange, _ write: (Rational) -> String) -> String {
    let ends = [write(range.low), write(range.high)]
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "–")
  }
}

extension UnitScore {
  /// Whether nothing was there to be counted: points would be no points of its own.
  var isBlank: Bool { [.nothingHandedIn, .nothingApplies].contains(unranked) }
}
