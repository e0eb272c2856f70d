import Assessment
import Diagnostics
import Numbers

/// The words of reports in both languages; the Vietnamese ones are those of official reports.
enum Words {
  static let title = Text(
    vi: "KẾT QUẢ RÀ SOÁT, ĐÁNH GIÁ", en: "ASSESSMENT")
  static let dataTitle = Text(vi: "KIỂM TRA DỮ LIỆU KẾT XUẤT", en: "CHECK OF THE EXPORTS")
  static let filesRead = Text(vi: "TỆP ĐÃ ĐỌC", en: "FILES READ")
  static let asOf = Text(vi: "Thời điểm chốt số liệu", en: "As of")
  static let total = Text(vi: "Tổng cộng", en: "Total")
  static let summary = Text(vi: "TỔNG HỢP", en: "SUMMARY")
  static let units = Text(vi: "Cơ quan, đơn vị", en: "Units")
  static let obligations = Text(vi: "Yêu cầu", en: "Obligations")
  static let verdicts = Text(vi: "Kết quả đánh giá", en: "Verdicts")
  static let data = Text(vi: "DỮ LIỆU KẾT XUẤT", en: "EXPORTS")
  static let byUnit = Text(vi: "THEO CƠ QUAN, ĐƠN VỊ", en: "BY UNIT")
  static let byHead = Text(vi: "THEO NGƯỜI ĐỨNG ĐẦU", en: "BY HEAD")
  static let toDate = Text(vi: "LŨY KẾ, CHƯA HẾT KỲ", en: "TO DATE, PERIODS NOT ENDED")
  static let notJudged = Text(
    vi: "Số liệu theo dõi của các kỳ dài hơn; chưa phải kết quả đánh giá.",
    en: "How far longer periods stand; no verdicts.")
  static let days = Text(vi: "Thời gian tính", en: "Days")
  static let basis = Text(vi: "CĂN CỨ", en: "DIRECTIVES")
  static let result = Text(vi: "Kết quả", en: "Measured")
  static let target = Text(vi: "Chỉ tiêu", en: "Target")
  static let duty = Text(vi: "Căn cứ", en: "Duty")
  static let binding = Text(vi: "Phạm vi áp dụng", en: "Binding")
  static let answers = Text(vi: "Trách nhiệm trả lời", en: "Answers")
  static let records = Text(vi: "Trường hợp không đạt", en: "Breaches")
  static let proofs = Text(vi: "Số liệu kiểm chứng", en: "Evidence")
  static let repair = Text(vi: "Cần bổ sung, đính chính", en: "To repair")
  static let setApart = Text(vi: "Không xem xét", en: "Set apart")
  static let counted = Text(vi: "Nếu tính cả phần không xem xét", en: "With these counted")
  static let waivedRecords = Text(
    vi: "Trường hợp không đạt nhưng không xem xét", en: "Breaches that are not considered")
  static let number = Text(vi: "Số", en: "Number")
  static let vacant = Text(vi: "khuyết người đứng đầu", en: "vacant")
  static let undated = Text(
    vi: "chưa xác định được ngày quy trách nhiệm", en: "the day that decides is not known")
  static let noPost = Text(
    vi: "danh mục chức vụ chưa có chức vụ này", en: "the registry has no such post")
  static let overlapping = Text(
    vi: "nhiều người cùng giữ chức vụ, cần xác minh", en: "several holders at once, to be clarified"
  )
  static let delegated = Text(vi: "được ủy quyền", en: "delegated")
  static let none = Text(vi: "không có", en: "none")
  static let worst = Text(vi: "Không có yêu cầu không đạt.", en: "No violation.")
  static let notReached = Text(
    vi: "chưa đạt chỉ tiêu đến hết kỳ", en: "not reached by the end of the period")
  /// An obligation that is judged because somebody asked for it.
  static func unconfirmed(_ option: ObligationSummary.Unconfirmed) -> Text {
    Text(
      vi: "Lựa chọn '\(option.option)', chưa được xác nhận: \(option.because)",
      en: "Option '\(option.option)', unconfirmed: \(option.because)")
  }

