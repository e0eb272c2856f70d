import Diagnostics

/// What reports for machines say of themselves.
enum MachineTexts {
  /// Rows that did not fit.
  static func omitted(_ count: String) -> Text {
    Text(
      vi: "… và \(count) dòng khác không đủ chỗ ở đây; xem báo cáo đầy đủ.",
      en: "… and \(count) more rows that do not fit here; see the full report.")
  }

  /// Records that prove violations and are not named here.
  static func unnamed(_ count: String) -> Text {
    Text(
      vi: "Còn \(count) trường hợp không đạt không được nêu mã trong báo cáo này.",
      en: "Another \(count) records that prove violations are not named in this report.")
  }
}
