import Diagnostics
import Exports
import Tables
import YAMLTree

/// What mappings of files of cases describe, for messages.
extension Text {
  static let caseFile = Text(vi: "tệp trường hợp kiểm thử", en: "a file of cases")
  static let given = Text(vi: "'given'", en: "'given'")
  static let ruleCase = Text(vi: "trường hợp kiểm thử", en: "a case")
  static let indexCase = Text(
    vi: "trường hợp kiểm thử bộ chỉ số", en: "a case of an index")
  static let want = Text(vi: "kết quả mong đợi ('want')", en: "'want'")
  static let counts = Text(vi: "'counts'", en: "'counts'")
  static let records = Text(vi: "'records'", en: "'records'")
  static let caseUnit = Text(vi: "đơn vị ('unit')", en: "'unit'")
  static let wholeOrNone = Text(vi: "một số nguyên hoặc none", en: "a whole number or none")
  static let measure = Text(
    vi: "tử số/mẫu số như 1/2, một số như 50%, hoặc none",
    en: "numerator/denominator like 1/2, a number like 50%, or none")

  fileprivate static func oneOf(_ name: String, _ names: [String]) -> Text {
    let list = names.sorted().joined(separator: ", ")
    return NearestName.of(name, among: names).map {
      Text(vi: "có phải ý bạn là '\($0)'?", en: "did you mean '\($0)'?")
    } ?? Text(vi: "viết một trong: \(list)", en: "write one of: \(list)")
  }
}

/// What can be wrong with files of cases. Codes TT0801 to TT0821.
extension Diagnostic {
  static var noCaseFiles: Diagnostic {
    Diagnostic(
      "TT0801",
      Text(
        vi: "không có tệp trường hợp kiểm thử nào trong các thư mục quy tắc",
        en: "the folders of rules hold no file of cases"),
      hint: Text(
        vi: "viết các trường hợp vào tệp cases.yaml đặt cạnh tệp quy tắc",
        en: "write cases into a file cases.yaml beside the rule file"))
  }

