import Diagnostics

// The keys of rule files, but those of datasets, calendar and registry.

extension Mapping {
  static let ruleFile = Mapping(
    name: "rule-file", text: Text(vi: "Tệp quy tắc", en: "A rule file"),
    keys: [
      .may(
        "directive", .mapping(.directive), vi: "Văn bản đặt ra các yêu cầu trong tệp.",
        en: "The directive that imposes the obligations of the file."),
      .may(
        "obligations", .list(.mapping(.obligation)),
        vi: "Các yêu cầu, mỗi mục là một việc kiểm tra được.",
        en: "The obligations, each one checkable duty."),
      .may(
        "index", .list(.mapping(.index)),
        vi: "Bộ chỉ số: tiêu chí, cách tính điểm, xếp hạng.",
        en: "An index: criteria, how points are given, ranks."),
      .may(
        "datasets", .list(.mapping(.dataset)), vi: "Các bảng số liệu đơn vị phải gửi.",
        en: "The datasets that units hand in."),
      .may(
        "calendar", .mapping(.calendar), vi: "Lịch làm việc: ngày nghỉ, ngày làm bù, giờ làm việc.",
        en: "The working calendar: holidays, days worked instead, hours."),
      .may(
        "units", .list(.mapping(.unit)), vi: "Các cơ quan, đơn vị.", en: "The units."),
      .may(
        "posts", .list(.mapping(.post)), vi: "Các chức danh và người giữ chức danh.",
        en: "The posts and who holds them."),
      .may(
        "waivers", .list(.mapping(.waiver)),
        vi: "Các trường hợp không xem xét theo văn bản của người có thẩm quyền.",
        en: "What is not judged, by a document of whoever may decide that."),
    ])

  static let directive = Mapping(
    name: "directive", text: Text(vi: "Văn bản (căn cứ)", en: "A directive"),
    keys: [
      .must(
        "id", .id, vi: "Mã của văn bản: chữ thường không dấu, số, gạch nối.",
        en: "The directive's id: lower case letters, digits, dashes."),
      .must(
        "number", .text, vi: "Số, ký hiệu: 63/2010/NĐ-CP.", en: "Its number: 63/2010/NĐ-CP."),
      .must("title", .text, vi: "Tên gọi, trích yếu.", en: "Its title."),
      .may("title-en", .text, vi: "Tên tiếng Anh.", en: "Its title in English."),
      .must("issuer", .text, vi: "Cơ quan ban hành.", en: "Who issued it."),
      .may(
        "source", .text, vi: "Đọc được ở đâu: địa chỉ trang hoặc một câu.",
        en: "Where it was read: an address or a sentence."),
      .must(
        "confidence", .words(["R", "N", "T"]),
        vi: "R: đã đọc chính văn bản; N: đọc qua báo chí; T: thấy trong thực tế.",
        en: "R: read in the text itself; N: in the news; T: seen in practice."),
      .must(
        "in-force", .mapping(.dates), vi: "Thời gian có hiệu lực.", en: "When it is in force."),
      .allow,
    ])

