/// How a guess came out.
enum Outcome { case right, alike, undecided, wrong }

/// How many guesses came out how.
struct Count {
  var counts: [Outcome: Int] = [:]

  mutating func add(_ outcome: Outcome) { counts[outcome, default: 0] += 1 }

  var shown: String {
    func count(_ outcome: Outcome) -> Int { counts[outcome] ?? 0 }
    return "\(count(.right)) right, \(count(.undecided)) undecided"
      + ", \(count(.alike)) read the same, \(count(.wrong)) wrong"
  }
}
