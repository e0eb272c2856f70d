import Diagnostics
import Numbers
import Rulebook
import Tables

/// What lint finds in conditions. Codes TT1001 to TT1006.
extension Diagnostic {
  static func alwaysSo(_ part: ConstantPart, _ why: Text, _ declaration: Span?) -> Diagnostic {
    finding(
      "TT1001",
      Text(
        vi: "'\(part.shown)' lúc nào cũng \(part.truth ? "đúng" : "sai"): \(why.vi)",
        en: "'\(part.shown)' is always \(part.truth): \(why.en)"),
      at: part.span,
      further: declaration.map { [Label($0, Text(vi: "khai báo ở đây", en: "declared here"))] },
      hint: part.consequence)
  }

  static func decidedBeside(_ part: ConstantPart, _ others: [Span]) -> Diagnostic {
    let words = Text(vi: "phần này đã quyết định", en: "this decides it")
    let why =
      part.truth
      ? Text(
        vi: "hễ được xét là đúng: phần khác của biểu thức đã bao hết",
        en: "is true wherever it is looked at: another part leaves nothing else")
      : Text(
        vi: "hễ được xét là sai: nó trái với phần khác của biểu thức",
        en: "is false wherever it is looked at: it contradicts another part")
    return finding(
      "TT1002", Text(vi: "'\(part.shown)' \(why.vi)", en: "'\(part.shown)' \(why.en)"),
      at: part.span, further: others.map { Label($0, words) }, hint: part.consequence)
  }

  static func saidTwice(_ span: Span, first: Span) -> Diagnostic {
    finding(
      "TT1003",
      Text(
        vi: "'\(span.shown)' được viết hai lần trong cùng một điều kiện",
        en: "'\(span.shown)' is said twice in one condition"),
      at: span, further: [Label(first, Text(vi: "lần đầu", en: "first here"))],
      hint: Text(
        vi: "bỏ một lần; nếu định viết điều kiện khác thì sửa lại",
        en: "drop one of them; if another condition was meant, write that"))
  }

  static func decidedBefore(_ part: ConstantPart, _ others: [Span]) -> Diagnostic {
    let words = Text(vi: "phần này áp dụng trước", en: "this applies before")
    return finding(
      "TT1004",
      Text(
        vi: "'\(part.shown)' ở đây lúc nào cũng \(part.truth ? "đúng" : "sai"): "
          + "điều kiện áp dụng trước đã quyết định",
        en: "'\(part.shown)' is always \(part.truth) here: what applies before decides it"),
      at: part.span, further: others.map { Label($0, words) }, hint: part.consequence)
  }

  static func limitNotPositive(_ span: Span, isZero: Bool) -> Diagnostic {
    finding(
      "TT1005",
      Text(
        vi: "thời hạn '\(span.shown)' \(isZero ? "bằng 0" : "là số âm"), nên vừa bắt đầu đã hết",
        en: "the limit '\(span.shown)' is \(isZero ? "zero" : "negative"), so it ends as it begins"),
      at: span,
      hint: Text(
        vi: "ghi số ngày, số giờ mà văn bản cho, từ 1 trở lên; tính lùi thì dùng dấu trừ",
        en: "write the days or hours that the text gives, 1 or more; to count back, subtract"))
  }

  static func dueIsDone(_ due: Span, done: Span) -> Diagnostic {
    finding(
      "TT1006",
      Text(
        vi: "'due' và 'done' là một, nên hồ sơ nào cũng đúng hạn",
        en: "'due' and 'done' are the same, so every record is in time"),
      at: done, further: [Label(due)],
      hint: Text(
        vi: "'done' là cột ghi thời điểm việc đã xong, khác với thời hạn",
        en: "'done' is the column that says when it was done, which is not the deadline"))
  }
}

/// What lint finds in targets. Codes TT1007 to TT1009 and TT1017.
extension Diagnostic {
  static func outOfReach(_ target: Target, _ range: MeasureRange) -> Diagnostic {
    finding(
      "TT1007",
      Text(
        vi: "không đơn vị nào đạt được chỉ tiêu này: kết quả đo chỉ \(range.words.vi)",
        en: "no unit can reach this target: what is measured is \(range.words.en)"),
      at: target.span,
      hint: Text(
        vi: "kiểm tra mức chỉ tiêu, và 'measure', 'minimum', 'maximum', 'allowed' của cột được đo",
        en: "check the limit, and 'measure', 'minimum', 'maximum', 'allowed' of what is measured"))
  }