  static let obligation = Mapping(
    name: "obligation", text: Text(vi: "Yêu cầu", en: "An obligation"),
    keys: [
      .must(
        "id", .id, vi: "Mã của yêu cầu trong văn bản.", en: "Its id within the directive."),
      .must("title", .text, vi: "Tên hiện trong báo cáo.", en: "The title that reports show."),
      .may("title-en", .text, vi: "Tên tiếng Anh.", en: "The title in English."),
      .must(
        "duty", .mapping(.duty), vi: "Nghĩa vụ: điều khoản và câu chữ của văn bản.",
        en: "The duty: where the text says it, and what it says."),
      .must(
        "binds", .mapping(.binding), vi: "Đơn vị nào bị ràng buộc.", en: "Which units are bound."),
      .must(
        "answers", .text, vi: "Chức danh ('role') chịu trách nhiệm: head.",
        en: "The role of the post that answers: head."),
      .must(
        "every", .either([.words(["month", "quarter", "half-year", "year"]), .mapping(.every)]),
        vi: "Đánh giá theo tháng, quý, nửa năm hay năm; một mốc, một đợt, lũy kế hay có ngày chốt.",
        en:
          "When it is judged: how often, or once by a date, for a campaign, cumulative, with a cut."
      ),
      .must(
        "severity", .words(["low", "medium", "high", "critical"]),
        vi: "Mức ưu tiên xử lý (phân loại nội bộ).", en: "How urgent a violation is."),
      .may(
        "in-force", .mapping(.dates), vi: "Thời gian áp dụng, hẹp hơn của văn bản.",
        en: "When it applies, where that is less than the directive's time."),
      .must(
        "over", .text, vi: "Bảng số liệu được xét ('units' là chính các đơn vị).",
        en: "The dataset it is about ('units' are the units themselves)."),
      .may(
        "unit", .text, vi: "Cột ghi mã đơn vị của bản ghi: dossier.unit; bỏ khi over: units.",
        en: "The column that holds a record's unit: dossier.unit; not needed over units."),
      .may(
        "where", .expression, vi: "CEL: bản ghi nào thuộc phạm vi.",
        en: "CEL: which records are in scope."),
      .may(
        "let", .named(.expression), vi: "CEL: các giá trị đặt tên, dùng ở những khóa sau.",
        en: "CEL: named values for the keys that follow."),
      .may(
        "clock", .mapping(.clock), vi: "Đồng hồ tính hạn, có thể tạm dừng.",
        en: "The clock that the deadline is counted by; it may stand still."),
      .may(
        "due", .expression, vi: "CEL: hạn phải xong (ngày hoặc thời điểm).",
        en: "CEL: the deadline (a date or a time)."),
      .may(
        "done", .expression, vi: "CEL: việc phải xảy ra trước hạn, lấy từ cột 'event: true'.",
        en: "CEL: what had to happen by then, of columns with 'event: true'."),
      .may(
        "when", .either([.expression, .mapping(.open)]),
        vi: "CEL: ngày, hoặc thời gian còn mở, đưa bản ghi vào một kỳ; chỉ mốc 'once' bỏ được.",
        en:
          "CEL: the date, or the time it was open, that puts a record in a period; only 'once' can do without."
      ),
      .may(
        "law-on", .expression, vi: "CEL: ngày chọn quy định, chỉ tiêu áp dụng; mặc định là 'when'.",
        en: "CEL: the day whose rule and target apply; 'when' by default."),
      .may(
        "answers-on", .expression,
        vi: "CEL: ngày xác định người chịu trách nhiệm; mặc định ngay sau 'due'.",
        en: "CEL: the day that picks the head; by default the moment after 'due'."),
      .may(
        "require", .expression, vi: "CEL: điều kiện phải đạt, ngoài hạn.",
        en: "CEL: what must hold besides the deadline."),
      .may(
        "pending", .expression, vi: "CEL: khi không có 'due', bản ghi nào chưa đến hạn.",
        en: "CEL: without 'due', which records are not due yet."),
      .may(
        "per", .expression, vi: "CEL: mỗi nhóm một kết quả, theo giá trị này.",
        en: "CEL: one verdict for each group of records with this value."),
      .may(
        "roll-up", .flag, vi: "Tính gộp cả các đơn vị trực thuộc.",
        en: "Whether units below count too."),
      .may(
        "evidence", .expression, vi: "failing, satisfying hoặc CEL: bản ghi nào làm bằng chứng.",
        en: "failing, satisfying or CEL: which records prove a violation."),
      .may(
        "measure", .either([.words(["share", "count"]), .mapping(.measure)]),
        vi: "Đại lượng đo: share (mặc định), count, hoặc sum, mean, distinct, ratio.",
        en: "What is measured: share (the default), count, or sum, mean, distinct, ratio."),
      .may(
        "target", .list(.mapping(.target)),
        vi: "Chỉ tiêu theo thời gian; bỏ trống thì chỉ theo dõi.",
        en: "The targets with their dates; without any it is only measured."),
      .may(
        "no-target", .mapping(.noTarget), vi: "Vì sao chưa giao chỉ tiêu.",
        en: "Why there is no target."),
      .may(
        "when-empty", .words(["not-applicable", "met", "violated", "undetermined"]),
        vi: "Kết quả khi không có bản ghi nào thuộc phạm vi.",
        en: "The verdict when no record is in scope."),
      .may(
        "min-records", .whole(least: 1), vi: "Ít bản ghi hơn số này thì không đánh giá.",
        en: "With fewer records there is no verdict."),
      .may(
        "supersedes", .list(.mapping(.supersession)), vi: "Thay thế những yêu cầu này.",
        en: "The obligations that this one replaces."),
      .option, .allow,
    ])

