import Encodings
import Foundation

/// Writes text in an encoding, by the tables of `letters` and nothing else.
package struct TestEncoder {
  /// The encoding.
  package let encoding: Encoding
  /// For each character beyond ASCII the ways to write it, the usual one first.
  package let forms: [Unicode.Scalar: [[UInt8]]]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "letters")

  /// Reads the table of an encoding.
  package init(_ encoding: Encoding) throws {
    self.encoding = encoding
    var forms: [Unicode.Scalar: [[UInt8]]] = [:]
    if ![.utf8, .utf16LE, .utf16BE].contains(encoding) {
      let file = Self.folder.appending(path: "\(encoding.rawValue).txt")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      for line in lines where !line.hasPrefix("#") {
        let parts = line.split(separator: "\t")
        guard let letter = Self.letter(parts[0]) else { continue }
        forms[letter] = parts.dropFirst().map { way in
          way.split(separator: " ").compactMap { UInt8($0, radix: 16) }
        }
      }
    }
    self.forms = forms
  }

  /// A letter, or a character by its number: "U+20AB".
  private static func letter(_ name: Substring) -> Unicode.Scalar? {
    name.hasPrefix("U+")
      ? UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      : name.unicodeScalars.first
  }

  /// The bytes, or `nil` where the encoding lacks a character.
  ///
  /// - Parameter last: whether to take the last of several forms of a letter.
  package func encode(_ text: String, last: Bool = false) -> [UInt8]? {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16LE: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BE: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default: break
    }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let ways = forms[scalar], let way = last ? ways.last : ways.first {
        bytes += way
      } else if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else {
        return nil
      }
    }
    return bytes
  }
}
