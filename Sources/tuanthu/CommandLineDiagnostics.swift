import Calendars
import Diagnostics

/// What can be wrong with a command. Codes TT09xx.
extension Diagnostic {
  static func missingOption(_ option: String) -> Diagnostic {
    Diagnostic(
      "TT0901",
      Text(vi: "thiếu \(option)", en: "\(option) is missing"),
      hint: Text(
        vi: "thêm \(option) vào lệnh, hoặc ghi giá trị mặc định vào tuanthu.yaml của thư mục này",
        en: "add \(option) to the command, or put a default into tuanthu.yaml of this folder"))
  }

  static func badPeriod(_ text: String) -> Diagnostic {
    Diagnostic(
      "TT0902", Text(vi: "'\(text)' không phải một kỳ", en: "'\(text)' is no period"),
      hint: Text(
        vi: "viết 2025-09 (tháng), 2025-Q3 (quý), 2025-H1 (nửa năm) hoặc 2025 (năm)",
        en: "write 2025-09 (month), 2025-Q3 (quarter), 2025-H1 (half-year) or 2025 (year)"))
  }

  static func unknownUnit(_ code: String, among codes: [String]) -> Diagnostic {
    Diagnostic(
      "TT0909",
      Text(vi: "danh mục không có đơn vị mã '\(code)'", en: "the registry has no unit '\(code)'"),
      hint: .nearest(code, among: codes)
        ?? Text(
          vi: "mã đơn vị nằm trong 'units' của các tệp quy tắc",
          en: "the codes are in 'units' of the rule files"))
  }

  static func notJudged(_ id: String, _ unit: String, _ period: Period) -> Diagnostic {
    Diagnostic(
      "TT0913",
      Text(
        vi: "kỳ \(period.name) không có kết quả của '\(id)' cho đơn vị \(unit)",
        en: "there is no verdict of '\(id)' for \(unit) in \(period.name)"),
      hint: Text(
        vi:
          "yêu cầu không áp dụng cho đơn vị, chưa hoặc hết hiệu lực, hoặc kỳ của nó không kết thúc trong kỳ này",
        en: "the unit is not bound, the obligation is not in force, or its period does not end here"
      ))
  }

  static func badMoment(_ option: String, _ text: String) -> Diagnostic {
    Diagnostic(
      "TT0903",
      Text(vi: "\(option): '\(text)' không phải thời điểm", en: "\(option): '\(text)' is no time"),
      hint: Text(
        vi: "viết 2025-10-05 (hết ngày đó) hoặc 2025-10-05T17:00 hoặc 2025-10-05T17:00:00+07:00",
        en:
          "write 2025-10-05 (the end of that day) or 2025-10-05T17:00 or 2025-10-05T17:00:00+07:00")
    )
  }

  static func noExports(_ folder: String) -> Diagnostic {
    Diagnostic(
      "TT0904",
      Text(vi: "không có thư mục dữ liệu \(folder)", en: "there is no exports folder \(folder)"),
      hint: Text(vi: "kiểm tra --exports", en: "check --exports"))
  }

  static func nothingReadable(_ folder: String) -> Diagnostic {
    Diagnostic(
      "TT0905",
      Text(
        vi: "không có tệp nào trong \(folder) đọc được, nên không có gì được đánh giá",
        en: "no file in \(folder) could be read, so nothing was assessed"),
      hint: Text(
        vi: "kiểm tra --exports, --period và các dòng tiêu đề của tệp",
        en: "check --exports, --period and the headers of the files"))
  }

  static func nothingBound(_ period: Period) -> Diagnostic {
    Diagnostic(
      "TT0906",
      Text(
        vi:
          "không yêu cầu nào ràng buộc một đơn vị nào trong kỳ \(period.name), nên không có gì được đánh giá",
        en: "no obligation binds any unit in \(period.name), so nothing was assessed"),
      hint: Text(
        vi:
          "kiểm tra 'binds', 'every', 'in-force' của các quy tắc và thời gian hoạt động của đơn vị",
        en: "check 'binds', 'every' and 'in-force' of the rules, and the dates of the units"))
  }
}

/// What can be wrong with `--breaches`.
extension Diagnostic {
  static func breachesNotWritten(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0914",
      Text(
        vi: "--breaches: không ghi được tệp '\(path)'",
        en: "--breaches: the file '\(path)' cannot be written"),
      hint: Text(
        vi: "nêu một tệp trong thư mục đã có, có quyền ghi và còn chỗ trống",
        en: "name a file in a folder that is there, may be written to and has space left"))
  }
}

/// What can be wrong with `--prior`.
extension Diagnostic {
  static func priorNotReadable(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0921",
      Text(
        vi: "--prior: không mở được tệp '\(path)'",
        en: "--prior: the file '\(path)' cannot be opened"),
      hint: Text(
        vi: "kiểm tra đường dẫn và quyền đọc; tệp là assessment.json do --out ghi ở kỳ trước",
        en: "check the path and that you may read it; --out wrote assessment.json in that run"))
  }

  static func priorNoAssessment(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0922",
      Text(
        vi: "--prior: '\(path)' không phải kết quả đánh giá do tuanthu ghi",
        en: "--prior: '\(path)' is no assessment that tuanthu wrote"),
      hint: Text(
        vi: "dùng tệp assessment.json trong thư mục --out của kỳ trước, không chỉnh sửa",
        en: "give assessment.json of that run's --out folder, as it was written"))
  }

  static func priorSchema(_ path: String, _ schema: String, wanted: String) -> Diagnostic {
    Diagnostic(
      "TT0923",
      Text(
        vi: "--prior: '\(path)' ghi theo phiên bản \(schema); công cụ này đọc \(wanted)",
        en: "--prior: '\(path)' is of version \(schema); this tool reads \(wanted)"),
      hint: Text(
        vi: "chạy lại 'tuanthu check --out …' cho kỳ đó bằng công cụ này",
        en: "run 'tuanthu check --out …' for that period again with this tool"))
  }
}

extension Text {
  static let workspace = Text(vi: "tuanthu.yaml", en: "tuanthu.yaml")

  static func loaded(_ obligations: Int, _ directives: Int, warnings: Int) -> Text {
    let more = warnings == 0 ? Text(verbatim: "") : Self.warnings(warnings)
    return Text(
      vi: "\(obligations) yêu cầu của \(directives) văn bản, không có lỗi\(more.vi)",
      en: "\(count(obligations, "obligation")) of \(count(directives, "directive")), "
        + "no errors\(more.en)")
  }

  private static func count(_ count: Int, _ thing: String) -> String {
    "\(count) \(thing)\(count == 1 ? "" : "s")"
  }

  private static func warnings(_ count: Int) -> Text {
    Text(vi: ", \(count) cảnh báo", en: ", \(count) warning\(count == 1 ? "" : "s")")
  }

  /// Where to read more about codes; the command is for the first of them.
  static func explained(_ codes: [String]) -> Text {
    let first = codes[0]
    let others = codes.dropFirst().prefix(3).joined(separator: ", ")
    let more = others + (codes.count > 4 ? ", …" : "")
    return Text(
      vi: "Giải thích và ví dụ: tuanthu explain \(first)" + (more.isEmpty ? "" : " (hoặc \(more))"),
      en: "With an example: tuanthu explain \(first) --lang en"
        + (more.isEmpty ? "" : " (or \(more))"))
  }

  static func written(_ paths: [String]) -> Text {
    let list = paths.map { "  " + $0 }.joined(separator: "\n")
    return Text(vi: "Báo cáo:\n\(list)", en: "Reports:\n\(list)")
  }
}
