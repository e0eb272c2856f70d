import Calendars
import Diagnostics
import Rulebook

/// What findings say, in both languages.
extension Text {
  static func missingHandIn(_ unit: String, _ dataset: Text) -> Text {
    Text(
      vi: "\(unit) không nộp dữ liệu: \(dataset.vi)", en: "\(unit) handed in nothing: \(dataset.en)"
    )
  }

  static func missingHandIn(_ unit: String, _ dataset: Text, month: String) -> Text {
    Text(
      vi: "\(unit) không nộp dữ liệu của tháng \(month): \(dataset.vi)",
      en: "\(unit) handed in nothing for \(month): \(dataset.en)")
  }

  static func missingPrior(_ month: String, _ units: Int) -> Text {
    Text(
      vi: "chưa có kết quả đánh giá\(month.isEmpty ? "" : " tháng \(month)") của \(units) đơn vị; "
        + "bổ sung tệp assessment.json của kỳ đó bằng --prior",
      en: "verdicts\(month.isEmpty ? "" : " of \(month)") are missing for \(units) "
        + "\(units == 1 ? "unit" : "units"); give that period's assessment.json with --prior")
  }

  static func missingDataset(_ dataset: Text, month: String) -> Text {
    Text(
      vi: "tháng \(month) không có tệp nào đọc được cho bảng số liệu: \(dataset.vi)",
      en: "no readable file of \(month) at all for the dataset: \(dataset.en)")
  }

  static func missingFolders(_ months: [String], _ periods: [String]) -> Text {
    let first = months.first ?? "", last = months.last ?? ""
    let list = periods.joined(separator: ", ")
    let isOne = months.count == 1
    return Text(
      vi: (isOne
        ? "không có thư mục dữ liệu \(first)"
        : "không có \(months.count) thư mục dữ liệu \(first) đến \(last)") + ", cần cho kỳ \(list)",
      en: (isOne
        ? "there is no folder of exports \(first)"
        : "there are no folders of exports \(first) to \(last) (\(months.count) months)")
        + ", which \(list) \(periods.count == 1 ? "needs" : "need")")
  }

  static let emptyReference = Text(
    vi: "bản ghi không trỏ tới bản ghi nào của bảng kia", en: "the record refers to no other")

  static let limitOutOfRange = Text(
    vi: "thời hạn vượt phạm vi của lịch", en: "the limit is out of the calendar's range")

  static func orphans(_ count: Int, _ children: Text, _ parents: Text) -> Text {
    Text(
      vi: "\(count) bản ghi (\(children.vi)) không thuộc bản ghi nào của bảng: \(parents.vi)",
      en:
        "\(count == 1 ? "1 record" : "\(count) records") of \(children.en) belong to no record of "
        + parents.en)
  }

  static func missingDataset(_ dataset: Text) -> Text {
    Text(
      vi: "không có tệp nào đọc được cho bảng số liệu: \(dataset.vi)",
      en: "no readable file at all for the dataset: \(dataset.en)")
  }

  /// - Parameter codes: what stands where the unit's code should, the most frequent first.
  static func unassigned(_ count: Int, _ dataset: Text, _ codes: [String]) -> Text {
    let shown = codes.prefix(3).map { $0.isEmpty ? "''" : "'\($0)'" }.joined(separator: ", ")
    let more = codes.count > 3 ? ", …" : ""
    return Text(
      vi: "\(count) bản ghi không xác định được đơn vị (\(dataset.vi)): \(shown)\(more)",
      en:
        "\(count == 1 ? "1 record" : "\(count) records") whose unit is not known (\(dataset.en)): "
        + "\(shown)\(more)")
  }

  static func unreadableFile(_ file: String) -> Text {
    Text(vi: "không đọc được tệp \(file)", en: "the file \(file) cannot be read")
  }

  static func nilReturn(_ file: String) -> Text {
    Text(
      vi: "tệp \(file) chỉ có dòng tiêu đề: báo cáo không phát sinh",
      en: "the file \(file) holds a header only: a nil return")
  }