  static func targetNeverInForce(_ target: Target, _ obligation: Obligation) -> Diagnostic {
    finding(
      "TT1008",
      Text(
        vi: "không ngày nào vừa có chỉ tiêu này vừa có yêu cầu còn hiệu lực",
        en: "on no day are both this target and its obligation in force"),
      at: target.span, label: target.dates.words,
      further: [Label(obligation.span, obligation.inForce.words)],
      hint: Text(
        vi: "sửa 'from', 'until' của chỉ tiêu, hoặc 'in-force' của yêu cầu, của văn bản",
        en: "correct 'from' and 'until', or 'in-force' of the obligation or directive"))
  }

  static func targetsOfTwo(
    _ target: Target, of obligation: Obligation, _ first: Target, of other: Obligation
  ) -> Diagnostic {
    let days = target.dates.intersection(first.dates).words
    return finding(
      "TT1009",
      Text(
        vi: "\(days.vi) có hai chỉ tiêu cho cùng một việc: '\(obligation.fullID)' và "
          + "'\(other.fullID)' đo như nhau trên cùng hồ sơ của cùng đơn vị",
        en: "\(days.en) there are two targets for the same thing: '\(obligation.fullID)' and "
          + "'\(other.fullID)' measure the same of the same records and units"),
      at: target.span, label: Text(verbatim: obligation.directive.number),
      further: [Label(first.span, Text(verbatim: other.directive.number))],
      hint: Text(
        vi: "nếu văn bản sau thay văn bản trước, ghi 'until' cho chỉ tiêu cũ hoặc 'supersedes' "
          + "cho yêu cầu mới; nếu không, tách đối tượng bằng 'binds' hoặc 'units'",
        en: "where the later text replaces the earlier, give the old target an 'until' or the new "
          + "obligation 'supersedes'; else set units apart with 'binds' or 'units'"))
  }

  static func noFraction(_ target: Target, count: Int, enough: Int?) -> Diagnostic {
    let ways = enough.map {
      Text(
        vi: "thêm min-records: \($0), là số hồ sơ mà từ đó trở lên luôn có tỷ lệ nằm trong khoảng",
        en: "add min-records: \($0), from which on some share always lies between the limits")
    }
    return finding(
      "TT1017",
      Text(
        vi: "với \(count) hồ sơ thì không tỷ lệ nào nằm trong khoảng này, nên đơn vị làm thế nào "
          + "cũng không đạt",
        en: "with \(count) records no share lies between the limits, so a unit fails whatever it "
          + "does"),
      at: target.span,
      hint: ways
        ?? Text(
          vi: "nới khoảng: tỷ lệ là số hồ sơ đạt chia cho tổng số hồ sơ, nên không lấy mọi giá trị",
          en: "widen it: a share is one number of records over another and skips most values"))
  }
}

/// What lint finds in the texts that rules name. Codes TT1010 to TT1013.
extension Diagnostic {
  static func noClause(_ cite: String, _ span: Span) -> Diagnostic {
    finding(
      "TT1010",
      Text(
        vi: "'\(cite)' không nói điều, khoản nào đặt ra yêu cầu",
        en: "'\(cite)' does not say which article or clause imposes the duty"),
      at: span,
      hint: Text(
        vi: "ghi như 'Điều 24 khoản 2'; nếu chỉ biết văn bản qua báo chí thì ghi confidence: N",
        en: "write something like 'Article 24(2)'; if the text is known from news only, say "
          + "confidence: N"))
  }

  static func directiveWithoutSource(_ directive: Directive) -> Diagnostic {
    finding(
      "TT1011",
      Text(
        vi: "không rõ văn bản \(directive.number) được đọc ở đâu",
        en: "it is not said where the directive \(directive.number) was read"),
      at: directive.span, hint: .sourceWanted)
  }

  static func bindingWithoutSource(_ span: Span) -> Diagnostic {
    finding(
      "TT1012",
      Text(
        vi: "không rõ căn cứ nào cho biết đối tượng áp dụng",
        en: "it is not said what tells who is bound"),
      at: span, hint: .sourceWanted)
  }

