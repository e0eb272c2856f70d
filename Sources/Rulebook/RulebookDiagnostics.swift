import Diagnostics
import Registry
import YAMLTree

/// What mappings of rule files describe, for messages.
extension Text {
  static let ruleFile = Text(vi: "tệp quy tắc", en: "a rule file")
  static let directive = Text(vi: "văn bản (directive)", en: "a directive")
  static let obligation = Text(vi: "yêu cầu", en: "an obligation")
  static let duty = Text(vi: "nội dung yêu cầu ('duty')", en: "'duty'")
  static let binding = Text(vi: "đối tượng áp dụng ('binds')", en: "'binds'")
  static let noTarget = Text(vi: "'no-target'", en: "'no-target'")
  static let target = Text(vi: "chỉ tiêu", en: "a target")
  static let waiver = Text(vi: "mục không xem xét ('waivers')", en: "a waiver")
  static let ratio = Text(vi: "tỷ số ('ratio')", en: "'ratio'")
  static let percentile = Text(vi: "phân vị ('percentile')", en: "'percentile'")
  static let aggregate = Text(vi: "số tổng hợp", en: "a total")
  static let lookup = Text(vi: "chỉ tiêu tra cứu ('value')", en: "a target that is looked up")
  static let dataset = Text(vi: "bảng số liệu", en: "a dataset")
  static let column = Text(vi: "cột", en: "a column")
  static let clock = Text(vi: "đồng hồ thời hạn 'clock'", en: "a clock")
  static let pauses = Text(vi: "thời gian tạm dừng 'pauses'", en: "the pauses of a clock")
  static let childOf = Text(vi: "quan hệ 'child-of'", en: "a 'child-of'")
  static let check = Text(vi: "phép kiểm tra số liệu", en: "a check")
  static let allowance = Text(vi: "'allow'", en: "'allow'")
  static let calendar = Text(vi: "lịch làm việc", en: "the calendar")
  static let holiday = Text(vi: "ngày nghỉ lễ", en: "a holiday")
  static let workedDay = Text(vi: "ngày làm bù", en: "a worked day")

  /// A suggestion, when a name is close to one of those there are.
  package static func nearest(_ name: String, among names: [String]) -> Text? {
    NearestName.of(name, among: names).map {
      Text(vi: "có phải ý bạn là '\($0)'?", en: "did you mean '\($0)'?")
    }
  }

  static let again = Text(vi: "lần thứ hai", en: "again here")
  static let first = Text(vi: "lần đầu", en: "first here")
}

/// What can be wrong with rule files as a whole, with ids and with directives. Codes TT030x.
extension Diagnostic {
  static func noFolder(_ folder: String) -> Diagnostic {
    Diagnostic(
      "TT0301",
      Text(
        vi: "không có thư mục quy tắc '\(folder)'", en: "there is no folder of rules '\(folder)'"),
      hint: Text(
        vi: "kiểm tra đường dẫn ở 'rules' trong tuanthu.yaml hoặc sau --rules",
        en: "check the path at 'rules' in tuanthu.yaml or after --rules"))
  }

  static func noRuleFiles(_ folder: String) -> Diagnostic {
    Diagnostic(
      "TT0302",
      Text(
        vi: "thư mục '\(folder)' không có tệp quy tắc nào",
        en: "the folder '\(folder)' holds no rule files"),
      hint: Text(
        vi:
          "tệp quy tắc có đuôi .yaml hoặc .yml; tệp ẩn, tuanthu.yaml, exports.yaml và cases.yaml không được tính",
        en:
          "rule files end in .yaml or .yml; hidden files, tuanthu.yaml, exports.yaml and cases.yaml do not count"
      ))
  }

