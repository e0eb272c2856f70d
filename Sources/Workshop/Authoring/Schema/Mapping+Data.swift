import Diagnostics

// The keys of datasets, calendar and registry.

extension Mapping {
  static let dataset = Mapping(
    name: "dataset", text: Text(vi: "Bảng số liệu", en: "A dataset"),
    keys: [
      .must("id", .id, vi: "Mã của bảng.", en: "Its id."),
      .must(
        "record", .identifier, vi: "Tên gọi một bản ghi trong biểu thức: dossier.",
        en: "What a record is called in expressions: dossier."),
      .must("title", .text, vi: "Tên bảng.", en: "Its title."),
      .may("title-en", .text, vi: "Tên tiếng Anh.", en: "Its title in English."),
      .may(
        "key", .list(.text), vi: "Các cột làm khóa của bản ghi.",
        en: "The columns that identify a record."),
      .must("columns", .list(.mapping(.column)), vi: "Các cột.", en: "Its columns."),
      .may(
        "child-of", .list(.mapping(.childOf)), vi: "Bảng mà bản ghi của bảng này thuộc về.",
        en: "The datasets whose records these belong to."),
      .may(
        "checks", .list(.mapping(.check)), vi: "Phép kiểm tra số liệu; không đổi kết quả đánh giá.",
        en: "Checks of the data; they change no verdict."),
      .allow,
    ])

  static let column = Mapping(
    name: "column", text: Text(vi: "Cột", en: "A column"),
    keys: [
      .must("id", .identifier, vi: "Tên cột trong biểu thức.", en: "Its name in expressions."),
      .must(
        "type", .words(["string", "bool", "int", "decimal", "date", "timestamp"]),
        vi: "Kiểu giá trị.", en: "The type of its values."),
      .may(
        "labels", .list(.text), vi: "Các tiêu đề có thể gặp trong tệp kết xuất.",
        en: "The headers it may have in exports."),
      .may("nullable", .flag, vi: "Ô được phép trống.", en: "Whether cells may be empty."),
      .may("optional", .flag, vi: "Cột được phép thiếu.", en: "Whether the column may be missing."),
      .may(
        "event", .flag, vi: "Ghi việc đã xảy ra, không thể sau thời điểm kết xuất.",
        en: "It holds something that happened, so never after the snapshot."),
      .may(
        "personal", .flag, vi: "Dữ liệu cá nhân, không ghi vào báo cáo.",
        en: "Personal data, never written to reports."),
      .may(
        "references", .text, vi: "Bảng mà giá trị là khóa của nó.",
        en: "The dataset whose key it holds."),
      .may("allowed", .list(.text), vi: "Các giá trị được phép.", en: "The values allowed."),
      .may(
        "scale", .whole(least: 0), vi: "Số chữ số thập phân của kiểu decimal (0 đến 9).",
        en: "Digits after the point of a decimal (0 to 9)."),
      .may(
        "formats", .list(.text), vi: "Dạng ngày, số: dd/MM/yyyy.",
        en: "Formats of dates and numbers: dd/MM/yyyy."),
      .may("minimum", .number, vi: "Giá trị nhỏ nhất.", en: "The least value."),
      .may("maximum", .number, vi: "Giá trị lớn nhất.", en: "The greatest value."),
    ])

  static let childOf = Mapping(
    name: "child-of", text: Text(vi: "Thuộc về bảng khác", en: "Belonging to another dataset"),
    keys: [
      .must("dataset", .text, vi: "Bảng trên.", en: "The parent dataset."),
      .must(
        "by", .text, vi: "Cột của bảng này ghi khóa của bảng trên.",
        en: "The column of this one that holds the parent's key."),
      .may(
        "as", .identifier, vi: "Tên danh sách trong biểu thức; mặc định là mã của bảng này.",
        en: "The list's name in expressions; by default this dataset's id."),
    ])

  static let check = Mapping(
    name: "check", text: Text(vi: "Phép kiểm tra số liệu", en: "A check of the data"),
    keys: [
      .must("id", .id, vi: "Mã.", en: "Its id."),
      .must("require", .expression, vi: "CEL: điều phải đúng.", en: "CEL: what must hold."),
      .must("says", .text, vi: "Câu báo khi không đúng.", en: "What is said when it does not."),
      .may("says-en", .text, vi: "Câu tiếng Anh.", en: "The same in English."),
      .may(
        "severity", .words(Severity.allCases.map(\.rawValue)),
        vi: "Mức ưu tiên xử lý; không ghi thì chỉ được nêu ra.",
        en: "How urgent it is; without it, it is only shown."),
      .may("cite", .text, vi: "Dẫn chiếu.", en: "The citation."),
    ])

