import Assessment
import Rulebook
import Tables

/// Records that belong to no unit that is known.
struct Strays: Sendable {
  /// The dataset.
  let dataset: String
  /// The column that should name the unit.
  let column: Int
  /// How many there are.
  let count: Int
  /// What stands where the unit's code should, the most frequent first; empty for nothing readable.
  let texts: [Stray]

  /// A text that stands where the code of a unit should.
  struct Stray: Sendable {
    let text: String
    let count: Int
    /// The first record that has it.
    let first: Places.Place?
  }

  /// Strays among what stands in a column.
  /// - Parameter known: the codes of units.
  init(dataset: String, column: Int, _ census: TextCensus, known: Set<String>) {
    (self.dataset, self.column) = (dataset, column)
    let counts = census.counts.filter { !known.contains($0.key) }
    count = counts.values.reduce(0, +)
    texts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      Stray(text: $0.key, count: $0.value, first: census.firsts[$0.key])
    }
  }
}

/// How often each text stands in a column; an empty text for what is empty or unreadable.
struct TextCensus {
  /// By text.
  let counts: [String: Int]
  /// The first record that has it, in the order of files and lines; not for an empty text.
  let firsts: [String: Places.Place]

  /// Nothing was counted.
  init() { (counts, firsts) = ([:], [:]) }

  /// - Parameters:
  ///   - counts: by code.
  ///   - missing: how often there is none.
  ///   - first: the first record with a code.
  init(
    _ counts: [Int], missing: Int, _ texts: TextDictionary, first: (Int) -> Places.Place?
  ) {
    var byText: [String: Int] = missing > 0 ? ["": missing] : [:]
    var firsts: [String: Places.Place] = [:]
    for (code, count) in counts.enumerated() where count > 0 {
      byText[texts[Int64(code)], default: 0] += count
      firsts[texts[Int64(code)]] = first(code)
    }
    (self.counts, self.firsts) = (byText, firsts)
  }

  /// Counts in a table.
  init(_ table: Table, column: Int) {
    var counts = [Int](repeating: 0, count: table.dictionaries[column].texts.count)
    var firsts: [Int: Places.Place] = [:]
    var missing = 0
    for batch in table.batches {
      let cells = batch.columns[column]
      for row in 0..<batch.count {
        guard cells.present[row] else {
          missing += 1
          continue
        }
        let code = Int(cells.values[row])
        if counts[code] == 0 {
          firsts[code] = Places.Place(file: table.files[batch.file].path, line: batch.lines[row])
        }
        counts[code] += 1
      }
    }
    self.init(counts, missing: missing, table.dictionaries[column]) { firsts[$0] }
  }
}
