import Diagnostics

/// What is said while files are tidied, described and begun. Codes TT11xx.
extension Diagnostic {
  static func nothingThere(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT1101",
      Text(vi: "không có hoặc không đọc được '\(path)'", en: "'\(path)' is missing or unreadable"),
      hint: Text(vi: "kiểm tra tên tệp, thư mục", en: "check the name of the file or folder"))
  }

  static func notTidied(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      "TT1102", .warning,
      Text(
        vi: "không sắp xếp lại được tệp này mà không làm thay đổi giá trị hoặc chú thích",
        en: "this file cannot be tidied without changing a value or a comment"),
      at: Label(Span(source, 0..<0)),
      hint: Text(
        vi: "tệp được giữ nguyên; hãy viết các đoạn khác thường trong tệp theo cách đơn giản hơn",
        en: "it was left as it is; write what is unusual in it in a simpler way"))
  }
}

extension Text {
  static func moreLines(_ count: Int) -> Text {
    Text(vi: "… và \(count) dòng khác", en: "… and \(count) more lines")
  }

  /// The end of a run that wrote files.
  package static func tidied(_ changed: Int, of all: Int) -> Text {
    Text(
      vi: "\(all) tệp, đã sắp xếp lại \(changed) tệp",
      en: "\(all) \(all == 1 ? "file" : "files"), \(changed) tidied")
  }

  /// The end of a run that only looked.
  package static func untidy(_ changed: Int, of all: Int) -> Text {
    Text(
      vi: "\(all) tệp, \(changed) tệp chưa gọn; chạy tuanthu fmt để sắp xếp lại",
      en:
        "\(all) \(all == 1 ? "file" : "files"), \(changed) to be tidied; run tuanthu fmt to do so")
  }

  /// The end of a run that had nothing to find.
  package static func allTidy(_ all: Int) -> Text {
    Text(
      vi: "\(all) tệp, tất cả đã gọn",
      en: "\(all) \(all == 1 ? "file" : "files"), all tidy")
  }
}