  static let option = Mapping(
    name: "option", text: Text(vi: "Lựa chọn, mặc định tắt", en: "An option, off by default"),
    keys: [
      .must("id", .id, vi: "Mã của lựa chọn.", en: "Its id."),
      .must(
        "because", .text, vi: "Điều gì chưa được xác nhận; hiện trong báo cáo.",
        en: "What is not confirmed; reports show it."),
    ])

  static let clock = Mapping(
    name: "clock", text: Text(vi: "Đồng hồ tính hạn", en: "The clock of a deadline"),
    keys: [
      .must("from", .expression, vi: "CEL: bắt đầu tính từ đây.", en: "CEL: where it starts."),
      .must(
        "limit", .expression, vi: "CEL: thời hạn: workingDays(5).", en: "CEL: the time allowed."),
      .may(
        "pauses", .mapping(.pauses), vi: "Những lúc thời hạn tạm dừng.",
        en: "When the clock stands still."),
    ])

  static let pauses = Mapping(
    name: "pauses", text: Text(vi: "Những lúc tạm dừng", en: "When the clock stands still"),
    keys: [
      .must(
        "over", .expression, vi: "CEL: danh sách bản ghi con: dossier.pauses.",
        en: "CEL: a list of child records: dossier.pauses."),
      .must("from", .expression, vi: "CEL: lúc dừng.", en: "CEL: when it stops."),
      .must("until", .expression, vi: "CEL: lúc tính tiếp.", en: "CEL: when it goes on."),
      .may("where", .expression, vi: "CEL: chỉ những lần này.", en: "CEL: only these."),
    ])

