import Foundation

/// Headers as they are compared: without case, accents, Unicode form, spaces and punctuation.
enum HeaderName {
  /// `Mã hồ sơ`, `MA_HO_SO` and `mahoso` all become `mahoso`; `đ` becomes `d`.
  static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar == "đ" {
        folded.append("d")
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        folded.append(scalar)
      }
    }
    return String(folded)
  }
}