  static func targetWithoutSource(_ target: Target) -> Diagnostic {
    finding(
      "TT1013",
      Text(
        vi: "không rõ mức chỉ tiêu theo '\(target.cite)' được đọc ở đâu",
        en: "it is not said where the target of '\(target.cite)' was read"),
      at: target.span, hint: .sourceWanted)
  }
}

/// What lint finds in datasets, time limits, `allow` and waivers. Codes TT1014 to TT1016, TT1018 to
/// TT1020.
extension Diagnostic {
  static func unusedDataset(_ dataset: Dataset, _ span: Span) -> Diagnostic {
    finding(
      "TT1014",
      Text(
        vi: "không yêu cầu, phép kiểm tra nào dùng bảng '\(dataset.id)'",
        en: "no obligation and no check uses the dataset '\(dataset.id)'"),
      at: span,
      hint: Text(
        vi: "nếu có yêu cầu về bảng này, xem tệp của nó có được đọc không (tên tệp phải có đuôi "
          + ".yaml); nếu không, thêm yêu cầu có 'over: \(dataset.id)' hoặc bỏ bảng",
        en: "if an obligation is about it, see whether its file is read (files end in .yaml); else "
          + "add one with 'over: \(dataset.id)', or drop the dataset"))
  }

  static func unusedColumn(_ column: Column, of dataset: Dataset, _ span: Span) -> Diagnostic {
    finding(
      "TT1015",
      Text(
        vi: "không quy tắc nào dùng cột '\(column.id)' của bảng '\(dataset.id)'",
        en: "no rule uses the column '\(column.id)' of '\(dataset.id)'"),
      at: span,
      hint: Text(
        vi: "nếu cột này phân biệt các dòng, ghi vào 'key'; nếu thật không cần thì bỏ: cột thừa "
          + "trong tệp của đơn vị không phải là lỗi",
        en: "if it tells records apart, put it into 'key'; if nobody needs it, drop it: columns "
          + "that an export has besides are no defect"))
  }

  static func personalKey(_ column: Column, of dataset: Dataset, _ span: Span) -> Diagnostic {
    finding(
      "TT1016",
      Text(
        vi:
          "cột '\(column.id)' chứa dữ liệu cá nhân nhưng là khóa của bảng '\(dataset.id)', mà báo "
          + "cáo nêu hồ sơ theo khóa",
        en: "'\(column.id)' is personal but part of the key of '\(dataset.id)', by which reports "
          + "name records"),
      at: span,
      hint: Text(
        vi: "chọn khóa khác, như mã hồ sơ", en: "choose another key, such as a dossier number"))
  }

  static func timeKindsTogether(
    _ span: Span, working: Span, calendar: Span
  ) -> Diagnostic {
    finding(
      "TT1018",
      Text(
        vi: "biểu thức vừa tính theo ngày, giờ làm việc vừa tính theo lịch (cả ngày nghỉ)",
        en: "the expression counts both working time and calendar time"),
      at: span,
      further: [
        Label(working, Text(vi: "thời gian làm việc", en: "working time")),
        Label(calendar, Text(vi: "thời gian theo lịch", en: "calendar time")),
      ],
      hint: Text(
        vi: "dùng một cách tính như văn bản quy định; nếu văn bản quy định cả hai, ghi 'allow' "
          + "và nói rõ ở 'because'",
        en: "use the one that the text gives; where it gives both, write 'allow' and say so in "
          + "'because'"))
  }

  static func nothingToAllow(_ allowance: Allowance) -> Diagnostic {
    finding(
      "TT1019",
      Text(
        vi: "'allow' này thừa: ở đây không có cảnh báo \(allowance.code)",
        en: "nothing is left to allow: there is no \(allowance.code) here"),
      at: allowance.span, hint: Text(vi: "bỏ dòng này", en: "drop it"))
  }

  static func idleWaiver(_ waiver: Waiver) -> Diagnostic {
    finding(
      "TT1020",
      Text(
        vi:
          "văn bản \(waiver.document) không miễn xem xét việc gì: trong những ngày ấy không đơn vị "
          + "nào nêu ở đây có yêu cầu đó",
        en: "the waiver \(waiver.document) changes nothing: on its days none of its units has the "
          + "obligation"),
      at: waiver.span, label: waiver.dates.words,
      hint: Text(
        vi: "kiểm tra ngày, mã đơn vị và yêu cầu; nếu đã hết tác dụng thì bỏ",
        en: "check the days, the unit codes and the obligation; drop it if its time has passed"))
  }

