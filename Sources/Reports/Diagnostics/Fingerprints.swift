import Diagnostics

/// Texts by which tools know a finding again when lines above it were added or taken away: a hash of
/// its code, its file and the text it points at, and a number where several are the same.
struct Fingerprints {
  private var counts: [String: Int] = [:]

  /// The fingerprint of the next diagnostic.
  mutating func next(_ diagnostic: Diagnostic) -> String {
    let span = diagnostic.primary?.span
    return next([diagnostic.code, span?.source.path ?? "", span?.text ?? diagnostic.message.en])
  }

  /// The fingerprint of the next finding that has these texts.
  mutating func next(_ parts: [String]) -> String {
    let hash = Self.hash(parts.joined(separator: "\u{0}"))
    let count = counts[hash, default: 0] + 1
    counts[hash] = count
    return "\(hash):\(count)"
  }

  /// FNV-1a with 64 bits, in hexadecimal (Fowler, Noll and Vo).
  private static func hash(_ text: String) -> String {
    let value = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
