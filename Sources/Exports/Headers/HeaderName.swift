import Foundation

/// Headers as they are compared: without case, accents, Unicode form, spaces and punctuation.
package enum HeaderName {
  /// `Mã hồ sơ`, `MA_HO_SO` and `mahoso` all become `mahoso`; `đ` becomes `d`.
  package static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    let lower = text.lowercased()
    let isASCII = lower.utf8.allSatisfy { $0 < 0x80 }
    let plain = isASCII ? lower : lower.decomposedStringWithCanonicalMapping
    for scalar in plain.unicodeScalars {
      if scalar == "đ" {
        folded.append("d")
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        folded.append(scalar)
      }
    }
    return String(folded)
  }
}
