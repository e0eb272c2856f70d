import Diagnostics

/// What the bytes of a text stand for.
package enum Encoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  case windows1258 = "windows-1258"
  case windows1252 = "windows-1252"
  case tcvn3 = "TCVN3"
  case vni = "VNI"
  case viscii = "VISCII"

  /// The name for people: "TCVN3 (ABC)".
  package var title: String { self == .tcvn3 ? "TCVN3 (ABC)" : rawValue }

  /// The encoding that people call `name`, in any case and with any hyphens, points and spaces.
  ///
  /// "UTF-16" alone is little-endian, as Windows writes it.
  package init?(named name: String) {
    let key = Self.key(name)
    guard let found = Self.allCases.first(where: { $0.names.map(Self.key).contains(key) }) else {
      return nil
    }
    self = found
  }

  /// The name that was probably meant by one that names no encoding.
  package static func nearestName(to name: String) -> String? {
    NearestName.of(name, among: allCases.flatMap(\.names))
  }

  /// Letters and digits of a name; the year of a standard does not tell encodings apart.
  private static func key(_ name: String) -> String {
    let word = name.split(separator: ":").first ?? ""
    return word.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// What people write, the registered name first.
  private var names: [String] {
    switch self {
    case .utf8: [rawValue, "UTF-8 BOM", "UTF-8-SIG", "CP65001", "ASCII", "US-ASCII"]
    case .utf16LE: [rawValue, "UTF-16", "UCS-2", "UCS-2LE", "CP1200"]
    case .utf16BE: [rawValue, "UCS-2BE", "CP1201"]
    case .windows1258: [rawValue, "CP1258", "WIN1258", "1258", "x-cp1258"]
    case .windows1252:
      [rawValue, "CP1252", "WIN1252", "1252", "x-cp1252", "ANSI", "Latin-1", "ISO-8859-1"]
    case .tcvn3: [rawValue, "TCVN3 (ABC)", "ABC", "TCVN", "TCVN5712", "TCVN5712-3", "VN3"]
    case .vni: [rawValue, "VNI-Windows", "VNI-Win", "VNIWIN"]
    case .viscii: [rawValue, "VISCII1.1", "VISCII1.1-1", "csVISCII", "RFC1456"]
    }
  }
}
