import Assessment
import Diagnostics

/// The words of explanations in both languages.
enum Explaining {
  static let duty = Text(vi: "Yêu cầu của văn bản", en: "The duty")
  static let source = Text(vi: "Nguồn", en: "Source")
  static let binding = Text(vi: "Vì sao đơn vị phải thực hiện", en: "Why the unit is bound")
  static let allUnits = Text(
    vi: "Áp dụng cho mọi đơn vị thuộc phạm vi của văn bản.", en: "All units are bound.")
  static let otherDays = Text(
    vi: "không áp dụng cho kỳ này", en: "not in force for this period")
  static let otherUnits = Text(vi: "dành cho đơn vị khác", en: "for other units")
  static let rule = Text(vi: "Quy tắc đối chiếu", en: "The rule")
  static let records = Text(vi: "Từng trường hợp", en: "Record by record")
  static let counting = Text(vi: "Cách đếm thời hạn", en: "How the deadline is counted")

  static let dispute = Text(vi: "Nếu đơn vị có ý kiến khác", en: "If the unit sees it otherwise")
  static let isCorrectable = Text(
    vi: "Số liệu chưa đúng: đính chính dòng đã nêu trong tệp của đơn vị rồi đối chiếu lại.",
    en: "The data are wrong: correct the line named above in the unit's file, and check again.")
  static let isCountable = Text(
    vi: "Thời hạn chưa đúng: so từng ngày ở trên với lịch làm việc (calendar) trong quy tắc.",
    en: "The deadline is wrong: compare the days above with the calendar in the rules.")
  static let isWaivable = Text(
    vi: "Đã có văn bản cho phép miễn, hoãn: khai báo số văn bản, người phê duyệt và thời gian "
      + "tại mục waivers của quy tắc.",
    en: "A document grants an exemption: declare its number, approver and days under waivers.")
  static let isTransferable = Text(
    vi: "Người giữ chức vụ chưa đúng: bổ sung quyết định tại mục posts của quy tắc.",
    en: "The holder of the post is wrong: add the decision under posts of the rules.")

  /// What an expression of a rule is for, by the key it stands under.
  static func role(_ key: String) -> Text? {
    switch key {
    case "where": Text(vi: "phạm vi", en: "scope")
    case "due": Text(vi: "thời hạn", en: "deadline")
    case "done": Text(vi: "thực hiện", en: "done")
    case "when": Text(vi: "tính vào kỳ của", en: "falls into the period of")
    case "law-on": Text(vi: "áp dụng chỉ tiêu tại", en: "target in force on")
    case "answers-on": Text(vi: "quy trách nhiệm tại", en: "who answers on")
    case "require": Text(vi: "phải bảo đảm", en: "must hold")
    case "pending": Text(vi: "chưa đến lượt", en: "not due while")
    case "per": Text(vi: "chia nhóm theo", en: "grouped by")
    case "measure": Text(vi: "đại lượng đo", en: "measured")
    case "binds.when": Text(vi: "đơn vị phải thực hiện", en: "units bound")
    default: nil
    }
  }

  static func period(_ name: String) -> Text { Text(vi: "kỳ \(name)", en: "period \(name)") }

  static func read(_ count: String, _ out: String) -> Text {
    Text(
      vi: "Đã đọc \(count) bản ghi của đơn vị; \(out) không thuộc phạm vi hoặc không thuộc kỳ",
      en: "Records of the unit read: \(count); out of scope or of the period: \(out)")
  }

  /// - Parameter counts: passed, failed, not due, unknown.
  static func counts(_ counts: [String]) -> Text {
    Text(
      vi: "Đạt \(counts[0]), không đạt \(counts[1]), chưa đến hạn \(counts[2]), "
        + "chưa xác định \(counts[3])",
      en: "Passed \(counts[0]), failed \(counts[1]), not due \(counts[2]), unknown \(counts[3])")
  }

  static func appointed(_ document: String) -> Text {
    Text(vi: "Theo văn bản \(document)", en: "By document \(document)")
  }

  static func answered(_ day: String, _ holders: String) -> Text {
    Text(
      vi: "Ngày quy trách nhiệm \(day): \(holders)",
      en: "The day that decides who answers, \(day): \(holders)")
  }

  static func place(_ file: String, _ line: Int) -> Text {
    Text(vi: "Tệp \(file), dòng \(line)", en: "File \(file), line \(line)")
  }

  static func more(_ count: String) -> Text {
    Text(
      vi: "… và \(count) trường hợp khác; xem thêm bằng --limit hoặc --record",
      en: "… and \(count) more; see them with --limit or --record")
  }

  static func state(_ state: Explanation.State) -> Text {
    switch state {
    case .failed: Text(vi: "không đạt", en: "failed")
    case .unknown: Text(vi: "chưa xác định được", en: "cannot be told")
    case .waived: Text(vi: "không xem xét theo văn bản", en: "waived")
    case .passed: Text(vi: "đạt", en: "passed")
    case .notDue: Text(vi: "chưa đến hạn", en: "not due yet")
    case .out: Text(vi: "không thuộc phạm vi hoặc không thuộc kỳ", en: "out of scope or period")
    }
  }

  static func unwaived(_ state: Explanation.State) -> Text {
    let name = Self.state(state)
    return Text(vi: "nếu xem xét: \(name.vi)", en: "otherwise: \(name.en)")
  }

  static func day(_ span: Explanation.CountedDays) -> Text {
    switch span.kind {
    case .start: Text(vi: "bắt đầu, không tính", en: "begins, not counted")
    case .rest: Text(vi: "ngày nghỉ hằng tuần", en: "rest days")
    case .holiday:
      Text(
        vi: "nghỉ lễ (\(span.name?.vi ?? ""))", en: "holiday (\(span.name?.en ?? ""))")
    case .paused: Text(vi: "tạm dừng, không tính", en: "stopped, not counted")
    case .counted: counted(span)
    }
  }

  private static func counted(_ span: Explanation.CountedDays) -> Text {
    if let seconds = span.seconds {
      let (hours, minutes) = (seconds / 3600, seconds % 3600 / 60)
      return Text(
        vi: "\(hours) giờ" + (minutes == 0 ? "" : " \(minutes) phút") + " làm việc",
        en: "\(hours) h" + (minutes == 0 ? "" : " \(minutes) min") + " of working time")
    }
    let (first, last) = (span.first ?? 0, span.last ?? 0)
    return first == last
      ? Text(vi: "ngày thứ \(first)", en: "day \(first)")
      : Text(vi: "ngày thứ \(first) đến thứ \(last)", en: "days \(first) to \(last)")
  }
}
