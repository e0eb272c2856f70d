/// Which waivers are about one record.
package struct WaiverCoverage: Sendable, Hashable {
  /// Whether at least one covers it.
  package var isCovered: Truth = .no
  /// The ids of those that do; of those that may, when none does for sure.
  var ids: Set<String> = []

  /// Nothing covers the record.
  static let none = WaiverCoverage()

  /// Adds what one waiver says.
  mutating func add(_ truth: Truth, _ id: String) {
    switch (truth, isCovered) {
    case (.no, _), (.maybe, .yes): break
    case (.yes, .no), (.yes, .maybe): (isCovered, ids) = (.yes, [id])
    case (.maybe, .no), (.maybe, .maybe), (.yes, .yes):
      isCovered = truth
      ids.insert(id)
    }
  }
}
