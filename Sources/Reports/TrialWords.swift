import Diagnostics

/// The words of trial computations in both languages.
enum TrialWords {
  static let title = Text(vi: "TÍNH THỬ", en: "WHAT IF")
  static let supposed = Text(vi: "GIẢ ĐỊNH", en: "SUPPOSED")
  static let verdicts = Text(vi: "Kết quả", en: "Verdicts")
  static let now = Text(vi: "Hiện tại", en: "Now")
  static let then = Text(vi: "Tính thử", en: "Then")
  static let difference = Text(vi: "Tăng, giảm", en: "Change")
  static let byObligation = Text(vi: "THEO YÊU CẦU", en: "BY OBLIGATION")
  static let target = Text(vi: "Chỉ tiêu", en: "Target")
  static let noTarget = Text(vi: "chưa giao chỉ tiêu", en: "no target")
  static let allUnits = Text(vi: "cho mọi đơn vị", en: "for all units")
  static let folders = Text(vi: "Thư mục quy tắc", en: "Folders of rules")
  static let added = Text(vi: "Yêu cầu chỉ có ở quy tắc mới", en: "Only in the new rules")
  static let removed = Text(vi: "Yêu cầu không còn ở quy tắc mới", en: "No longer in the rules")
  static let breaches = Text(vi: "Trường hợp không đạt", en: "Breaches")
  static let unit = Text(vi: "Chỉ tính đơn vị", en: "Only the unit")
  static let notYet = Text(vi: "chưa có", en: "no verdict")
  static let noMore = Text(vi: "không còn", en: "no verdict")
  static let noVerdict = Text(
    vi: "không có kết quả nào trong kỳ này", en: "no verdict in this period")
  static let nothingFlips = Text(
    vi: "Không kết quả nào thay đổi.", en: "No verdict changes.")

  static func period(_ name: String) -> Text { Text(vi: "KỲ \(name)", en: "FOR \(name)") }

  static func flips(_ count: String, of all: String) -> Text {
    Text(
      vi: "\(count) trong \(all) kết quả thay đổi.",
      en: "\(count) of \(all) verdicts \(count == "1" ? "flips" : "flip").")
  }

  static func remeasured(_ count: String) -> Text {
    Text(
      vi: "\(count) kết quả vẫn như cũ nhưng số liệu thay đổi.",
      en: count == "1"
        ? "1 verdict stays with other numbers." : "\(count) verdicts stay with other numbers.")
  }

  static func alsoRemeasured(_ count: String) -> Text {
    Text(
      vi: "\(count) kết quả khác vẫn như cũ nhưng số liệu thay đổi",
      en: count == "1"
        ? "1 other verdict stays with other numbers"
        : "\(count) other verdicts stay with other numbers")
  }

  static func leftOut(_ directive: String, _ obligations: String) -> Text {
    Text(
      vi: "Không tính \(obligations) yêu cầu của \(directive)",
      en: "Without the obligations of \(directive): \(obligations)")
  }

  static func snapshot(_ date: String) -> Text {
    Text(
      vi: "Dữ liệu kết xuất lúc \(date); việc làm sau thời điểm này không có trong dữ liệu.",
      en: "The exports are of \(date); what was done later is not in them.")
  }
}
