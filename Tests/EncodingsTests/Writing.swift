import Foundation
import TestSupport

@testable import Encodings

/// A way to write a text: an encoding and a habit.
struct Writing {
  let name: String
  let encoding: Encoding
  let write: (String) -> [UInt8]?

  /// Whether anybody would write another language so.
  var isForWestern: Bool { ![.windows1258, .tcvn3, .vni, .viscii].contains(encoding) }

  static func all() throws -> [Writing] {
    var all: [Writing] = []
    for encoding in Encoding.allCases {
      let encoder = try TestEncoder(encoding)
      all.append(Writing(name: encoding.rawValue, encoding: encoding) { encoder.encode($0) })
    }
    let (tcvn3, marks) = (try TestEncoder(.tcvn3), try TestEncoder(.windows1258))
    all.append(
      Writing(name: "TCVN3, capitals by font", encoding: .tcvn3) { tcvn3.encode(small($0)) })
    all.append(
      Writing(name: "windows-1258, all tones as marks", encoding: .windows1258) {
        marks.encode($0, last: true)
      })
    all.append(
      Writing(name: "UTF-8, decomposed", encoding: .utf8) {
        Array($0.decomposedStringWithCanonicalMapping.utf8)
      })
    return all
  }

  /// Capitals with a tone as small letters.
  private static func small(_ text: String) -> String {
    String(
      text.map { letter in
        let parts = letter.unicodeScalars.first.map(VietnameseLetter.init)
        return parts?.tone == .ngang ? letter : Character(letter.lowercased())
      })
  }
}
