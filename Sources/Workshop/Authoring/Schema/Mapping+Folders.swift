import Assessment
import Diagnostics

// The keys of exports.yaml, tuanthu.yaml and cases.yaml.

extension Mapping {
  static let exportsFile = Mapping(
    name: "exports-file", text: Text(vi: "exports.yaml", en: "exports.yaml"),
    keys: [
      .snapshot,
      .may(
        "files", .list(.mapping(.exportEntry)),
        vi: "Tệp nào là bảng nào; bỏ trống thì theo tiêu đề.",
        en: "Which file is which dataset; without it headers decide."),
    ])

  static let exportEntry = Mapping(
    name: "export-entry", text: Text(vi: "Tệp kết xuất", en: "Files of an export"),
    keys: [
      .may("path", .text, vi: "Tệp, có thể có dấu *.", en: "The file; it may hold a *."),
      .may(
        "postgres", .mapping(.server), vi: "Máy chủ PostgreSQL, thay cho tệp.",
        en: "A PostgreSQL server in place of a file."),
      .may(
        "table", .text, vi: "Bảng hoặc khung nhìn của cơ sở dữ liệu; mảng của tệp JSON.",
        en: "A table or view of the database; the array of a JSON file."),
      .may("query", .text, vi: "Câu SELECT.", en: "A SELECT."),
      .may("dataset", .text, vi: "Bảng số liệu.", en: "The dataset."),
      .may("unit", .text, vi: "Đơn vị gửi.", en: "The unit that handed it in."),
      .snapshot,
      .may(
        "covers", .list(.text), vi: "all, records hoặc mã những đơn vị có số liệu trong tệp.",
        en: "all, records, or the codes of the units that it is complete for."),
      .may(
        "encoding", .text,
        vi: "Bảng mã: UTF-8, UTF-16LE, UTF-16BE, windows-1258, windows-1252, TCVN3, VNI, VISCII.",
        en: "What the file is written in."),
      .may(
        "sheet", .text, vi: "Trang tính: tên hoặc số thứ tự.",
        en: "The sheet: its name or number."),
      .may(
        "delimiter", .words([",", ";", "|", "\t", "tab"]), vi: "Dấu ngăn cột.",
        en: "What parts the columns."),
      .may(
        "columns", .named(.text), vi: "Tiêu đề của cột, theo mã cột.",
        en: "The headers of columns, by column id."),
      .may(
        "formats", .named(.list(.text)),
        vi: "Cách viết ngày, số của cột, theo mã cột: dd/MM/yyyy, 1.234,5.",
        en: "How dates and numbers of columns are written, by column id: dd/MM/yyyy, 1.234,5."),
    ], exactlyOne: ["path", "postgres"])

  static let server = Mapping(
    name: "postgres", text: Text(vi: "Máy chủ PostgreSQL", en: "A PostgreSQL server"),
    keys: [
      .may(
        "service", .text, vi: "Tên trong pg_service.conf; bỏ trống thì theo PGHOST …",
        en: "A name in pg_service.conf; without it PGHOST … count.")
    ])

  static let workspace = Mapping(
    name: "workspace", text: Text(vi: "tuanthu.yaml", en: "tuanthu.yaml"),
    keys: [
      .may("rules", .list(.text), vi: "Các thư mục quy tắc.", en: "The folders of rules."),
      .may(
        "options", .list(.id), vi: "Các lựa chọn của quy tắc được bật.",
        en: "The options of rules that are in force."),
      .may(
        "lock", .text, vi: "Tệp khóa quy tắc, do 'tuanthu lock' viết.",
        en: "The lock of the rules, as 'tuanthu lock' writes it."),
      .may("exports", .text, vi: "Thư mục dữ liệu kết xuất.", en: "The folder of exports."),
      .may("period", .period, vi: "Kỳ: 2025-09, 2025-Q3, 2025-H1, 2025.", en: "The period."),
      .may("as-of", .moment, vi: "Thời điểm chốt số liệu.", en: "The time of the assessment."),
      .snapshot,
      .may("lang", .words(["vi", "en"]), vi: "Ngôn ngữ.", en: "The language."),
      .may("out", .text, vi: "Thư mục ghi báo cáo.", en: "The folder that reports go to."),
      .may(
        "letterhead", .mapping(.letterhead),
        vi: "Thể thức văn bản (Nghị định 30/2020/NĐ-CP); chưa ghi thì để trống, in chữ DỰ THẢO.",
        en: "What stands around the text of a document; what is not given is left blank."),
    ])

  static let letterhead = Mapping(
    name: "letterhead", text: Text(vi: "Thể thức văn bản", en: "A letterhead"),
    keys: [
      .may("superior", .text, vi: "Cơ quan chủ quản.", en: "The authority above."),
      .may("issuer", .text, vi: "Cơ quan ban hành.", en: "The authority that issues."),
      .may("number", .text, vi: "Số, ký hiệu: 12/BC-VP.", en: "Number and sign: 12/BC-VP."),
      .may("place", .text, vi: "Địa danh.", en: "The place."),
      .may("date", .day, vi: "Ngày ban hành.", en: "The day it is issued."),
      .may("post", .text, vi: "Chức vụ của người ký.", en: "The post that signs."),
      .may("signer", .text, vi: "Họ tên người ký.", en: "Who signs."),
      .may("recipients", .list(.text), vi: "Nơi nhận.", en: "Who gets it."),
      .may("answer-by", .day, vi: "Hạn giải trình.", en: "The last day for explanations."),
    ])

