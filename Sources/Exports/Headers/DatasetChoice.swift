import Tables

/// Which dataset a file belongs to, by its headers.
enum DatasetChoice {
  case match(HeaderMatch)
  /// Several match alike.
  case ambiguous([HeaderMatch])
  /// None does; the one that comes nearest, where any header matches at all.
  case none(nearest: HeaderMatch?)

  /// The dataset with the most columns among the headers, all columns of its key included; of
  /// equals the one of which the fewest columns are missing.
  init(among datasets: [KnownHeaders], _ headers: FoundHeaders) {
    let matches = datasets.map { HeaderMatch($0, headers) }
    let possible = matches.filter(\.isPossible)
    guard let best = possible.map(Self.rank).max(by: <) else {
      self = .none(nearest: matches.filter { $0.matched > 0 }.max { $0.matched < $1.matched })
      return
    }
    let winners = possible.filter { Self.rank($0) == best }
    self = winners.count == 1 ? .match(winners[0]) : .ambiguous(winners)
  }

  private static func rank(_ match: HeaderMatch) -> (Int, Int) {
    (match.matched, -match.missing.count)
  }
}
