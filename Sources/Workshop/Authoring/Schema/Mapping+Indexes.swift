import Diagnostics

// The keys of indexes, and of their cases.

extension Mapping {
  static let index = Mapping(
    name: "index", text: Text(vi: "Bộ chỉ số", en: "An index"),
    keys: [
      .must("id", .id, vi: "Mã của bộ chỉ số.", en: "The index's id."),
      .must("title", .text, vi: "Tên hiện trong báo cáo.", en: "The title that reports show."),
      .may("title-en", .text, vi: "Tên tiếng Anh.", en: "The title in English."),
      .must(
        "every", .list(.words(["month", "quarter", "half-year", "year"])),
        vi: "Tính cho những kỳ nào.", en: "The periods it is worked out for."),
      .must("binds", .mapping(.binding), vi: "Xếp hạng đơn vị nào.", en: "Which units it ranks."),
      .may(
        "measures", .list(.mapping(.indexMeasure)),
        vi: "Số đo chỉ dùng cho bộ chỉ số, không đánh giá ai.",
        en: "What is measured for the index alone; it judges nobody."),
      .must(
        "groups", .list(.mapping(.criterionGroup)), vi: "Các phần của bộ chỉ số.",
        en: "The parts of the index."),
      .may(
        "points", .mapping(.points), vi: "Điểm do nơi khác chấm, nhận qua một bảng số liệu.",
        en: "Points that others give, handed in as a dataset."),
      .may(
        "totals", .list(.mapping(.total)), vi: "Cộng những cột điểm nào thành tổng điểm.",
        en: "Which columns of points are added up."),
    ])

  static let indexMeasure = Mapping(
    name: "index-measure", text: Text(vi: "Số đo của bộ chỉ số", en: "A measure of an index"),
    keys: obligation.keys.filter { key in
      [
        "id", "title", "title-en", "over", "unit", "where", "let", "clock", "due", "done", "when",
        "law-on", "require", "pending", "roll-up", "measure",
      ].contains(key.name)
    })

  static let criterionGroup = Mapping(
    name: "criterion-group", text: Text(vi: "Phần của bộ chỉ số", en: "A part of an index"),
    keys: titled + [
      .may(
        "max", .number,
        vi: "Điểm tối đa; bỏ trống thì là tổng của các tiêu chí, hoặc nhận cùng điểm.",
        en: "The most points; without it the sum of the criteria, or handed in with the points."),
      .may(
        "min", .number, vi: "Điểm thấp nhất, không dương.", en: "The least points, never above 0."),
      .may(
        "bonus", .flag, vi: "Điểm thưởng, điểm trừ: không vào điểm tối đa.",
        en: "Bonus and penalty points: no part of the maximum."),
      .may(
        "covers", .list(.id), vi: "Là các phần này gộp lại, cho bảng điểm không tách.",
        en: "These parts taken together, for tables that do not tell them apart."),
      .may(
        "criteria", .list(.mapping(.criterion)), vi: "Các tiêu chí.", en: "Its criteria."),
    ] + origin)

  static let criterion = Mapping(
    name: "criterion", text: Text(vi: "Tiêu chí", en: "A criterion"),
    keys: titled + [
      .must("max", .number, vi: "Điểm tối đa.", en: "The most points."),
      .may(
        "min", .number, vi: "Điểm thấp nhất, không dương.", en: "The least points, never above 0."),
      .may(
        "applies", .expression, vi: "CEL trên đơn vị: tiêu chí áp dụng cho ai.",
        en: "CEL over the unit: whom it is about."),
      .may(
        "measures", .named(.text), vi: "Tên trong 'score': số đo hoặc yêu cầu mà tên đó chỉ.",
        en: "Names in 'score': the measure or obligation that each stands for."),
      .may(
        "score", .expression, vi: "CEL: số điểm, từ các số đo và max: min(max, max * r / 0.90).",
        en: "CEL: the points, of the measures and max: min(max, max * r / 0.90)."),
      .may(
        "when-empty", .either([.number, .words(["not-applicable"])]),
        vi: "Số điểm khi không phát sinh; not-applicable (mặc định) bỏ khỏi điểm tối đa.",
        en: "The points where nothing arose; not-applicable (the default) takes it out of the base."
      ),
      .may(
        "not-measured", .text, vi: "Vì sao không tính được từ dữ liệu.",
        en: "Why no data show it."),
    ] + origin)