  static let calendar = Mapping(
    name: "calendar", text: Text(vi: "Lịch làm việc", en: "The working calendar"),
    keys: [
      .must("zone", .text, vi: "Múi giờ: Asia/Ho_Chi_Minh.", en: "The zone: Asia/Ho_Chi_Minh."),
      .must(
        "rest-days",
        .list(
          .words([
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
          ])), vi: "Ngày nghỉ hằng tuần.", en: "The weekly rest days."),
      .may(
        "hours", .list(.form(#"^\d{1,2}:\d{2} ?[-–] ?\d{1,2}:\d{2}$"#)),
        vi: "Giờ làm việc: [\"08:00-12:00\", \"13:30-17:30\"].",
        en: "Working hours: [\"08:00-12:00\", \"13:30-17:30\"]."),
      .may("hours-source", .text, vi: "Nguồn của giờ làm việc.", en: "Where the hours come from."),
      .must(
        "covers", .form(#"^\d{4}( ?- ?\d{4})?$"#), vi: "Các năm đã có ngày nghỉ: 2022-2026.",
        en: "The years whose holidays are known: 2022-2026."),
      .may("holidays", .list(.mapping(.holiday)), vi: "Ngày nghỉ.", en: "Days off."),
      .may(
        "worked-days", .list(.mapping(.workedDay)), vi: "Ngày nghỉ hằng tuần phải làm bù.",
        en: "Rest days that are worked."),
    ])

  private static let dayOff: [Key] = [
    .may("date", .day, vi: "Ngày.", en: "The day."), .from(required: false), .until,
    .must("name", .text, vi: "Tên ngày.", en: "Its name."),
    .may("name-en", .text, vi: "Tên tiếng Anh.", en: "Its name in English."),
    .must("source", .text, vi: "Nguồn.", en: "The source."),
    .option,
  ]

  static let holiday = Mapping(
    name: "holiday", text: Text(vi: "Ngày nghỉ", en: "A day off"), keys: dayOff)

  static let workedDay = Mapping(
    name: "worked-day", text: Text(vi: "Ngày làm bù", en: "A day worked instead"),
    keys: dayOff + [
      .may("for", .day, vi: "Bù cho ngày nghỉ này.", en: "The day off that it makes up for.")
    ])

  static let unit = Mapping(
    name: "unit", text: Text(vi: "Cơ quan, đơn vị", en: "A unit"),
    keys: [
      .must("code", .form(#"^[^\s/\\]+$"#), vi: "Mã đơn vị: H26.01.", en: "Its code: H26.01."),
      .must("name", .text, vi: "Tên.", en: "Its name."),
      .may("name-en", .text, vi: "Tên tiếng Anh.", en: "Its name in English."),
      .must("level", .text, vi: "Cấp, loại: so, phuong, xa.", en: "Its level: so, phuong, xa."),
      .may("parent", .text, vi: "Mã đơn vị cấp trên.", en: "The code of the unit above."),
      .from(required: false), .until,
      .may(
        "aliases", .list(.text), vi: "Tên khác gặp trong số liệu.", en: "Other names in exports."),
    ])

  static let post = Mapping(
    name: "post", text: Text(vi: "Chức danh", en: "A post"),
    keys: [
      .must("unit", .text, vi: "Mã đơn vị.", en: "The unit's code."),
      .must("role", .text, vi: "Vai trò: head.", en: "The role: head."),
      .must("title", .text, vi: "Tên chức danh: Giám đốc Sở …", en: "The post's title."),
      .may(
        "holdings", .list(.mapping(.holding)), vi: "Ai giữ chức danh, từ ngày nào.",
        en: "Who held it when."),
    ])

  static let holding = Mapping(
    name: "holding", text: Text(vi: "Thời gian giữ chức danh", en: "A holding of a post"),
    keys: [
      .must("holder", .text, vi: "Người giữ.", en: "Who holds it."),
      .must(
        "kind", .words(["official", "acting", "in-charge", "delegated"]),
        vi: "Chính thức, quyền, phụ trách, được ủy quyền.",
        en: "Official, acting, in charge, delegated."),
      .from(required: true), .until,
      .must("document", .text, vi: "Số quyết định.", en: "The document that says so."),
    ])
}