  static let legend = Text(
    vi:
      "Mức xác nhận văn bản: R đọc từ văn bản; N đọc từ báo chí, trang tin; T ghi nhận từ thực tế vận hành.",
    en: "Confidence: R read in the text itself; N read in news or summaries; T seen in practice.")

  /// The verdict as reports name it.
  static func outcome(_ outcome: Verdict.Outcome) -> Text {
    switch outcome {
    case .violated: Text(vi: "Không đạt", en: "Violated")
    case .undetermined: Text(vi: "Chưa đủ căn cứ đánh giá", en: "Undetermined")
    case .met: Text(vi: "Đạt", en: "Met")
    case .tooFewRecords: Text(vi: "Quá ít trường hợp để đánh giá", en: "Too few records")
    case .noTarget: Text(vi: "Theo dõi, chưa giao chỉ tiêu", en: "No target")
    case .waived: Text(vi: "Không xem xét", en: "Waived")
    case .notApplicable: Text(vi: "Không phát sinh", en: "None arose")
    case .toDate: Text(vi: "Lũy kế, chưa hết kỳ", en: "To date")
    }
  }

  /// The same, short enough for the head of a column.
  static func column(_ outcome: Verdict.Outcome) -> Text {
    switch outcome {
    case .violated: Text(vi: "Không đạt", en: "Violated")
    case .undetermined: Text(vi: "Chưa đủ CC", en: "Undeterm.")
    case .met: Text(vi: "Đạt", en: "Met")
    case .tooFewRecords: Text(vi: "Quá ít", en: "Too few")
    case .noTarget: Text(vi: "Theo dõi", en: "No target")
    case .waived: Text(vi: "Không xét", en: "Waived")
    case .notApplicable: Text(vi: "Không PS", en: "None")
    case .toDate: Text(vi: "Lũy kế", en: "To date")
    }
  }

  /// Why a verdict is undetermined.
  static func reason(_ reason: Verdict.Reason) -> Text {
    switch reason {
    case .unknownRecords:
      Text(
        vi: "có trường hợp không đọc được hoặc thiếu dữ liệu có thể làm thay đổi kết quả",
        en: "records that cannot be told could tip it")
    case .missingHandIn: Text(vi: "đơn vị không nộp dữ liệu", en: "the unit handed in nothing")
    case .unreadableHandIn:
      Text(vi: "tệp của đơn vị không đọc được", en: "a file of the unit cannot be read")
    case .nothingArose:
      Text(vi: "không có trường hợp nào để đánh giá", en: "there was nothing to judge")
    case .missingBaseline:
      Text(
        vi: "chưa có số liệu chắc chắn của kỳ gốc để so sánh; cung cấp kết quả kỳ đó bằng --prior",
        en: "no certain figure of the baseline period; give that period's assessment with --prior")
    case .unclearTarget:
      Text(
        vi: "mức chỉ tiêu tra cứu từ dữ liệu không có, không đọc được hoặc không thống nhất",
        en: "the limit looked up in the data is missing, unreadable or not the same throughout")
    case .tooManyValues:
      Text(
        vi:
          "có quá nhiều giá trị khác nhau (trên 65.536) để xếp hạng; nên tính theo đơn vị lớn hơn, như số ngày",
        en:
          "there are too many different values to rank (over 65,536); measure in a coarser unit, such as days"
      )
    case .notInData:
      Text(
        vi: "dữ liệu được kiểm tra không có bảng số liệu hoặc tháng cần cho yêu cầu này",
        en: "the data checked hold no dataset, or no month, that this is judged by")
    case .missingPrior:
      Text(
        vi: "chưa có kết quả đánh giá các kỳ trước; cung cấp bằng --prior",
        en: "the verdicts of earlier periods are not at hand; give them with --prior")
    }
  }

  /// The document under which something is not looked at.
  static func waivedUnder(_ document: String) -> Text {
    Text(
      vi: "Không xem xét theo văn bản số \(document)",
      en: "Not considered under document No. \(document)")
  }

  /// What took the place of a verdict's obligation, and from when.
  static func replacedBy(_ title: String, _ document: String, _ from: String) -> Text {
    Text(
      vi:
        "Từ ngày \(from) được thay thế bằng yêu cầu '\(title)' (\(document)); ở đây chỉ xét trường hợp thuộc quy định trước ngày đó",
      en:
        "Superseded from \(from) on by '\(title)' (\(document)); only what earlier law governs is judged here"
    )
  }

