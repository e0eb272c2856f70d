/// The entries of a mapping, found by their keys.
struct KeyedEntries: Sendable {
  /// So many are looked through one by one, which costs less than a table of them.
  private static let fewest = 16

  /// The entries in their order.
  private(set) var all: [Node.Entry] = []
  /// Where the entries of a long mapping stand.
  private var places: [String: Int] = [:]

  /// No entries yet.
  init() {}

  /// These entries; no two have the same key.
  init(_ entries: [Node.Entry]) {
    all = entries
    if all.count > Self.fewest { findPlaces() }
  }

  /// Adds an entry whose key is a new one.
  mutating func append(_ entry: Node.Entry) {
    all.append(entry)
    if all.count == Self.fewest + 1 {
      findPlaces()
    } else if all.count > Self.fewest {
      places[entry.key.text] = all.count - 1
    }
  }

  /// The entry of a key.
  subscript(key: String) -> Node.Entry? {
    if all.count > Self.fewest { return places[key].map { all[$0] } }
    return all.first { $0.key.text == key }
  }

  private mutating func findPlaces() {
    let keyed = all.enumerated().map { ($1.key.text, $0) }
    places = Dictionary(keyed) { first, _ in first }
  }
}