  static func noSnapshot(_ file: String) -> Text {
    Text(
      vi: "tệp \(file) không ghi thời điểm kết xuất; lấy theo thời điểm chốt số liệu",
      en: "the file \(file) has no snapshot time; as-of is taken")
  }

  static func futureSnapshot(_ file: String) -> Text {
    Text(
      vi:
        "tệp \(file) ghi thời điểm kết xuất sau ngày hôm nay, không thể có; lấy theo thời điểm chốt số liệu",
      en: "the file \(file) says that it was written later than today; as-of is taken")
  }

  /// - Parameter count: how many records break the check.
  static func brokenCheck(_ says: Text, _ count: Int) -> Text {
    Text(
      vi: "\(says.vi): \(count) bản ghi",
      en: "\(says.en): \(count == 1 ? "1 record" : "\(count) records")")
  }

  /// - Parameter titles: those of the obligations.
  static func notShown(_ titles: [Text]) -> Text {
    Text(
      vi: "dữ liệu này không cho biết kết quả của \(titles.count) yêu cầu: "
        + titles.map(\.vi).joined(separator: "; "),
      en: "these data cannot show "
        + (titles.count == 1 ? "1 obligation: " : "\(titles.count) obligations: ")
        + titles.map(\.en).joined(separator: "; "))
  }

  /// - Parameter names: each with the codes that it was read as.
  static func namedUnits(_ names: [(String, [String])]) -> Text {
    let shown = names.prefix(5).map { name, codes in (name, codes.joined(separator: ", ")) }
    let more = names.count > shown.count ? ", …" : ""
    return Text(
      vi: "tên đơn vị được đọc theo danh mục: "
        + shown.map { "'\($0)' là \($1)" }.joined(separator: ", ") + more,
      en: "names of units, read by the registry: "
        + shown.map { "'\($0)' is \($1)" }.joined(separator: ", ") + more)
  }

  static func unusedWaiver(_ waiver: Waiver) -> Text {
    Text(
      vi:
        "văn bản số \(waiver.document) (mục '\(waiver.id)') có hiệu lực trong kỳ nhưng không có trường hợp nào thuộc diện không xem xét",
      en: "the waiver '\(waiver.id)' (No. \(waiver.document)) was in force and covered nothing")
  }

  static func endingWaiver(_ waiver: Waiver, _ until: Day) -> Text {
    Text(
      vi:
        "văn bản số \(waiver.document) (mục '\(waiver.id)') chỉ cho phép không xem xét đến hết ngày \(until.shown(in: .vi))",
      en: "the waiver '\(waiver.id)' (No. \(waiver.document)) ends on \(until.shown(in: .en))")
  }

  static func repeatedPrior(_ repeated: PriorVerdicts.Repeated) -> Text {
    let (count, period, asOf) = (repeated.count, repeated.period, repeated.asOf)
    return Text(
      vi: "kỳ \(period) có \(count) kết quả đánh giá trước; lấy kết quả chốt số liệu lúc \(asOf)",
      en: "\(count) earlier assessments of \(period); the one as of \(asOf) is taken")
  }

  static func vacancy(_ post: String, _ unit: String) -> Text {
    Text(
      vi: "\(post) (\(unit)): có ngày không xác định được người giữ chức vụ",
      en: "\(post) (\(unit)): nobody held the post on some of the days that matter")
  }

  static func noPost(_ role: String, _ unit: String) -> Text {
    Text(
      vi: "\(unit): danh mục chức vụ chưa có chức vụ '\(role)' trả lời cho yêu cầu",
      en: "\(unit): the registry has no post '\(role)' that answers")
  }

  static func overlap(_ post: String, _ unit: String) -> Text {
    Text(
      vi: "\(post) (\(unit)): có ngày có hơn một người giữ chức vụ",
      en: "\(post) (\(unit)): several held the post on some of the days that matter")
  }
}