  /// What an obligation took the place of, and from when.
  static func replaces(
    _ older: String, _ document: String, _ newer: String, _ from: String
  ) -> Text {
    Text(
      vi: "Yêu cầu '\(older)' (\(document)) được thay thế từ ngày \(from) bằng '\(newer)'",
      en: "'\(older)' (\(document)) is superseded from \(from) on by '\(newer)'")
  }

  /// Which side of a limit is enough.
  static func side(_ comparison: Comparison) -> Text {
    switch comparison {
    case .atLeast: Text(vi: "ít nhất", en: "at least")
    case .atMost: Text(vi: "không quá", en: "at most")
    case .moreThan: Text(vi: "trên", en: "more than")
    case .lessThan: Text(vi: "dưới", en: "less than")
    case .between: Text(vi: "từ", en: "from")
    }
  }

  /// A figure that is not known, by what it is of.
  static func levelOf(_ of: String) -> Text { Text(vi: "mức của \(of)", en: "the level of \(of)") }

  /// A figure and what it is of.
  static func figure(_ value: String, of: String) -> Text {
    Text(vi: "\(value) của \(of)", en: "\(value) of \(of)")
  }

  /// A change relative to a figure.
  static func relative(_ percent: String, isLess: Bool) -> Text {
    isLess
      ? Text(vi: "giảm \(percent) của mức đó", en: "less \(percent) of it")
      : Text(vi: "tăng thêm \(percent) của mức đó", en: "plus \(percent) of it")
  }

  /// Percentage points.
  static func points(_ count: String) -> Text {
    Text(
      vi: "\(count) điểm phần trăm",
      en: count == "1" ? "1 percentage point" : "\(count) percentage points")
  }

  /// How many cases, and what they would be.
  static func cases(_ count: String, _ parts: String) -> Text {
    let own = parts.isEmpty ? "" : " (\(parts))"
    return Text(
      vi: "\(count) trường hợp\(own)", en: (count == "1" ? "1 record" : "\(count) records") + own)
  }

  /// How a post is held.
  static func holding(_ kind: String) -> Text {
    switch kind {
    case "acting": Text(vi: "quyền", en: "acting")
    case "in-charge": Text(vi: "phụ trách", en: "in charge")
    case "delegated": delegated
    default: Text(vi: "chính thức", en: "official")
    }
  }

  /// Whether somebody held a post.
  static func state(_ state: Answer.State) -> Text {
    switch state {
    case .held: Text(vi: "có người giữ", en: "held")
    case .overlapping: overlapping
    case .vacant: vacant
    case .undated: undated
    case .noPost: noPost
    }
  }

  /// A severity.
  static func severity(_ severity: Severity) -> Text {
    switch severity {
    case .critical: Text(vi: "khẩn", en: "critical")
    case .high: Text(vi: "cao", en: "high")
    case .medium: Text(vi: "trung bình", en: "medium")
    case .low: Text(vi: "thấp", en: "low")
    }
  }

  static func period(_ name: String, _ status: Assessment.Status) -> Text {
    status == .provisional
      ? Text(vi: "KỲ \(name) (DỰ KIẾN)", en: "FOR \(name) (PROVISIONAL)")
      : Text(vi: "KỲ \(name) (CHÍNH THỨC)", en: "FOR \(name) (FINAL)")
  }

  static func missing(_ count: Int, _ comparison: Bool) -> Text {
    comparison
      ? Text(
        vi: "còn thiếu \(count) trường hợp so với chỉ tiêu", en: "\(records(count)) short of it")
      : Text(vi: "vượt mức cho phép \(count) trường hợp", en: "\(records(count)) above it")
  }

  private static func records(_ count: Int) -> String {
    count == 1 ? "1 record" : "\(count) records"
  }

  static func notDue(_ count: String) -> Text {
    Text(vi: "chưa đến hạn \(count)", en: "not due yet \(count)")
  }

  static func unknown(_ count: String) -> Text {
    Text(vi: "chưa xác định \(count)", en: "unknown \(count)")
  }