  static func noCases(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0802",
      Text(vi: "tệp không có trường hợp kiểm thử nào", en: "the file holds no case"),
      at: Label(span),
      hint: Text(
        vi: "viết 'cases:' rồi mỗi trường hợp một mục '- note: …', hoặc xóa tệp",
        en: "write 'cases:' and an item '- note: …' for each case, or delete the file"))
  }

  static func unknownObligation(_ id: Located<String>, _ known: [String]) -> Diagnostic {
    let short = known.filter { $0.hasSuffix("/" + id.value) }
    let nearest = short.first ?? NearestName.of(id.value, among: known)
    return Diagnostic(
      "TT0803",
      Text(
        vi: "quy tắc không có yêu cầu '\(id.value)'",
        en: "the rules have no obligation '\(id.value)'"),
      at: Label(id.span),
      hint: nearest.map {
        Text(vi: "có phải ý bạn là '\($0)'?", en: "did you mean '\($0)'?")
      }
        ?? Text(
          vi: "viết mã văn bản, dấu '/', rồi mã yêu cầu",
          en: "write the id of the directive, a '/', and the id of the obligation"))
  }

  static func badCasePeriod(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0804",
      Text(vi: "'\(text.value)' không phải một kỳ", en: "'\(text.value)' is no period"),
      at: Label(text.span),
      hint: Text(
        vi: "viết 2025-09 (tháng), 2025-Q3 (quý), 2025-H1 (nửa năm) hoặc 2025 (năm)",
        en: "write 2025-09 (month), 2025-Q3 (quarter), 2025-H1 (half-year) or 2025 (year)"))
  }

  static func badCaseMoment(_ key: String, _ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0805",
      Text(
        vi: "'\(key)': '\(text.value)' không phải thời điểm",
        en: "'\(key)': '\(text.value)' is no time"),
      at: Label(text.span),
      hint: Text(
        vi: "viết 2025-10-05 (hết ngày đó) hoặc 2025-10-05 17:00",
        en: "write 2025-10-05 (the end of that day) or 2025-10-05 17:00"))
  }

  static func unknownCaseDataset(_ name: Located<String>, _ known: [String]) -> Diagnostic {
    Diagnostic(
      "TT0806",
      Text(
        vi: "quy tắc không có bảng số liệu '\(name.value)'",
        en: "the rules have no dataset '\(name.value)'"),
      at: Label(name.span), hint: .oneOf(name.value, known))
  }

  static func unknownCaseWaiver(_ name: Located<String>, _ known: [String]) -> Diagnostic {
    Diagnostic(
      "TT0820",
      Text(
        vi: "các tệp quy tắc không có văn bản nào ('waivers') mang mã '\(name.value)'",
        en: "the rule files have no waiver '\(name.value)'"),
      at: Label(name.span),
      hint: known.isEmpty
        ? Text(
          vi: "viết văn bản đó vào 'waivers' của một tệp quy tắc",
          en: "write it under 'waivers' of a rule file") : .oneOf(name.value, known))
  }

  static func badPrior(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0821",
      Text(
        vi: "'prior' cần kỳ trước và số liệu của kỳ đó",
        en: "'prior' needs earlier periods with a figure for each"),
      at: Label(span),
      hint: Text(
        vi: "viết ví dụ prior: { 2025-08: 79.5% }", en: "write, say, prior: { 2025-08: 79.5% }"))
  }

  static func notATable(_ dataset: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0807",
      Text(
        vi: "bản ghi của '\(dataset)' phải viết thành bảng",
        en: "the records of '\(dataset)' must be a table"),
      at: Label(span.firstLine),
      hint: Text(
        vi:
          "viết '\(dataset): |', rồi dòng tên cột và mỗi bản ghi một dòng, các ô cách nhau bằng '|'",
        en: "write '\(dataset): |', then a line of columns and a line a record, cells parted by '|'"
      ))
  }

  static func unknownCaseColumn(_ header: CaseTable.Cell, _ dataset: Dataset) -> Diagnostic {
    let names = dataset.columns.flatMap { [$0.id] + $0.labels }
    return Diagnostic(
      "TT0808",
      Text(
        vi: "bảng '\(dataset.id)' không có cột '\(header.text)'",
        en: "the dataset '\(dataset.id)' has no column '\(header.text)'"),
      at: Label(header.span),
      hint: NearestName.of(header.text, among: names) == nil
        ? .oneOf(header.text, dataset.columns.map(\.id)) : .oneOf(header.text, names))
  }

  static func columnTwice(_ header: CaseTable.Cell) -> Diagnostic {
    Diagnostic(
      "TT0809",
      Text(vi: "cột '\(header.text)' có hai lần", en: "the column '\(header.text)' is there twice"),
      at: Label(header.span),
      hint: Text(vi: "bỏ bớt một cột", en: "leave one of them out"))
  }

  static func wrongCellCount(_ row: [CaseTable.Cell], _ headers: [CaseTable.Cell]) -> Diagnostic {
    let label = row.first.map { first in
      Label(row.last.map { first.span.through($0.span) } ?? first.span)
    }
    return Diagnostic(
      "TT0810",
      Text(
        vi: "dòng có \(row.count) ô, mà bảng có \(headers.count) cột",
        en: "the line has \(row.count) cells, and the table has \(headers.count) columns"),
      at: label,
      hint: Text(
        vi: "ô trống vẫn cần dấu '|'; ô có dấu '|' bên trong thì đặt trong dấu nháy kép",
        en: "an empty cell needs its '|', too; put a cell that holds a '|' in double quotes"))
  }

  static func brokenQuote(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0811",
      Text(
        vi: "dấu nháy kép trong ô không khép đúng",
        en: "the quotation marks of the cell do not match"),
      at: Label(span),
      hint: Text(
        vi: "viết \"…\" quanh cả ô; dấu nháy kép bên trong viết hai lần",
        en: "write \"…\" around the whole cell; double a quotation mark inside"))
  }

  static func unreadableCell(
    _ cell: CaseTable.Cell, _ column: Column, _ kind: DefectKind
  ) -> Diagnostic {
    if kind == .afterSnapshot {
      return Diagnostic(
        "TT0812",
        Text(
          vi: "'\(cell.text)' ở cột '\(column.id)' sau thời điểm kết xuất",
          en: "'\(cell.text)' in the column '\(column.id)' is later than the snapshot"),
        at: Label(cell.span),
        hint: Text(
          vi: "sửa ngày, hoặc viết 'snapshot' và 'as-of' muộn hơn",
          en: "correct the date, or write a later 'snapshot' and 'as-of'"))
    }
    return Diagnostic(
      "TT0813",
      Text(
        vi: "không đọc được '\(cell.text)' ở cột '\(column.id)'",
        en: "'\(cell.text)' in the column '\(column.id)' cannot be read"),
      at: Label(cell.span), hint: hint(cell, column))
  }

  private static func hint(_ cell: CaseTable.Cell, _ column: Column) -> Text {
    if let allowed = column.allowed { return .oneOf(cell.text, allowed) }
    let example =
      switch column.type {
      case .date: "2025-09-02"
      case .timestamp: "2025-09-02 08:00"
      case .bool: "true, false"
      case .int: "12"
      case .decimal: "12.5"
      case .string: "…"
      }
    return Text(
      vi: "viết như \(example); viết ? nếu muốn một ô không đọc được",
      en: "write it like \(example); write ? for a cell that nobody can read")
  }

  static func nothingWanted(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0814",
      Text(vi: "'want' không mong đợi điều gì", en: "'want' wants nothing"),
      at: Label(span),
      hint: Text(vi: "viết ít nhất 'verdict: …'", en: "write at least 'verdict: …'"))
  }

  static func badBounds(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0815",
      Text(vi: "'bounds' phải có hai đầu", en: "'bounds' must have two ends"),
      at: Label(span),
      hint: Text(
        vi: "viết [50%, 100%]; đầu không có giới hạn viết none",
        en: "write [50%, 100%]; write none for an end without a limit"))
  }

  static func wantOfWhom(_ span: Span, _ codes: [String]) -> Diagnostic {
    let example = codes.map { "\($0): …" }.joined(separator: ", ")
    return Diagnostic(
      "TT0816",
      Text(
        vi: "trường hợp có nhiều đơn vị nên 'want' không rõ của đơn vị nào",
        en: "the case has several units, so it is not clear whose 'want' it is"),
      at: Label(span.firstLine),
      hint: Text(vi: "viết wants: { \(example) }", en: "write wants: { \(example) }"))
  }

  static func wantAndWants(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0817",
      Text(vi: "có cả 'want' và 'wants'", en: "there is both 'want' and 'wants'"),
      at: Label(span),
      hint: Text(
        vi: "chỉ giữ 'wants' khi có nhiều đơn vị, 'want' khi có một",
        en: "keep 'wants' where there are several units, 'want' where there is one"))
  }

  static func unitAndUnits(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0818",
      Text(vi: "có cả 'unit' và 'units'", en: "there is both 'unit' and 'units'"),
      at: Label(span),
      hint: Text(
        vi: "chỉ giữ 'units' khi có nhiều đơn vị, 'unit' khi có một",
        en: "keep 'units' where there are several, 'unit' where there is one"))
  }

  static func unknownWantedUnit(_ name: Located<String>, _ units: [String]) -> Diagnostic {
    Diagnostic(
      "TT0819",
      Text(
        vi: "trường hợp không có đơn vị '\(name.value)'",
        en: "the case has no unit '\(name.value)'"),
      at: Label(name.span), hint: .oneOf(name.value, units))
  }
}