  static let allowance = Mapping(
    name: "allowance", text: Text(vi: "Cảnh báo được chấp nhận", en: "A warning accepted"),
    keys: [
      .must(
        "code", .form(#"^TT\d{4}$"#), vi: "Mã cảnh báo của tuanthu lint.",
        en: "The code of tuanthu lint."),
      .must("because", .text, vi: "Vì sao chấp nhận.", en: "Why it is accepted."),
    ])

  static let duty = Mapping(
    name: "duty", text: Text(vi: "Nghĩa vụ", en: "A duty"),
    keys: [.cite, .says, .source])

  static let binding = Mapping(
    name: "binding", text: Text(vi: "Đối tượng bị ràng buộc", en: "Who is bound"),
    keys: [
      .may(
        "when", .expression, vi: "CEL trên đơn vị: unit.level == \"so\"; bỏ trống là mọi đơn vị.",
        en: "CEL over the unit: unit.level == \"so\"; without it all are."),
      .cite, .says, .source,
    ])

  static let noTarget = Mapping(
    name: "no-target", text: Text(vi: "Chưa giao chỉ tiêu", en: "Why there is no target"),
    keys: [
      .must("because", .text, vi: "Lý do.", en: "The reason."), .cite, .source,
    ])

  static let target = Mapping(
    name: "target", text: Text(vi: "Chỉ tiêu", en: "A target"),
    keys: [
      .from(required: true), .until,
      .may("at-least", .limit, vi: "Ít nhất: 95%.", en: "At least: 95%."),
      .may("at-most", .limit, vi: "Nhiều nhất.", en: "At most."),
      .may("more-than", .limit, vi: "Hơn.", en: "More than."),
      .may("less-than", .limit, vi: "Dưới.", en: "Less than."),
      .may(
        "between", .items(.limit, count: 2), vi: "Từ … đến …: [60%, 100%].",
        en: "Between: [60%, 100%]."),
      .cite, .source,
      .may(
        "units", .expression, vi: "CEL: chỉ áp dụng cho những đơn vị này.",
        en: "CEL: only for these units."),
    ], exactlyOne: ["at-least", "at-most", "more-than", "less-than", "between"])

  private static let change: [Key] = [
    .may("points", .number, vi: "Hơn bấy nhiêu điểm phần trăm.", en: "So many points more."),
    .may("percent", .number, vi: "Hơn bấy nhiêu phần trăm.", en: "So many percent more."),
  ]

  static let baseline = Mapping(
    name: "baseline", text: Text(vi: "So với một con số", en: "Against a known figure"),
    keys: [
      .must("baseline", .number, vi: "Số gốc.", en: "The figure."),
      .must("of", .text, vi: "Số gốc là của kỳ nào, lấy ở đâu.", en: "What the figure is of."),
      .may("of-en", .text, vi: "Như trên, tiếng Anh.", en: "The same in English."),
    ] + change, exactlyOne: ["points", "percent"])

  static let earlierBaseline = Mapping(
    name: "earlier-baseline", text: Text(vi: "So với kỳ trước", en: "Against an earlier period"),
    keys: [
      .must(
        "baseline", .mapping(.baselinePeriod), vi: "Kỳ được so với.", en: "The earlier period.")
    ] + change, exactlyOne: ["points", "percent"])

  static let lookup = Mapping(
    name: "lookup", text: Text(vi: "Tra từ dữ liệu", en: "Looked up in the data"),
    keys: [
      .must(
        "value", .expression, vi: "CEL: mức nằm trong dữ liệu, như nhau ở mọi bản ghi của nhóm.",
        en: "CEL: the limit as it stands in the records, the same in all of a verdict.")
    ])

  static let baselinePeriod = Mapping(
    name: "baseline-period", text: Text(vi: "Kỳ được so với", en: "An earlier period"),
    keys: [
      .must(
        "period", .text, vi: "previous, last-year hoặc một kỳ: 2021.",
        en: "previous, last-year or a period: 2021.")
    ])

  static let supersession = Mapping(
    name: "supersession", text: Text(vi: "Thay thế", en: "What an obligation replaces"),
    keys: [
      .must(
        "obligation", .text, vi: "Yêu cầu cũ: văn-bản/yêu-cầu.", en: "The older: directive/id."),
      .may("from", .day, vi: "Từ ngày này.", en: "From this day on."),
      .must("because", .text, vi: "Lý do.", en: "The reason."),
      .may("cite", .text, vi: "Dẫn chiếu.", en: "The citation."),
    ])

  static let waiver = Mapping(
    name: "waiver", text: Text(vi: "Không xem xét", en: "A waiver"),
    keys: [
      .must("id", .id, vi: "Mã.", en: "Its id."),
      .must("document", .text, vi: "Số văn bản cho phép.", en: "The document that allows it."),
      .must("approver", .text, vi: "Người, cơ quan cho phép.", en: "Who allows it."),
      .must("reason", .text, vi: "Lý do.", en: "The reason."),
      .may("obligation", .text, vi: "Yêu cầu: văn-bản/yêu-cầu.", en: "Of this: directive/id."),
      .may("directive", .text, vi: "Mọi yêu cầu của văn bản.", en: "Of a whole directive."),
      .may("units", .list(.text), vi: "Mã các đơn vị, hoặc all.", en: "Codes of units, or all."),
      .may("when", .expression, vi: "CEL: những đơn vị nào.", en: "CEL: which units."),
      .may("where", .expression, vi: "CEL: những bản ghi nào.", en: "CEL: which records."),
      .from(required: true),
      .must("until", .day, vi: "Hết ngày này (tính cả ngày đó).", en: "The last day, included."),
    ], exactlyOne: ["obligation", "directive"])

  static let measure = Mapping(
    name: "measure", text: Text(vi: "Đại lượng đo", en: "A measure"),
    keys: [
      .sum, .may("mean", .expression, vi: "CEL: trung bình.", en: "CEL: the mean."), .distinct,
      .may("median", .expression, vi: "CEL: trung vị.", en: "CEL: the median."),
      .may(
        "percentile", .mapping(.percentile), vi: "Phân vị, ví dụ 90%.", en: "A percentile: 90%."),
      .may(
        "ratio", .mapping(.ratio), vi: "Tỷ số của hai số tổng hợp.", en: "One total by another."),
      .may("count", .expression, vi: "CEL: đếm bản ghi thỏa.", en: "CEL: records that fulfil it."),
      .may("where", .expression, vi: "CEL: chỉ các bản ghi này.", en: "CEL: of these records."),
    ], exactlyOne: ["count", "sum", "mean", "distinct", "median", "percentile", "ratio"])

  static let percentile = Mapping(
    name: "percentile", text: Text(vi: "Phân vị", en: "A percentile"),
    keys: [
      .must("of", .expression, vi: "CEL: số đo.", en: "CEL: the number."),
      .must(
        "rank", .number, vi: "Phần số trường hợp không vượt quá, ví dụ 90%.",
        en: "The part of the records that does not exceed it, such as 90%."),
    ])

  static let ratio = Mapping(
    name: "ratio", text: Text(vi: "Tỷ số", en: "A ratio"),
    keys: [
      .must("of", .aggregate, vi: "Tử số.", en: "The numerator."),
      .must("to", .aggregate, vi: "Mẫu số.", en: "The denominator."),
    ])

  static let aggregate = Mapping(
    name: "aggregate", text: Text(vi: "Số tổng hợp", en: "A total"),
    keys: [
      .may("count", .expression, vi: "CEL: đếm bản ghi thỏa.", en: "CEL: records that fulfil it."),
      .sum, .distinct,
      .may("where", .expression, vi: "CEL: chỉ các bản ghi này.", en: "CEL: of these records."),
    ], exactlyOne: ["count", "sum", "distinct"])

  static let dates = Mapping(
    name: "dates", text: Text(vi: "Từ ngày đến hết ngày", en: "From a day through another"),
    keys: [.from(required: false), .until])
}

extension Shape {
  fileprivate static var limit: Shape {
    .either([.number, .mapping(.baseline), .mapping(.earlierBaseline), .mapping(.lookup)])
  }

