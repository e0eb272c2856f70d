import Rulebook
import Tables

/// Records that belong to no unit that is known.
struct Strays: Sendable {
  /// The dataset.
  let dataset: String
  /// How many there are.
  let count: Int
  /// What stands where the unit's code should, the most frequent first; empty for nothing readable.
  let codes: [String]

  /// Strays from how often what stands in place of the code.
  init(dataset: String, counts: [String: Int]) {
    self.dataset = dataset
    count = counts.values.reduce(0, +)
    codes = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}

/// How often each text stands in a column; an empty text for what is empty or unreadable.
struct TextCensus {
  /// By text.
  let counts: [String: Int]

  /// - Parameters:
  ///   - counts: by code.
  ///   - missing: how often there is none.
  init(_ counts: [Int], missing: Int, _ texts: TextDictionary) {
    var byText: [String: Int] = missing > 0 ? ["": missing] : [:]
    for (code, count) in counts.enumerated() where count > 0 {
      byText[texts[Int64(code)], default: 0] += count
    }
    self.counts = byText
  }

  /// Counts in a table.
  init(_ table: Table, column: Int) {
    var counts = [Int](repeating: 0, count: table.dictionaries[column].texts.count)
    var missing = 0
    for batch in table.batches {
      let cells = batch.columns[column]
      for row in 0..<batch.count {
        if cells.present[row] { counts[Int(cells.values[row])] += 1 } else { missing += 1 }
      }
    }
    self.init(counts, missing: missing, table.dictionaries[column])
  }
}
