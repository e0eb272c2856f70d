import Diagnostics

extension Text {
  /// What a SARIF log says of a code.
  static func explained(_ code: String) -> Text {
    Text(vi: "Giải thích: tuanthu explain \(code)", en: "Explained by: tuanthu explain \(code)")
  }
}
