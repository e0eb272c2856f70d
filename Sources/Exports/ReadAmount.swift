/// How much was read so far.
package struct ReadAmount: Sendable, Hashable {
  /// Bytes of files.
  package var bytes = 0
  /// Records in them, as far as they were counted.
  package var records = 0

  /// Nothing yet.
  package init() {}
}
