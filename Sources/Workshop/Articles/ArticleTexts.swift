import Diagnostics
import Rulebook

/// The words of the table of articles.
extension Text {
  static let articlesTitle = Text(
    vi: "# Điều khoản nào được kiểm tra, điều khoản nào không",
    en: "# What is checked and what is not")

  static let articlesNote = Text(
    vi: """
      Trang này do `tuanthu coverage` viết từ [articles.yaml](articles.yaml) và các tệp quy tắc; không sửa \
      tay. Con số ghi ở cột "Con số" là của văn bản; chỉ tiêu ghi sau mỗi yêu cầu là mức đang dùng để đánh \
      giá, kèm văn bản đặt ra mức đó.
      """,
    en: """
      Written by `tuanthu coverage` from [articles.yaml](articles.yaml) and the rule files; not to be edited. \
      The column of numbers holds what the text says; what stands after an obligation is the target it is \
      judged by, with the text that sets it.
      """)

  static let confidences = Text(
    vi: """
      Mức xác nhận: R đọc từ văn bản; N đọc từ báo chí, trang tin; T ghi nhận từ thực tế vận hành; C chưa được \
      xác nhận (chỉ có thể là lựa chọn, mặc định tắt).
      """,
    en: """
      Confidence: R read in the text itself; N read in news or summaries; T seen in practice; C unconfirmed \
      (an option at most, off by default).
      """)

  static func articleTotals(
    _ articles: Int, checked: Int, indexed: Int, obligations: Int, options: Int
  ) -> Text {
    let rest = articles - checked - indexed
    return Text(
      vi: """
        Điều khoản, con số đã đọc: \(articles) · có yêu cầu kiểm tra: \(checked) · là tiêu chí của bộ chỉ số: \
        \(indexed) · không kiểm tra, có nêu lý do: \(rest). Yêu cầu: \(obligations), trong đó \(options) là lựa \
        chọn, mặc định tắt.
        """,
      en: """
        Articles and numbers read: \(articles) · checked: \(checked) · criteria of an index: \(indexed) · not \
        checked, with the reason: \(rest). Obligations: \(obligations), of which \(options) are options, off \
        by default.
        """)
  }

  static let articleColumns = Text(
    vi: "| Điều, khoản | Nội dung | Con số | Kiểm tra |",
    en: "| Article | Content | Number | Checked |")

  static func givesPoints(_ index: String) -> Text {
    Text(vi: "Bộ chỉ số: \(index)", en: "Index: \(index)")
  }

  static func notChecked(_ why: String) -> Text {
    Text(vi: "Không kiểm tra: \(why)", en: "Not checked: \(why)")
  }

  static func offByDefault(_ option: RuleOption) -> Text {
    Text(
      vi: "lựa chọn `\(option.id)`, mặc định tắt: \(option.because)",
      en: "option `\(option.id)`, off by default: \(option.because)")
  }

  static let measuredOnly = Text(vi: "theo dõi, chưa giao chỉ tiêu", en: "measured, no target")
  static let againstAnother = Text(vi: "so với một mức khác", en: "against another figure")
}
