import Foundation

/// The words for yes and no.
enum BooleanWords {
  private static let values: [String: Int64] = [
    "true": 1, "1": 1, "có": 1, "co": 1, "x": 1, "yes": 1, "y": 1, "đúng": 1,
    "✓": 1, "✔": 1, "✔\u{FE0F}": 1, "☑": 1, "☒": 1, "[x]": 1, "1.0": 1,
    "false": 0, "0": 0, "không": 0, "khong": 0, "no": 0, "n": 0, "sai": 0,
    "☐": 0, "[ ]": 0, "0.0": 0,
  ]

  /// 1 for yes, 0 for no, `nil` for anything else; case and Unicode form do not matter.
  static func value(_ bytes: Bytes) -> Int64? {
    if bytes.count == 1 { return single(bytes[0]) }
    guard bytes.count <= 16, let text = bytes.text else { return nil }
    return values[text.lowercased()]
  }

  private static func single(_ byte: UInt8) -> Int64? {
    switch byte {
    case UInt8(ascii: "1"), UInt8(ascii: "x"), UInt8(ascii: "X"): 1
    case UInt8(ascii: "0"): 0
    case UInt8(ascii: "y"), UInt8(ascii: "Y"): 1
    case UInt8(ascii: "n"), UInt8(ascii: "N"): 0
    default: nil
    }
  }
}