  static func fileNotReadable(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0303",
      Text(vi: "không mở được tệp '\(path)'", en: "the file '\(path)' cannot be opened"),
      hint: Text(
        vi: "kiểm tra quyền đọc của tệp", en: "check that you are allowed to read the file"))
  }

  static func emptyFile(_ start: Span, _ keys: [String]) -> Diagnostic {
    let list = keys.joined(separator: ", ")
    return Diagnostic(
      "TT0304",
      Text(vi: "tệp quy tắc không có nội dung", en: "the rule file says nothing"),
      at: Label(start),
      hint: Text(
        vi: "viết ít nhất một trong các mục: \(list); hoặc xóa tệp",
        en: "write at least one of: \(list); or delete the file"))
  }

  static var noObligations: Diagnostic {
    Diagnostic(
      "TT0305",
      Text(
        vi: "các tệp quy tắc không có yêu cầu nào để kiểm tra",
        en: "the rule files hold no obligation to check"),
      hint: Text(
        vi: "thêm 'obligations' sau 'directive' trong một tệp, hoặc chỉ thêm thư mục có quy tắc",
        en: "add 'obligations' after 'directive' in a file, or name a folder that holds rules"))
  }

  /// - Parameter key: `obligations` or `index`.
  static func withoutDirective(_ key: String, _ span: Span) -> Diagnostic {
    let isIndex = key == "index"
    return Diagnostic(
      "TT0306",
      isIndex
        ? Text(
          vi: "tệp có 'index' nhưng không nói văn bản nào ban hành bộ chỉ số đó",
          en: "the file has an 'index' but does not say which directive sets it up")
        : Text(
          vi: "tệp có 'obligations' nhưng không nói văn bản nào đặt ra các yêu cầu đó",
          en: "the file has 'obligations' but does not say which directive imposes them"),
      at: Label(span),
      hint: Text(
        vi: "thêm 'directive' (số, tên, cơ quan ban hành, hiệu lực) vào cùng tệp",
        en: "add a 'directive' (number, title, issuer, in-force) to the same file"))
  }

  static func casesAmongRules(_ span: Span) -> Diagnostic {
    let path = span.source.path
    let end = path.lowercased().hasSuffix(".yml") ? ".yml" : ".yaml"
    var name = String(path.split(separator: "/").last ?? "")
    for ending in [end, "cases", "case"] where name.lowercased().hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    name = String(name.reversed().drop { "-_. ".contains($0) }.reversed())
    let meant = (name.isEmpty ? "" : name + ".") + "cases" + end
    return Diagnostic(
      "TT0111",
      Text(
        vi: "đây là tệp tình huống kiểm thử, nhưng tên tệp là của tệp quy tắc",
        en: "this is a file of cases, but its name is that of a rule file"),
      at: Label(span),
      hint: Text(
        vi: "đổi tên tệp thành \(meant): tệp tình huống có tên cases.yaml hoặc ….cases.yaml",
        en: "rename it to \(meant): files of cases are called cases.yaml or ….cases.yaml"))
  }

  static func directiveWithoutObligations(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0307", .warning,
      Text(
        vi: "văn bản chưa có yêu cầu nào để kiểm tra",
        en: "the directive has no obligation to check"),
      at: Label(span),
      hint: Text(
        vi: "thêm 'obligations' vào tệp này; yêu cầu phải ở cùng tệp với văn bản của nó",
        en: "add 'obligations' to this file; obligations stand in the file of their directive"))
  }

  /// What ids belong to.
  enum Identified {
    case directive, obligation, dataset, column, check, waiver, index, criterion, total

    /// Several of them in English.
    fileprivate var plural: String {
      switch self {
      case .index: "indexes"
      case .criterion: "parts or criteria"
      default: noun.en + "s"
      }
    }

    fileprivate var noun: Text {
      switch self {
      case .directive: Text(vi: "văn bản", en: "directive")
      case .obligation: Text(vi: "yêu cầu", en: "obligation")
      case .dataset: Text(vi: "bảng số liệu", en: "dataset")
      case .column: Text(vi: "cột", en: "column")
      case .check: Text(vi: "phép kiểm tra", en: "check")
      case .waiver: Text(vi: "mục không xem xét", en: "waiver")
      case .index: Text(vi: "bộ chỉ số", en: "index")
      case .criterion: Text(vi: "phần hoặc tiêu chí", en: "part or criterion")
      case .total: Text(vi: "tổng điểm", en: "total")
      }
    }
  }

  static func duplicateID(_ what: Identified, _ id: Located<String>, first: Span) -> Diagnostic {
    let noun = what.noun
    return Diagnostic(
      "TT0308",
      Text(
        vi: "hai \(noun.vi) cùng có id '\(id.value)'",
        en: "two \(what.plural) have the id '\(id.value)'"),
      at: Label(id.span, .again), further: [Label(first, .first)],
      hint: Text(vi: "đặt id khác cho một trong hai", en: "give one of the two another id"))
  }

  static func badID(_ id: Located<String>) -> Diagnostic {
    let example = Names.suggestion(for: id.value, joiner: "-") ?? "results-on-time"
    return Diagnostic(
      "TT0309",
      Text(
        vi: "id '\(id.value)' chỉ được có chữ thường không dấu, chữ số và dấu gạch nối",
        en: "the id '\(id.value)' may only have small letters a to z, digits and hyphens"),
      at: Label(id.span),
      hint: Text(vi: "viết như: \(example)", en: "write it like: \(example)"))
  }

  static func badIdentifier(_ name: Located<String>) -> Diagnostic {
    let suggested = Names.suggestion(for: name.value, joiner: "_")
    let example = suggested.flatMap { Names.isIdentifier($0) ? $0 : nil } ?? "received_at"
    return Diagnostic(
      "TT0310",
      Text(
        vi: "'\(name.value)' không dùng làm tên trong biểu thức được",
        en: "'\(name.value)' cannot be a name in expressions"),
      at: Label(name.span),
      hint: Text(
        vi:
          "dùng chữ thường không dấu, chữ số, gạch dưới, không bắt đầu bằng chữ số, như: \(example)",
        en:
          "use small letters a to z, digits and underscores, not a digit first, like: \(example)"))
  }

  static func nameTaken(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0311",
      Text(
        vi: "tên '\(name.value)' đã có nghĩa khác trong biểu thức",
        en: "the name '\(name.value)' already means something else in expressions"),
      at: Label(name.span),
      hint: Text(vi: "chọn tên khác", en: "choose another name"))
  }

  static func conjecture(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0312",
      Text(
        vi: "văn bản mới chỉ là suy đoán (C) nên không được dùng làm quy tắc",
        en: "a directive that is only conjectured (C) cannot be a rule"),
      at: Label(span),
      hint: Text(
        vi:
          "tìm đọc văn bản rồi ghi R (đã đọc), N (theo báo chí) hoặc T (theo thực tế áp dụng); chưa tìm được thì bỏ quy tắc này",
        en:
          "find the text, then write R (read), N (from news) or T (from practice); until then leave the rule out"
      ))
  }

  static func unknownConfidence(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0314",
      Text(
        vi: "'\(text.value)' không phải một mức tin cậy",
        en: "'\(text.value)' is no degree of confidence"),
      at: Label(text.span),
      hint: Text(
        vi: "viết R (đã đọc văn bản), N (theo báo chí) hoặc T (theo thực tế áp dụng)",
        en: "write R (read in the text), N (from news) or T (from practice)"))
  }

  static func neverInForce(_ own: Located<DateSpan>, _ directive: Directive) -> Diagnostic {
    Diagnostic(
      "TT0313",
      Text(
        vi: "yêu cầu không có ngày nào còn hiệu lực cùng văn bản \(directive.number)",
        en: "the obligation is in force on no day on which its directive \(directive.number) is"),
      at: Label(own.span), further: [Label(directive.span, directive.inForce.words)],
      hint: Text(
        vi: "'in-force' của yêu cầu phải nằm trong thời gian hiệu lực của văn bản",
        en: "'in-force' of an obligation lies within that of its directive"))
  }

  static func badCode(_ code: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0315",
      Text(
        vi: "'\(code.value)' không phải mã của một cảnh báo",
        en: "'\(code.value)' is not the code of a finding"),
      at: Label(code.span),
      hint: Text(
        vi: "chép mã đứng trong ngoặc vuông của cảnh báo, ví dụ: code: TT1015",
        en: "copy the code in the square brackets of the finding, for example: code: TT1015"))
  }
}

extension DateSpan {
  /// The days in words.
  package var words: Text {
    Text(
      vi: "từ \(from?.shown(in: .vi) ?? "…")\(until.map { " đến \($0.shown(in: .vi))" } ?? "")",
      en: "from \(from?.iso ?? "…")\(until.map { " to \($0.iso)" } ?? "")")
  }
}
