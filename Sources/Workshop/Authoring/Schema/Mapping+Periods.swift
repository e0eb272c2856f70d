import Diagnostics

/// The mappings of `every` and `when`.
extension Mapping {
  static let every = Mapping(
    name: "every", text: Text(vi: "Khi nào đánh giá", en: "When it is judged"),
    keys: [
      .may(
        "each", .words(["month", "quarter", "half-year", "year"]),
        vi: "Định kỳ theo tháng, quý, nửa năm hay năm.", en: "Time and again, how often."),
      .may(
        "since", .either([.words(["year-start"]), .day]),
        vi: "Lũy kế từ đầu năm (year-start) hoặc từ một ngày.",
        en: "Cumulative since the year's start or a day."),
      .may(
        "cut", .mapping(.cut), vi: "Ngày, giờ chốt số liệu của tháng cuối kỳ.",
        en: "The day and time of its last month with which a period ends."),
      .may(
        "once", .day, vi: "Một mốc ngày, đánh giá một lần.", en: "A date, judged one time."),
      .may(
        "campaign", .mapping(.campaign), vi: "Một đợt, đánh giá khi hết đợt.",
        en: "A campaign, judged when it ends."),
    ], exactlyOne: ["each", "once", "campaign"])

  static let cut = Mapping(
    name: "cut", text: Text(vi: "Chốt số liệu", en: "A cut"),
    keys: [
      .must(
        "day", .whole(least: 1), vi: "Ngày trong tháng; tháng ngắn hơn lấy ngày cuối.",
        en: "The day of the month; in a shorter one its last day."),
      .may(
        "time", .form(#"^\d{2}:\d{2}$"#), vi: "Giờ trong ngày; bỏ trống là hết ngày.",
        en: "The time of day; without it, the day's end."),
    ])

  static let campaign = Mapping(
    name: "campaign", text: Text(vi: "Đợt", en: "A campaign"),
    keys: [
      .must("from", .day, vi: "Ngày đầu.", en: "The first day."),
      .must("until", .day, vi: "Ngày cuối.", en: "The last day."),
    ])

  static let open = Mapping(
    name: "open", text: Text(vi: "Thời gian hồ sơ còn mở", en: "The time a record was open"),
    keys: [
      .must("from", .expression, vi: "CEL: mở từ khi nào.", en: "CEL: since when."),
      .must(
        "until", .expression, vi: "CEL: đến khi nào; trống là còn mở.",
        en: "CEL: until when; empty is still open."),
    ])
}
