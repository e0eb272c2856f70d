import Diagnostics
import Tables
import YAMLTree

/// What can be wrong with datasets and columns. Codes TT032x.
extension Diagnostic {
  static func unknownDataset(_ name: Located<String>, _ known: [String]) -> Diagnostic {
    let list = known.joined(separator: ", ")
    let other =
      known.isEmpty
      ? Text(vi: "khai báo bảng ở 'datasets'", en: "declare it in 'datasets'")
      : Text(vi: "các bảng đã khai báo: \(list)", en: "the datasets declared are: \(list)")
    return Diagnostic(
      "TT0320",
      Text(
        vi: "bảng số liệu '\(name.value)' chưa được khai báo",
        en: "the dataset '\(name.value)' is not declared"),
      at: Label(name.span), hint: .nearest(name.value, among: known) ?? other)
  }

  static func unknownColumn(_ name: String, _ span: Span, _ known: [String]) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "TT0321",
      Text(
        vi: "bảng số liệu không có cột '\(name)'", en: "the dataset has no column '\(name)'"),
      at: Label(span),
      hint: .nearest(name, among: known)
        ?? Text(vi: "các cột của bảng: \(list)", en: "its columns are: \(list)"))
  }

  static func notForType(
    _ key: String, _ span: Span, _ type: String, _ types: [String]
  ) -> Diagnostic {
    let list = types.joined(separator: ", ")
    return Diagnostic(
      "TT0322",
      Text(
        vi: "cột kiểu '\(type)' không dùng '\(key)'",
        en: "a column of type '\(type)' has no '\(key)'"),
      at: Label(span),
      hint: Text(
        vi: "bỏ '\(key)', hoặc đổi kiểu cột: '\(key)' dùng cho \(list)",
        en: "drop '\(key)', or change the type: '\(key)' is for \(list)"))
  }

  static func keyOfParentIsNoText(_ name: Located<String>, column: Span?) -> Diagnostic {
    let label = Text(vi: "cột này không phải kiểu string", en: "this column is no string")
    return Diagnostic(
      "TT0344",
      Text(
        vi: "'\(name.value)' không phải cột chữ nên không ghi được khóa của bảng trên",
        en: "'\(name.value)' is no text column, so it cannot hold the parent's key"),
      at: Label(name.span), further: column.map { [Label($0, label)] } ?? [],
      hint: Text(
        vi: "chọn cột kiểu string ghi khóa của bản ghi mà dòng này thuộc về",
        en: "choose the string column with the key of the record that this one belongs to"))
  }

  static func childrenNeedAName(_ name: Located<String>) -> Diagnostic {
    let example = Names.suggestion(for: name.value, joiner: "_") ?? "items"
    return Diagnostic(
      "TT0345",
      Text(
        vi: "'\(name.value)' không dùng làm tên danh sách trong biểu thức được",
        en: "'\(name.value)' cannot be the name of a list in expressions"),
      at: Label(name.span),
      hint: Text(vi: "thêm 'as: \(example)'", en: "add 'as: \(example)'"))
  }

  static func childrenNameTaken(_ name: Located<String>, _ parent: Dataset) -> Diagnostic {
    Diagnostic(
      "TT0346",
      Text(
        vi: "bảng '\(parent.id)' đã có cột hoặc danh sách tên '\(name.value)'",
        en: "'\(parent.id)' already has a column or a list called '\(name.value)'"),
      at: Label(name.span),
      hint: Text(vi: "đặt tên khác ở 'as'", en: "give it another name in 'as'"))
  }

  static func decimalWithoutScale(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0328",
      Text(
        vi: "cột kiểu 'decimal' phải nói có mấy chữ số sau dấu phẩy",
        en: "a 'decimal' column must say how many digits there are after the point"),
      at: Label(span),
      hint: Text(
        vi: "thêm 'scale': số tiền đồng viết scale: 0; 98,25 viết scale: 2",
        en: "add 'scale': whole amounts have scale: 0, 98.25 has scale: 2"))
  }

  static func badScale(_ scale: Located<Int>) -> Diagnostic {
    Diagnostic(
      "TT0323",
      Text(
        vi: "'scale' là số chữ số sau dấu phẩy, từ 0 đến 9",
        en: "'scale' is the number of digits after the point, 0 to 9"),
      at: Label(scale.span),
      hint: Text(
        vi: "số tiền đồng viết scale: 0; 98,25 viết scale: 2",
        en: "whole amounts have scale: 0, 98.25 has scale: 2"))
  }

  static func rangeReversed(low: Span, high: Span) -> Diagnostic {
    Diagnostic(
      "TT0324",
      Text(vi: "'maximum' nhỏ hơn 'minimum'", en: "'maximum' is below 'minimum'"),
      at: Label(high), further: [Label(low, Text(vi: "giá trị nhỏ nhất", en: "the least value"))],
      hint: Text(vi: "đổi chỗ hai giá trị, hoặc sửa một", en: "swap the two, or correct one"))
  }

  static func notReferable(_ name: Located<String>, _ target: Dataset) -> Diagnostic {
    let label = Text(
      vi: target.key.isEmpty ? "bảng này không có 'key'" : "khóa của bảng này",
      en: target.key.isEmpty ? "this dataset has no 'key'" : "the key of this dataset")
    return Diagnostic(
      "TT0325",
      Text(
        vi:
          "không tham chiếu được bảng '\(name.value)' vì khóa của nó không phải đúng một cột kiểu string",
        en: "'\(name.value)' cannot be referred to: its key is not exactly one string column"),
      at: Label(name.span), further: target.span.map { [Label($0, label)] } ?? [],
      hint: Text(
        vi: "ghi 'key: [một_cột]' với một cột kiểu string, hoặc bỏ 'references'",
        en: "write 'key: [one_column]' with one string column, or drop 'references'"))
  }

  static func keyMayBeEmpty(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0326",
      Text(
        vi: "cột khóa '\(name.value)' được phép để trống, nên không phân biệt được các dòng",
        en: "the key column '\(name.value)' may be empty, so it cannot tell records apart"),
      at: Label(name.span),
      hint: Text(
        vi: "bỏ 'nullable', 'optional' của cột này, hoặc chọn cột khác làm khóa",
        en: "drop its 'nullable' and 'optional', or choose another column as key"))
  }

  static func labelTwice(_ label: Located<String>, first: Span) -> Diagnostic {
    Diagnostic(
      "TT0327",
      Text(
        vi: "hai cột cùng nhận tiêu đề '\(label.value)'",
        en: "two columns answer to the header '\(label.value)'"),
      at: Label(label.span, .again), further: [Label(first, .first)],
      hint: Text(
        vi: "để tiêu đề ở một cột thôi, nếu không tệp kết xuất không biết ghi vào cột nào",
        en: "leave it with one column; else an export's column could be either"))
  }
}
