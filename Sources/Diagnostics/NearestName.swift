/// Finds the name that was probably meant, for "did you mean" hints.
package enum NearestName {
  /// The candidate closest to `name` by edits, if it is close enough to be a slip of the pen.
  package static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, min(3, name.count / 3 + 1))
    let length = name.count
    let near = candidates.filter { abs($0.count - length) <= limit && max($0.count, length) > 1 }
    let ranked = near.map { (distance(name.lowercased(), $0.lowercased()), $0) }
    guard let best = ranked.min(by: { $0 < $1 }), best.0 <= limit else { return nil }
    return best.1
  }

  /// Levenshtein's distance in characters, a swap of neighbours counted as one edit.
  static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left)
    let b = Array(right)
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, rows[i - 1][j - 1] + 1)
        }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
