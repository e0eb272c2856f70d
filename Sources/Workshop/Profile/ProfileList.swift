import Assessment
import Exports

/// Profiles as tools read them.
package struct ProfileList: Sendable, Encodable {
  private let schema = "tuanthu.profile/1"
  private let files: [FileProfile]

  private enum CodingKeys: String, CodingKey { case schema, files }

  /// The profiles of some files.
  package init(_ files: [FileProfile]) { self.files = files }

  /// As JSON, with sorted keys.
  /// - Throws: `EncodingError`, which plain texts and numbers never cause.
  package func json() throws -> String { try StableJSON.text(self) }
}
