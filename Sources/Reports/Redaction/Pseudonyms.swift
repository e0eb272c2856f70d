import Crypto
import Foundation

/// Names that stand for the keys of records: the same for the same key as long as the secret is the same,
/// and nobody without it can tell which key one stands for.
package struct Pseudonyms: Sendable {
  /// The shortest secret, in bytes: shorter ones can be found by trying.
  package static let shortestSecret = 16

  private static let length = 12
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  private let secret: SymmetricKey

  /// Names made with a secret, or `nil` where it is too short.
  package init?(secret: some Collection<UInt8>) {
    if secret.count < Self.shortestSecret { return nil }
    self.secret = SymmetricKey(data: Data(secret))
  }

  private init(_ secret: SymmetricKey) { self.secret = secret }

  /// Names made with a secret that nobody knows and that is forgotten.
  package static func random() -> Pseudonyms { Pseudonyms(SymmetricKey(size: .bits256)) }

  /// The name of a text: `k-` and twelve characters, 60 bits of HMAC-SHA256 (RFC 2104) in the alphabet of
  /// Crockford's base 32. Among a million keys the chance that two share one is one in two million.
  package func name(of text: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: secret)
    var bits = code.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    var name = "k-"
    for _ in 0..<Self.length {
      name.append(Self.alphabet[Int(bits >> 59)])
      bits <<= 5
    }
    return name
  }

  /// By this one sees whether two reports have the same names for the same keys.
  package var fingerprint: String { name(of: "") }
}