  static func finding(
    _ code: String, _ message: Text, at span: Span, label: Text? = nil, further: [Label]? = nil,
    hint: Text?
  ) -> Diagnostic {
    Diagnostic(
      code, .warning, message, at: Label(span, label), further: further ?? [], hint: hint)
  }
}

// MARK: - Words

extension Text {
  static let onlyConstants = Text(vi: "chỉ gồm các giá trị cố định", en: "it is made of constants")
  static let sameSides = Text(vi: "hai vế là một", en: "both sides are the same")
  fileprivate static let sourceWanted = Text(
    vi: "thêm 'source': địa chỉ trang, tên bản sao, hoặc bài báo đã đọc",
    en: "add 'source': the address, copy or article that was read")

  static func neverEmpty(_ column: String) -> Text {
    Text(
      vi: "cột '\(column)' không khai báo 'nullable' nên không bao giờ trống",
      en: "the column '\(column)' is not 'nullable', so it is never empty")
  }

  static func onlyAllowed(_ column: String, _ allowed: [String]) -> Text {
    let list = allowed.joined(separator: ", ")
    return Text(
      vi: "cột '\(column)' chỉ nhận: \(list)", en: "the column '\(column)' allows only: \(list)")
  }

  static func onlyBetween(_ term: String, _ low: Rational?, _ high: Rational?) -> Text {
    let range = MeasureRange(low: low, high: high).words
    return Text(vi: "'\(term)' chỉ \(range.vi)", en: "'\(term)' is \(range.en)")
  }
}

extension MeasureRange {
  /// The values in words: `từ 0 đến 99`.
  var words: Text {
    let (least, most) = (low.map(Self.shown), high.map(Self.shown))
    return switch (least, most) {
    case (let least?, let most?):
      Text(vi: "từ \(least.vi) đến \(most.vi)", en: "from \(least.en) to \(most.en)")
    case (let least?, nil): Text(vi: "từ \(least.vi) trở lên", en: "\(least.en) or more")
    case (nil, let most?): Text(vi: "từ \(most.vi) trở xuống", en: "\(most.en) or less")
    case (nil, nil): Text(vi: "là số", en: "a number")
    }
  }

  private static func shown(_ value: Rational) -> Text {
    Text(vi: value.decimal(places: 9, point: ","), en: value.decimal(places: 9))
  }
}

extension ConstantPart {
  /// The part as it is written.
  fileprivate var shown: String { span.shown }

  /// What comes of it, and what to do.
  fileprivate var consequence: Text {
    let advice = Text(
      vi: "kiểm tra cột, giá trị và phép so sánh; nếu đúng như ý định thì bỏ phần này",
      en: "check the column, the value and the comparison; if it is meant, drop the part")
    guard decides, let effect else { return advice }
    return Text(vi: "\(effect.vi); \(advice.vi)", en: "\(effect.en); \(advice.en)")
  }

  /// What an expression does that is always true or always false.
  private var effect: Text? {
    switch (role, truth) {
    case (.binds, false): Text(vi: "không đơn vị nào bị ràng buộc", en: "nobody is bound")
    case (.scope, false):
      Text(vi: "không hồ sơ nào thuộc phạm vi xét", en: "no record is ever in scope")
    case (.require, false): Text(vi: "hồ sơ nào cũng không đạt", en: "every record fails")
    case (.require, true): Text(vi: "hồ sơ nào cũng đạt", en: "every record passes")
    case (.pending, true): Text(vi: "hồ sơ nào cũng chưa đến hạn", en: "no record is ever due")
    case (.evidence, false): Text(vi: "không hồ sơ nào là bằng chứng", en: "nothing is evidence")
    case (.pause, false): Text(vi: "đồng hồ không bao giờ dừng", en: "the clock never stops")
    case (.targetUnits, false):
      Text(vi: "chỉ tiêu không áp dụng cho đơn vị nào", en: "the target is for no unit")
    case (.check, false): Text(vi: "hồ sơ nào cũng bị coi là lỗi", en: "every record is a defect")
    case (.check, true):
      Text(vi: "phép kiểm tra không phát hiện được gì", en: "the check finds nothing")
    default: nil
    }
  }
}

extension Span {
  /// The text in one line, cut where it is long.
  fileprivate var shown: String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 80 ? line.prefix(79) + "…" : line
  }
}
