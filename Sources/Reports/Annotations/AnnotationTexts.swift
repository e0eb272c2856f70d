import Diagnostics

/// What annotations say of themselves.
enum AnnotationTexts {
  /// GitHub leaves annotations out.
  static func cutByGitHub(errors: String, warnings: String, notices: String, shown: Int) -> Text {
    Text(
      vi:
        "Có \(errors) lỗi, \(warnings) cảnh báo, \(notices) lưu ý; GitHub chỉ hiện \(shown) chú thích mỗi loại cho một bước. Nhật ký của bước này có đủ.",
      en:
        "There are \(errors) errors, \(warnings) warnings and \(notices) notices; GitHub shows \(shown) of each for one step. The log of this step has them all."
    )
  }

  /// A SARIF log would be refused if it held everything.
  static func cutFromSarif(all: String, written: String) -> Text {
    Text(
      vi:
        "Tệp này chỉ ghi \(written) mục nghiêm trọng nhất trên tổng số \(all), là mức GitHub nhận; tệp JSON hoặc CSV có đủ.",
      en:
        "This file holds only the \(written) most severe of \(all) results, as many as GitHub accepts; the JSON or CSV has them all."
    )
  }

  /// What a kind of finding or defect is called, where nothing else explains it.
  static func kind(_ name: String) -> Text {
    Text(vi: "Dữ liệu kết xuất: \(name)", en: "Exports: \(name)")
  }
}
