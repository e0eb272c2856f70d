/// What people call the lines of a text that was converted: the numbers that an editor shows, unless
/// others are given, such as those of a sheet's rows.
struct LineNames: Sendable {
  /// From a line on, lines have numbers that follow each other.
  private struct Run {
    let line: Int
    let number: Int
  }

  private var runs: [Run] = []

  /// Lines are called by their own numbers.
  init() {}

  /// Whether all lines are called by their own numbers.
  var isPlain: Bool { runs.isEmpty }

  /// Says that a line, 1-based, and those after it have other numbers; lines come in order.
  mutating func name(_ line: Int, _ number: Int) {
    if self.number(of: line) != number { runs.append(Run(line: line, number: number)) }
  }

  /// The number of a line.
  func number(of line: Int) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? line : runs[low - 1].number + line - runs[low - 1].line
  }
}