  static func between(_ low: String, _ high: String) -> Text {
    Text(vi: "trong khoảng \(low) đến \(high)", en: "between \(low) and \(high)")
  }

  static func subject(_ count: Int) -> Text {
    Text(
      vi: "kết quả có thể thay đổi do \(count) bản ghi chưa xác định được đơn vị",
      en: "subject to \(count) unassigned \(count == 1 ? "record" : "records")")
  }

  static func otherSubject(_ count: Int) -> Text {
    Text(
      vi: "\(count) kết quả khác có thể thay đổi do bản ghi chưa xác định được đơn vị",
      en:
        "\(count) other \(count == 1 ? "verdict is" : "verdicts are") subject to unassigned records"
    )
  }

  static func more(_ count: Int) -> Text {
    Text(vi: "… và \(count) trường hợp khác", en: "… and \(count) more")
  }

  static func moreUnits(_ count: Int) -> Text {
    Text(
      vi: "… và \(count) cơ quan, đơn vị khác",
      en: "… and \(count) more \(count == 1 ? "unit" : "units")")
  }

  static func total(_ units: String, _ measured: String) -> Text {
    Text(vi: "cộng \(units) cơ quan, đơn vị: \(measured)", en: "\(units) units in all: \(measured)")
  }

  static func lackingMonths(_ months: String) -> Text {
    Text(
      vi: "đơn vị chưa nộp dữ liệu của \(months)", en: "the unit handed in nothing for \(months)")
  }

  static func lackingMonths(_ months: String, _ units: Int) -> Text {
    Text(
      vi: "chưa có dữ liệu của \(months) (\(units) đơn vị)",
      en: "nothing handed in for \(months) (\(units == 1 ? "1 unit" : "\(units) units"))")
  }

  static func window(_ first: String, _ last: String, _ time: String?) -> Text {
    Text(
      vi: "\(first) đến \(last)\(time.map { ", chốt lúc \($0)" } ?? "")",
      en: "\(first) to \(last)\(time.map { ", cut at \($0)" } ?? "")")
  }

  static func due(_ date: String) -> Text { Text(vi: "hạn \(date)", en: "due \(date)") }

  static func done(_ date: String?) -> Text {
    date.map { Text(vi: "thực hiện \($0)", en: "done \($0)") }
      ?? Text(vi: "chưa thực hiện", en: "not done")
  }

  static func columns(_ names: String) -> Text {
    Text(vi: "cột \(names)", en: "columns \(names)")
  }

  static func since(_ from: String, _ until: String?) -> Text {
    until.map { Text(vi: "\(from) đến \($0)", en: "\(from) to \($0)") }
      ?? Text(vi: "từ \(from)", en: "since \(from)")
  }

  static func breaches(_ count: String) -> Text {
    Text(vi: "\(count) trường hợp không đạt", en: count == "1" ? "1 breach" : "\(count) breaches")
  }

  static func ownPart(_ passed: String, _ all: String, _ percent: String) -> Text {
    Text(
      vi: "phần thuộc thời gian giữ chức vụ: \(passed)/\(all) (\(percent))",
      en: "own part: \(passed)/\(all) (\(percent))")
  }

  static func place(_ file: String, _ line: String) -> Text {
    Text(vi: "\(file), dòng \(line)", en: "\(file), line \(line)")
  }

  static func records(_ count: String) -> Text {
    Text(vi: "\(count) bản ghi", en: count == "1" ? "1 record" : "\(count) records")
  }

  static func moreOfTheKind(_ count: String) -> Text {
    Text(
      vi: "… và \(count) chỗ khác cùng loại (assessment.json có đủ)",
      en: "… and \(count) more of the kind (all in assessment.json)")
  }

  static func defects(_ count: String) -> Text {
    Text(vi: "\(count) lỗi dữ liệu", en: count == "1" ? "1 data defect" : "\(count) data defects")
  }

  static func fault(_ rule: String, _ message: Text, _ count: Int) -> Text {
    Text(
      vi: "quy tắc \(rule) tính sai trên \(count) bản ghi: \(message.vi)",
      en: "the rule \(rule) fails on \(records(count)): \(message.en)")
  }
}
