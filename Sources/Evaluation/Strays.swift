/// Records that belong to no unit that is known.
struct Strays: Sendable {
  /// The dataset.
  let dataset: String
  /// How many there are.
  let count: Int
  /// What stands where the unit's code should, the most frequent first; empty for nothing readable.
  let codes: [String]

  /// Strays from what stands in place of the code of each.
  init(dataset: String, named names: [String]) {
    self.dataset = dataset
    count = names.count
    let counts = names.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    codes = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