  fileprivate static var aggregate: Shape { .either([.words(["count"]), .mapping(.aggregate)]) }
}

extension Key {
  static let allow = may(
    "allow", .list(.mapping(.allowance)), vi: "Cảnh báo của tuanthu lint được chấp nhận ở đây.",
    en: "Warnings of tuanthu lint that are accepted here.")
  static let option = may(
    "option", .mapping(.option), vi: "Chỉ áp dụng khi được bật: 'options' trong tuanthu.yaml.",
    en: "Applies only where 'options' of tuanthu.yaml asks for it.")
  static let cite = must(
    "cite", .text, vi: "Dẫn chiếu: Điều 24 khoản 2.", en: "The citation: Article 24(2).")
  static let source = may(
    "source", .text, vi: "Nguồn, hoặc giải thích ngắn.", en: "The source, or a short explanation.")
  static let until = may(
    "until", .day, vi: "Hết ngày này (tính cả ngày đó).", en: "The last day, itself included.")

  static func from(required: Bool) -> Key {
    Key(
      name: "from", shape: .day, isRequired: required,
      text: Text(vi: "Từ ngày này: 2025-07-01.", en: "The first day: 2025-07-01."))
  }

  fileprivate static let says = may(
    "says", .text, vi: "Câu chữ của văn bản.", en: "What the text says.")
  fileprivate static let sum = may("sum", .expression, vi: "CEL: tổng.", en: "CEL: the sum.")
  fileprivate static let distinct = may(
    "distinct", .expression, vi: "CEL: số giá trị khác nhau.", en: "CEL: how many different values."
  )
}
