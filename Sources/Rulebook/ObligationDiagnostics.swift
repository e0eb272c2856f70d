import Diagnostics
import Tables
import YAMLTree

/// What can be wrong with an obligation. Codes TT035x and TT036x.
extension Diagnostic {
  static func badUnitPath(_ path: Located<String>, _ dataset: Dataset) -> Diagnostic {
    let texts = dataset.columns.filter { $0.type == .string }.map(\.id)
    let example = texts.first { $0.contains("unit") } ?? texts.last ?? "unit"
    return Diagnostic(
      "TT0350",
      Text(
        vi: "'unit' phải là cột ghi mã đơn vị của chính bảng '\(dataset.id)'",
        en: "'unit' must be the column of '\(dataset.id)' itself that holds the unit's code"),
      at: Label(path.span),
      hint: Text(
        vi: "viết \(dataset.record).tên_cột, ví dụ \(dataset.record).\(example)",
        en: "write \(dataset.record).column, for example \(dataset.record).\(example)"))
  }

  static func unitIsNoText(_ path: Located<String>, column: Span?) -> Diagnostic {
    let label = Text(vi: "cột này không phải kiểu string", en: "this column is no string")
    return Diagnostic(
      "TT0351",
      Text(
        vi: "'\(path.value)' không phải cột chữ nên không ghi được mã đơn vị",
        en: "'\(path.value)' is no text column, so it cannot hold the unit's code"),
      at: Label(path.span), further: column.map { [Label($0, label)] } ?? [],
      hint: Text(
        vi: "chọn cột kiểu string có mã đơn vị", en: "choose the string column with unit codes"))
  }

  static func dueWithoutDone(_ due: Span) -> Diagnostic {
    Diagnostic(
      "TT0352",
      Text(
        vi: "có thời hạn ('due') nhưng không nói việc gì phải xong ('done')",
        en: "there is a deadline ('due') but not what had to happen by it ('done')"),
      at: Label(due),
      hint: Text(
        vi: "thêm 'done: …' là cột ghi thời điểm việc đó hoàn thành",
        en: "add 'done: …', the column that says when it happened"))
  }

  static func doneWithoutDue(_ done: Span) -> Diagnostic {
    Diagnostic(
      "TT0353",
      Text(
        vi: "có việc phải xong ('done') nhưng không có thời hạn ('due')",
        en: "there is an event ('done') but no deadline for it ('due')"),
      at: Label(done),
      hint: Text(
        vi: "thêm 'due: …'; nếu không có thời hạn, bỏ 'done' và viết điều kiện ở 'require'",
        en: "add 'due: …'; without a deadline, drop 'done' and write a condition in 'require'"))
  }

  static func pendingWithDue(_ pending: Span, due: Span) -> Diagnostic {
    Diagnostic(
      "TT0354",
      Text(
        vi: "'pending' và 'due' cùng nói khi nào chưa đến hạn",
        en: "'pending' and 'due' both say when a record is not due yet"),
      at: Label(pending), further: [Label(due, Text(vi: "thời hạn", en: "the deadline"))],
      hint: Text(
        vi: "bỏ 'pending': có 'due' thì hồ sơ chưa đến hạn được tách riêng sẵn",
        en: "drop 'pending': with 'due', what is not due yet is set apart already"))
  }

  static func nothingRequired(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0355",
      Text(
        vi: "yêu cầu không nói thế nào là đạt, nên hồ sơ nào cũng đạt",
        en: "the obligation does not say what passes, so every record would"),
      at: Label(span),
      hint: Text(
        vi:
          "thêm 'due' và 'done' (đúng hạn), hoặc 'require' (điều kiện); nếu chỉ đếm, ghi measure: count",
        en: "add 'due' and 'done' (in time), or 'require' (a condition); to count, measure: count"))
  }

  static func doneIsNoEvent(_ name: String, column: Span?, _ done: Span) -> Diagnostic {
    let label = Text(vi: "cột này chưa có 'event: true'", en: "this column lacks 'event: true'")
    return Diagnostic(
      "TT0356",
      Text(
        vi: "'done' dùng '\(name)', là cột không đánh dấu việc đã xảy ra",
        en: "'done' uses '\(name)', which is not marked as something that happened"),
      at: Label(done), further: column.map { [Label($0, label)] } ?? [],
      hint: Text(
        vi:
          "nếu cột ghi thời điểm việc đã xảy ra, thêm 'event: true' cho cột; nếu không, chọn cột khác",
        en: "if it says when something happened, give it 'event: true'; else choose another column")
    )
  }

  static func doneWithoutColumn(_ done: Span) -> Diagnostic {
    Diagnostic(
      "TT0357",
      Text(
        vi: "'done' không đọc cột nào của hồ sơ", en: "'done' reads no column of the record"),
      at: Label(done),
      hint: Text(
        vi: "ghi cột có 'event: true' cho biết khi nào việc đã xong",
        en: "write the column with 'event: true' that says when it was done"))
  }

  static func pausesAreNoRecords(_ over: Span, _ type: String) -> Diagnostic {
    Diagnostic(
      "TT0362",
      Text(
        vi: "'over' của 'pauses' phải là danh sách bản ghi, không phải kiểu \(type)",
        en: "'over' of 'pauses' must be a list of records, not \(type)"),
      at: Label(over),
      hint: Text(
        vi: "ghi danh sách bản ghi con, ví dụ dossier.pauses; bảng con khai báo 'child-of'",
        en: "write the list of child records, as dossier.pauses; its dataset says 'child-of'"))
  }

  static func letIsNoMapping(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0358",
      Text(
        vi: "'let' phải gồm các dòng 'tên: biểu thức'",
        en: "'let' must be lines of 'name: expression'"),
      at: Label(span),
      hint: Text(
        vi: "ví dụ: let: { limit: 'workingDays(5)' }",
        en: "for example: let: { limit: 'workingDays(5)' }"))
  }

  static func bindsNobody(_ span: Span, _ levels: [String]) -> Diagnostic {
    let list = levels.joined(separator: ", ")
    return Diagnostic(
      "TT0359", .warning,
      Text(
        vi: "không đơn vị nào đã khai báo thuộc đối tượng áp dụng khi yêu cầu còn hiệu lực",
        en: "no declared unit is bound on any day on which the obligation is in force"),
      at: Label(span),
      hint: Text(
        vi: "kiểm tra điều kiện và ngày của đơn vị; các 'level' đã khai báo: \(list)",
        en: "check the condition and the dates of units; the levels declared are: \(list)"))
  }

  static func unknownRole(_ role: String, _ span: Span, _ roles: [String]) -> Diagnostic {
    let list = roles.joined(separator: ", ")
    return Diagnostic(
      "TT0360", .warning,
      Text(
        vi: "không đơn vị nào có chức vụ '\(role)', nên không biết ai trả lời",
        en: "no unit has the post '\(role)', so nobody would answer"),
      at: Label(span),
      hint: .nearest(role, among: roles)
        ?? Text(vi: "các 'role' đã khai báo: \(list)", en: "the roles declared are: \(list)"))
  }

  static func minRecords(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0361",
      Text(vi: "'min-records' phải từ 1 trở lên", en: "'min-records' must be at least 1"),
      at: Label(span),
      hint: Text(
        vi: "bỏ 'min-records' nếu không cần số hồ sơ tối thiểu",
        en: "drop 'min-records' if no least number of records is needed"))
  }
}