  static let points = Mapping(
    name: "points", text: Text(vi: "Điểm do nơi khác chấm", en: "Points that others give"),
    keys: [
      .must("over", .text, vi: "Bảng số liệu.", en: "The dataset."),
      .must(
        "unit", .text, vi: "Cột ghi mã đơn vị: point.unit.", en: "The unit's column: point.unit."),
      .may("where", .expression, vi: "CEL: những dòng nào.", en: "CEL: which records."),
      .may(
        "when", .expression, vi: "CEL: ngày đưa dòng điểm vào một kỳ; bỏ trống là mọi dòng.",
        en: "CEL: the date that puts a record in a period; without it all are in."),
      .must(
        "item", .expression, vi: "CEL: mã hoặc tên phần, tiêu chí; total, percent là số in sẵn.",
        en: "CEL: the id or title of the part; total and percent are printed sums."),
      .may(
        "column", .expression, vi: "CEL: mã hoặc tên cột điểm.",
        en: "CEL: the id or title of the column."),
      .must("points", .expression, vi: "CEL: số điểm.", en: "CEL: the points."),
      .may("max", .expression, vi: "CEL: điểm tối đa.", en: "CEL: the most points possible."),
      .must(
        "columns", .list(.mapping(.pointsColumn)), vi: "Các cột điểm: ai chấm.",
        en: "The columns: who gave the points."),
    ])

  static let pointsColumn = Mapping(
    name: "points-column", text: Text(vi: "Cột điểm", en: "A column of points"), keys: titled)

  static let total = Mapping(
    name: "total", text: Text(vi: "Tổng điểm", en: "A total"),
    keys: titled + [
      .must(
        "of", .list(.id), vi: "Cộng các cột này; measured là điểm tính từ dữ liệu.",
        en: "The columns added up; measured is what is worked out."),
      .may(
        "otherwise", .list(.id), vi: "Đơn vị thiếu một cột thì lấy các cột này.",
        en: "The columns taken where a unit lacks one of those."),
      .may(
        "printed", .id, vi: "Cột ghi kết quả đã in, để đối chiếu.",
        en: "The column of printed results, to compare with."),
    ])

  static let indexCase = Mapping(
    name: "index-case", text: Text(vi: "Trường hợp kiểm thử bộ chỉ số", en: "A case of an index"),
    keys: [
      .must("note", .text, vi: "Trường hợp này thử điều gì.", en: "What the case is about."),
      .must("index", .id, vi: "Bộ chỉ số.", en: "The index."),
      .may("unit", .mapping(.caseUnit), vi: "Đơn vị.", en: "The unit."),
      .may(
        "measures", .named(.either([.text, .items(.text, count: 2)])),
        vi: "Số đo: 9/10, 90%, [40%, 60%], empty, missing.",
        en: "Measures: 9/10, 90%, [40%, 60%], empty, missing."),
      .may(
        "points", .named(.named(.either([.text, .items(.text, count: 2)]))),
        vi: "Điểm theo cột, theo phần: 8.3, [8.3, 18], '?'.",
        en: "Points by column, by part: 8.3, [8.3, 18], '?'."),
      .may("total", .id, vi: "Tổng điểm được xem.", en: "The total that is looked at."),
      .must("want", .mapping(.indexWant), vi: "Kết quả phải ra.", en: "What should come out."),
    ])

  static let indexWant = Mapping(
    name: "index-want", text: Text(vi: "Kết quả phải ra", en: "What should come out"),
    keys: [
      .may("points", figure, vi: "Tổng điểm.", en: "The sum of points."),
      .may("base", figure, vi: "Điểm tối đa áp dụng.", en: "The maximum that applies."),
      .may("percent", figure, vi: "Tỷ lệ phần trăm.", en: "The percentage."),
      .may(
        "unranked", .text, vi: "Vì sao không xếp hạng, hoặc none.",
        en: "Why there is no rank, or none."),
      .may(
        "parts", .named(figure), vi: "Điểm hoặc tình trạng của từng phần.",
        en: "Points or state of parts."),
      .may(
        "differences", .named(figure), vi: "Chênh lệch với số in sẵn.",
        en: "Differences from printed sums."),
    ])

  private static let figure = Shape.either([.text, .items(.text, count: 2)])

  private static let titled: [Key] = [
    .must("id", .id, vi: "Mã.", en: "The id."),
    .must("title", .text, vi: "Tên hiện trong báo cáo.", en: "The title that reports show."),
    .may("title-en", .text, vi: "Tên tiếng Anh.", en: "The title in English."),
  ]

  private static let origin: [Key] = [
    .may("cite", .text, vi: "Điều khoản, phụ lục.", en: "The article or annex."),
    .may("source", .text, vi: "Đọc hoặc thấy ở đâu.", en: "Where it was read or seen."),
    .may(
      "practice", .flag, vi: "true: thực tế áp dụng, không phải lời của văn bản.",
      en: "true: practice, not what a text says."),
  ]
}