  static let caseFile = Mapping(
    name: "case-file", text: Text(vi: "Các trường hợp kiểm thử", en: "Cases of rules"),
    keys: [
      .may(
        "given", .mapping(.given), vi: "Những điều chung của mọi trường hợp trong tệp.",
        en: "What all cases of the file share."),
      .must(
        "cases", .list(.either([.mapping(.ruleCase), .mapping(.indexCase)])),
        vi: "Số liệu vào, kết quả phải ra.", en: "Records in, verdict out."),
    ])

  private static let settings: [Key] = [
    .may(
      "obligation", .text, vi: "Yêu cầu: văn-bản/yêu-cầu.", en: "The obligation: directive/id."),
    .may("period", .period, vi: "Kỳ: 2025-09.", en: "The period: 2025-09."),
    .may(
      "as-of", .moment, vi: "Thời điểm chốt số liệu; mặc định hết kỳ.",
      en: "The time of the assessment; by default the period's end."),
    .may(
      "snapshot", .moment, vi: "Thời điểm kết xuất; mặc định là 'as-of'.",
      en: "The time of the export; 'as-of' by default."),
    .may(
      "unit", .mapping(.caseUnit), vi: "Đơn vị; bỏ trống là một đơn vị bị ràng buộc.",
      en: "The unit; without it one that is bound."),
    .may(
      "units", .list(.mapping(.unit)), vi: "Nhiều đơn vị, viết như trong danh mục.",
      en: "Several units, as in a registry."),
    .may(
      "posts", .list(.mapping(.post)), vi: "Chức danh, viết như trong danh mục.",
      en: "Posts, as in a registry."),
    .may(
      "records", .named(.text), vi: "Bản ghi của từng bảng, viết thành bảng ngăn bởi |.",
      en: "The records of each dataset, as a table parted by |."),
    .may("missing", .list(.text), vi: "Bảng không được gửi.", en: "Datasets not handed in."),
    .may(
      "unreadable", .list(.text), vi: "Bảng gửi nhưng không đọc được.",
      en: "Datasets handed in but not readable."),
    .may(
      "waivers", .list(.id), vi: "Mã các văn bản ('waivers') được áp dụng; bỏ trống là không có.",
      en: "The ids of the waivers that apply; none by default."),
    .may(
      "prior", .named(.number), vi: "Số liệu của các kỳ trước: 2025-08: 79.5%.",
      en: "The figures of earlier periods: 2025-08: 79.5%."),
  ]

  static let given = Mapping(
    name: "given", text: Text(vi: "Điều chung", en: "What cases share"), keys: settings)

  static let ruleCase = Mapping(
    name: "case", text: Text(vi: "Trường hợp kiểm thử", en: "A case"),
    keys: [
      .must("note", .text, vi: "Trường hợp này thử điều gì.", en: "What the case is about."),
      .may(
        "want", .either([.outcome, .mapping(.want)]), vi: "Kết quả phải ra.",
        en: "The verdict that should come out."),
      .may(
        "wants", .named(.either([.outcome, .mapping(.want)])),
        vi: "Kết quả phải ra của từng đơn vị.", en: "The same for each of several units."),
    ] + settings)

  static let caseUnit = Mapping(
    name: "case-unit", text: Text(vi: "Đơn vị của trường hợp", en: "The unit of a case"),
    keys: unit.keys.filter { !["name-en", "aliases"].contains($0.name) }.map {
      Key(name: $0.name, shape: $0.shape, isRequired: false, text: $0.text)
    })

  static let want = Mapping(
    name: "want", text: Text(vi: "Kết quả phải ra", en: "What should come out"),
    keys: [
      .may("verdict", .outcome, vi: "Kết quả đánh giá.", en: "The verdict."),
      .may("reason", .text, vi: "Lý do, hoặc none.", en: "The reason, or none."),
      .may(
        "breaches", .list(.text), vi: "Khóa của các bản ghi không đạt.",
        en: "The keys of the records that fail."),
      .may(
        "unknown", .list(.text), vi: "Khóa của các bản ghi không rõ.",
        en: "The keys of the records that are unknown."),
      .may("counts", .mapping(.counts), vi: "Số bản ghi theo loại.", en: "How many records."),
      .may("measured", .text, vi: "Số đo: 1/2, 50%.", en: "The measure: 1/2, 50%."),
      .may(
        "shortfall", .text, vi: "Còn thiếu bao nhiêu bản ghi, hoặc none.",
        en: "How many records short, or none."),
      .may("head", .list(.text), vi: "Ai chịu trách nhiệm.", en: "Who answers."),
      .may("target", .text, vi: "Dẫn chiếu của chỉ tiêu áp dụng.", en: "The target's citation."),
      .may("bounds", .items(.text, count: 2), vi: "Khoảng của số đo.", en: "The measure's range."),
    ])

  static let counts = Mapping(
    name: "counts", text: Text(vi: "Số bản ghi", en: "How many records"),
    keys: [
      .may("passed", .whole(least: 0), vi: "Đạt.", en: "Passed."),
      .may("failed", .whole(least: 0), vi: "Không đạt.", en: "Failed."),
      .may("not-due", .whole(least: 0), vi: "Chưa đến hạn.", en: "Not due yet."),
      .may("unknown", .whole(least: 0), vi: "Không rõ.", en: "Unknown."),
    ])
}

extension Shape {
  fileprivate static let outcome = Shape.words(
    Verdict.Outcome.allCases.map(\.rawValue) + [Expectation.notBound])
}

extension Key {
  fileprivate static let snapshot = may(
    "snapshot", .moment, vi: "Thời điểm kết xuất: 2025-10-03T17:00:00+07:00.",
    en: "The time of the export: 2025-10-03T17:00:00+07:00.")
}
