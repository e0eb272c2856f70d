import Assessment
import Diagnostics

/// The words of scores in both languages.
enum ScoreWords {
  static let title = Text(vi: "KẾT QUẢ TÍNH ĐIỂM BỘ CHỈ SỐ", en: "SCORES")
  static let indexes = Text(vi: "BỘ CHỈ SỐ", en: "INDEXES")
  static let unit = Text(vi: "Cơ quan, đơn vị", en: "Unit")
  static let rank = Text(vi: "Hạng", en: "Rank")
  static let points = Text(vi: "Điểm", en: "Points")
  static let base = Text(vi: "Trên", en: "Out of")
  static let share = Text(vi: "Tỷ lệ", en: "Share")
  static let index = Text(vi: "Bộ chỉ số", en: "Index")
  static let way = Text(vi: "Cách tính", en: "Points of")
  static let rankTo = Text(vi: "Hạng, đến", en: "Rank to")
  static let pointsTo = Text(vi: "Điểm, đến", en: "Points to")
  static let shareTo = Text(vi: "Tỷ lệ, đến", en: "Share to")
  static let why = Text(vi: "Lý do không xếp hạng", en: "Why not ranked")
  static let criteria = Text(vi: "Cách tính điểm", en: "How points are given")
  static let criterion = Text(vi: "Nhóm, tiêu chí", en: "Group, criterion")
  static let most = Text(vi: "Tối đa", en: "At most")
  static let formula = Text(
    vi: "Công thức, hoặc vì sao không tính", en: "Formula, or why there is none")
  static let origin = Text(vi: "Căn cứ", en: "Source")
  static let byUnit = Text(vi: "TỪNG CƠ QUAN, ĐƠN VỊ", en: "UNIT BY UNIT")
  static let basis = Text(vi: "CÁCH TÍNH ĐIỂM", en: "HOW POINTS ARE GIVEN")
  static let measured = Text(vi: "tính từ dữ liệu", en: "from the data")
  static let bonus = Text(vi: "điểm thưởng, điểm trừ", en: "bonus and penalty points")
  static let practice = Text(
    vi: "[T] theo thực tế áp dụng, không phải lời của văn bản",
    en: "[T] practice, not the text's words"
  )
  static let scale = Text(
    vi:
      "Tỷ lệ là điểm chia cho điểm tối đa áp dụng với đơn vị; phần không tính được từ dữ liệu không nằm trong điểm tối đa này.",
    en:
      "Shares are points by the maximum that applies to the unit; what no data show is no part of it."
  )
  static let details = Text(
    vi: "Điểm từng tiêu chí của từng đơn vị: tuanthu score.",
    en: "Points unit by unit and criterion by criterion: tuanthu score.")
  static let total = Text(vi: "tổng điểm", en: "the total")
  static let percent = Text(vi: "tỷ lệ phần trăm", en: "the percentage")
  static let maximum = Text(vi: "tổng điểm tối đa", en: "the sum of maxima")

  static func out(of count: Int) -> Text { Text(vi: "trên \(count)", en: "of \(count)") }

  static func absent(_ count: Int, _ names: String) -> Text {
    Text(
      vi: "Không có điểm, không xếp hạng: \(count) đơn vị (\(names))",
      en: "No points, not ranked: \(count) \(count == 1 ? "unit" : "units") (\(names))")
  }

  static func maximum(_ points: String) -> Text {
    Text(vi: "tối đa \(points)", en: "at most \(points)")
  }

  static func notMeasured(_ points: String) -> Text {
    Text(
      vi: "Không tính được từ dữ liệu: \(points) điểm của bộ chỉ số, không đưa vào điểm tối đa.",
      en: "Not shown by any data: \(points) points of the index, which are no part of the maximum.")
  }

  /// What came of a criterion, where it has no plain points.
  static func state(_ state: PartScore.State) -> Text? {
    switch state {
    case .scored: nil
    case .undetermined:
      Text(vi: "chưa đủ căn cứ, nằm trong khoảng", en: "undetermined, in a range")
    case .missing: Text(vi: "chưa có dữ liệu", en: "nothing handed in")
    case .empty:
      Text(vi: "không phát sinh, tính theo quy định", en: "nothing arose, as the rule says")
    case .notApplicable: Text(vi: "không áp dụng", en: "not applicable")
    case .notMeasured: Text(vi: "không tính được từ dữ liệu", en: "not shown by any data")
    case .faulty: Text(vi: "cách tính lỗi", en: "the formula fails")
    }
  }

  /// Why a unit has no rank.
  static func unranked(_ reason: UnitScore.Unranked) -> Text {
    switch reason {
    case .nothingHandedIn:
      Text(
        vi: "không xếp hạng: không tiêu chí nào có dữ liệu", en: "not ranked: no criterion has data"
      )
    case .nothingApplies:
      Text(
        vi: "không xếp hạng: không tiêu chí nào phát sinh hoặc áp dụng",
        en: "not ranked: no criterion arose or applies")
    case .tooFewRecords:
      Text(
        vi: "không xếp hạng: quá ít trường hợp để đánh giá",
        en: "not ranked: there are too few records")
    case .noBounds:
      Text(
        vi: "không xếp hạng: thiếu điểm hoặc điểm tối đa của một phần",
        en: "not ranked: points or the maximum of a part are missing")
    case .onlyUnit:
      Text(
        vi: "không xếp hạng: chỉ xem một đơn vị", en: "not ranked: only this unit was looked at")
    }
  }

  static func difference(
    _ what: String, _ printed: String, _ computed: String, _ difference: String
  ) -> Text {
    Text(
      vi:
        "\(what): công bố \(printed), cộng các phần được \(computed), chênh lệch \(difference) (lỗi số liệu, không phải vi phạm)",
      en:
        "\(what): printed \(printed), the parts come to \(computed), a difference of \(difference) (an error of the data, no violation)"
    )
  }

  static func excess(_ what: String, _ points: String, _ maximum: String) -> Text {
    Text(
      vi: "\(what): \(points) điểm, vượt điểm tối đa \(maximum) (lỗi số liệu, không phải vi phạm)",
      en:
        "\(what): \(points) points, above the maximum of \(maximum) (an error of the data, no violation)"
    )
  }

  static func remainder(
    _ what: String, _ printed: String, _ computed: String, _ rest: String, _ parts: String,
    _ room: String?
  ) -> Text {
    let (vi, en) = (room.map { " (tối đa \($0))" } ?? "", room.map { " (at most \($0))" } ?? "")
    return Text(
      vi:
        "\(what): công bố \(printed), các phần đã công bố cộng lại \(computed); còn lại \(rest) cho phần chưa công bố: \(parts)\(vi)",
      en:
        "\(what): printed \(printed), the parts that were printed come to \(computed); \(rest) are left for what was not: \(parts)\(en)"
    )
  }

  static func stray(_ text: String) -> Text {
    Text(
      vi: "dòng điểm không khớp cột hoặc phần nào của bộ chỉ số: \(text)",
      en: "points that fit no column or part of the index: \(text)")
  }
}
