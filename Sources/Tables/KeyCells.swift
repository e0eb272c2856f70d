/// The keys of the records of a batch, where they are looked at while records are read.
package struct KeyCells: Sendable, Hashable {
  /// The texts of the keys, without codes; not present where a part of the key is empty or unreadable.
  package var texts = ColumnCells()
  /// Equal for equal keys, and hardly ever for others; 0 where there is no key.
  package var hashes: [UInt64] = []

  /// No keys.
  package init() {}
}
