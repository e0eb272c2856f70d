import Diagnostics
import Expressions

/// What `tuanthu eval` says. Codes TT0910 to TT0919.
extension Diagnostic {
  static func badBindings(_ text: String) -> Diagnostic {
    Diagnostic(
      "TT0910",
      Text(
        vi: "--bindings: '\(text.prefix(60))' không phải đối tượng JSON gồm các giá trị",
        en: "--bindings: '\(text.prefix(60))' is no JSON object of values"),
      hint: Text(
        vi: "viết {\"x\": 1, \"tên\": \"văn bản\"}, hoặc @tệp chứa đối tượng đó",
        en: "write {\"x\": 1, \"name\": \"text\"}, or @file that holds such an object"))
  }

  static func noSuchFile(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0911", Text(vi: "không đọc được tệp \(path)", en: "the file \(path) cannot be read"),
      hint: Text(vi: "kiểm tra tên tệp", en: "check its name"))
  }

  static let whatToEvaluate = Diagnostic(
    "TT0912",
    Text(
      vi: "cần một biểu thức, hoặc --cases với các tệp ca kiểm thử, không phải cả hai",
      en: "an expression is needed, or --cases with files of cases, not both"),
    hint: Text(
      vi: "viết: tuanthu eval '1 + 2'", en: "write: tuanthu eval '1 + 2'"))
}

extension Text {
  /// The result of an evaluation.
  static func result(_ value: String, _ type: ValueType) -> Text {
    Text(
      vi: "giá trị: \(value)\nkiểu: \(type.name)", en: "value: \(value)\ntype: \(type.name)")
  }
}
