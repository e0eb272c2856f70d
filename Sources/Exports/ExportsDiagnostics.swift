import Calendars
import Diagnostics
import Encodings
import Tables

/// A cell that something is wrong with, as messages speak of it.
struct CellPlace {
  /// Where it stands.
  let span: Span
  /// Its column.
  let column: Column
  /// The header it stands under; empty when there is none.
  let header: String
  /// What stands there; `nil` when nobody should read it.
  let value: String?

  /// The column by its header, and by its id where that is another word.
  var name: String {
    if header.isEmpty || header == column.id { return "'\(column.id)'" }
    return "'\(header)' (\(column.id))"
  }

  /// The value in quotation marks, cut when it is long.
  var quoted: Text {
    guard let value else { return Text(vi: "giá trị", en: "the value") }
    let shown = value.count > 60 ? value.prefix(60) + "…" : value[...]
    return Text(verbatim: "'\(shown)'")
  }
}

/// What can be wrong with records and cells. Codes TT052x and TT053x.
extension Diagnostic {
  static func fault(
    _ fault: CellFault, _ cell: CellPlace, _ layout: FileLayout, _ notation: ColumnNotation
  ) -> Diagnostic {
    switch fault {
    case .unreadable: unreadableValue(cell)
    case .shortYear: shortYear(cell)
    case .percent: percent(cell)
    case .doubt(let doubt): .doubt(doubt, cell, notation)
    case .notAllowed: notAllowed(cell)
    case .outOfRange: outOfRange(cell)
    case .invalidEncoding:
      invalidEncoding(cell, layout.converted?.decoding?.encoding ?? .utf8)
    case .afterSnapshot: afterSnapshot(cell, layout.snapshot, layout.zone)
    }
  }

  private static func unreadableValue(_ cell: CellPlace) -> Diagnostic {
    let wanted = expectation(of: cell.column)
    return Diagnostic(
      "TT0520", .warning,
      Text(
        vi: "\(cell.quoted.vi) ở cột \(cell.name) không đọc được",
        en: "\(cell.quoted.en) in the column \(cell.name) cannot be read"),
      at: Label(cell.span, Text(vi: "cần \(wanted.vi)", en: "wanted: \(wanted.en)")),
      hint: Text(
        vi: "sửa ô này trong hệ thống nguồn rồi kết xuất lại",
        en: "mend the cell in the source system and export again"))
  }

  /// A cell of a workbook that holds an error, in a column that any text would fit.
  static func errorCell(_ cell: CellPlace) -> Diagnostic {
    Diagnostic(
      "TT0520", .warning,
      Text(
        vi: "ô ở cột \(cell.name) là lỗi của bảng tính, như #N/A hay #REF!, nên không đọc được",
        en:
          "the cell in the column \(cell.name) holds an error of the workbook, such as #N/A or #REF!"
      ),
      at: Label(cell.span),
      hint: Text(
        vi: "sửa công thức hoặc nhập giá trị vào ô này rồi lưu lại",
        en: "mend the formula, or enter a value, and save the workbook"))
  }

  /// What a cell of a column has to look like.
  private static func expectation(of column: Column) -> Text {
    let formats = column.formats.map { "'\($0)'" }
    let vi = formats.joined(separator: " hoặc ")
    let en = formats.joined(separator: " or ")
    switch column.type {
    case .string: return Text(vi: "một đoạn chữ", en: "a text")
    case .bool: return Text(vi: "có hoặc không (true, false)", en: "true or false (có, không)")
    case .int: return Text(vi: "một số nguyên như 1250", en: "a whole number such as 1250")
    case .decimal(let scale):
      let example = vi.isEmpty ? "1234.5" : vi
      return Text(
        vi: "một số như \(example), nhiều nhất \(scale) chữ số thập phân",
        en: "a number such as \(example), with at most \(scale) decimals")
    case .date:
      return Text(
        vi: "một ngày có thật, viết theo \(vi.isEmpty ? "'2025-09-02'" : vi)",
        en: "a date that exists, written as \(en.isEmpty ? "'2025-09-02'" : en)")
    case .timestamp:
      return Text(
        vi: "ngày và giờ có thật, viết theo \(vi.isEmpty ? "'2025-09-02T10:00:00'" : vi)",
        en: "a date and time that exist, written as \(en.isEmpty ? "'2025-09-02T10:00:00'" : en)")
    }
  }

  private static func notAllowed(_ cell: CellPlace) -> Diagnostic {
    let allowed = cell.column.allowed ?? []
    let list = allowed.prefix(8).joined(separator: ", ") + (allowed.count > 8 ? ", …" : "")
    let nearest = cell.value.flatMap { NearestName.of($0, among: allowed) }
    return Diagnostic(
      "TT0521", .warning,
      Text(
        vi: "\(cell.quoted.vi) không phải giá trị được phép của cột \(cell.name)",
        en: "\(cell.quoted.en) is no value that the column \(cell.name) allows"),
      at: Label(cell.span),
      hint: nearest.map {
        Text(
          vi: "có phải là '\($0)'? (được phép: \(list))", en: "is it '\($0)'? (allowed: \(list))")
      } ?? Text(vi: "các giá trị được phép: \(list)", en: "the values allowed are: \(list)"))
  }

  private static func outOfRange(_ cell: CellPlace) -> Diagnostic {
    let low = cell.column.minimum.map { $0.decimal(places: 9) } ?? "…"
    let high = cell.column.maximum.map { $0.decimal(places: 9) } ?? "…"
    return Diagnostic(
      "TT0522", .warning,
      Text(
        vi: "\(cell.quoted.vi) nằm ngoài khoảng cho phép của cột \(cell.name)",
        en: "\(cell.quoted.en) is outside the range of the column \(cell.name)"),
      at: Label(cell.span),
      hint: Text(
        vi: "giá trị phải từ \(low) đến \(high); xem lại đơn vị tính và dấu phân cách",
        en: "it must be from \(low) to \(high); check the unit of measure and the separators"))
  }

  private static func invalidEncoding(_ cell: CellPlace, _ encoding: Encoding) -> Diagnostic {
    Diagnostic(
      "TT0523", .warning,
      Text(
        vi: "ô ở cột \(cell.name) có ký tự không thuộc bảng mã \(encoding.title)",
        en: "the cell in the column \(cell.name) holds bytes that are no \(encoding.title)"),
      at: Label(cell.span),
      hint: Text(
        vi: "kết xuất lại với bảng mã UTF-8 (trong Excel: 'CSV UTF-8')",
        en: "export again with the encoding UTF-8 (in Excel: 'CSV UTF-8')"))
  }

  private static func afterSnapshot(_ cell: CellPlace, _ snapshot: Instant?, _ zone: Zone)
    -> Diagnostic
  {
    let vi = snapshot.map { zone.local(of: $0).shown(in: .vi) } ?? "…"
    let en = snapshot.map { zone.local(of: $0).shown(in: .en) } ?? "…"
    return Diagnostic(
      "TT0524", .warning,
      Text(
        vi: "\(cell.quoted.vi) ở cột \(cell.name) sau thời điểm chốt số liệu của tệp (\(vi))",
        en: "\(cell.quoted.en) in the column \(cell.name) is after the file's snapshot (\(en))"),
      at: Label(cell.span, Text(vi: "chưa thể xảy ra", en: "cannot have happened yet")),
      hint: Text(
        vi: "sửa ngày giờ trong hệ thống nguồn, hoặc sửa 'snapshot' nếu tệp được kết xuất muộn hơn",
        en: "mend the time in the source system, or 'snapshot' if the file was exported later"))
  }

  static func emptyValue(_ cell: CellPlace) -> Diagnostic {
    Diagnostic(
      "TT0525", .warning,
      Text(
        vi: "cột \(cell.name) không được để trống", en: "the column \(cell.name) must not be empty"),
      at: Label(cell.span, Text(vi: "ô này trống", en: "this cell is empty")),
      hint: Text(
        vi: "bổ sung giá trị trong hệ thống nguồn rồi kết xuất lại",
        en: "add the value in the source system and export again"))
  }

  static func keyEmpty(_ cell: CellPlace) -> Diagnostic {
    Diagnostic(
      "TT0526", .warning,
      Text(
        vi: "bản ghi không có mã dùng được ở cột \(cell.name), nên không phát hiện được trùng lặp",
        en: "the record has no usable key in the column \(cell.name), so duplicates go unseen"),
      at: Label(cell.span),
      hint: Text(
        vi: "mỗi bản ghi phải có mã riêng; bổ sung mã trong hệ thống nguồn",
        en: "every record needs a key of its own; add it in the source system"))
  }

  static func wrongFieldCount(_ span: Span, found: Int, wanted: Int) -> Diagnostic {
    let isShort = found < wanted
    return Diagnostic(
      "TT0527", .warning,
      Text(
        vi: "bản ghi có \(found) ô, dòng tiêu đề có \(wanted)",
        en: "the record has \(found) fields, the header has \(wanted)"),
      at: Label(
        span,
        isShort
          ? Text(vi: "thiếu ô từ đây", en: "fields are missing from here")
          : Text(vi: "thừa từ đây", en: "too many from here")),
      hint: isShort
        ? Text(
          vi: "các ô thiếu được coi là không đọc được; kiểm tra xem dòng có bị ngắt giữa chừng",
          en: "the missing cells count as unreadable; check whether the line was cut")
        : Text(
          vi: "đặt giá trị có chứa dấu phân cách trong dấu nháy kép: \"a, b\"",
          en: "put a value that holds the delimiter in quotation marks: \"a, b\""))
  }

  static func brokenQuote(_ kind: QuoteFault.Kind, _ span: Span) -> Diagnostic {
    let (message, hint) = quoteWords(kind)
    return Diagnostic(
      "TT0528", .warning, message,
      at: Label(span, Text(vi: "dấu nháy này", en: "this quotation mark")), hint: hint)
  }

  private static func quoteWords(_ kind: QuoteFault.Kind) -> (Text, Text) {
    let double = Text(
      vi: "đặt cả ô trong dấu nháy kép và viết đôi dấu nháy bên trong: \"a\"\"b\"",
      en: "put the whole field in quotation marks and double the ones inside: \"a\"\"b\"")
    switch kind {
    case .stray:
      return (
        Text(
          vi: "có dấu nháy kép trong một ô không mở đầu bằng dấu nháy",
          en: "a quotation mark stands in a field that does not start with one"), double
      )
    case .textAfter:
      return (
        Text(
          vi: "sau dấu nháy đóng còn có chữ; từ ô này đến hết dòng không đọc được",
          en: "something follows the closing quotation mark; the rest of the line is unreadable"),
        double
      )
    case .unterminated:
      return (
        Text(
          vi: "dấu nháy mở không có dấu đóng; từ ô này đến hết dòng không đọc được",
          en: "the opening quotation mark is never closed; the rest of the line is unreadable"),
        Text(vi: "thêm dấu nháy đóng vào cuối ô", en: "add the closing mark at the field's end")
      )
    }
  }

  static func duplicateRecord(_ key: String, _ place: Span, first: Span) -> Diagnostic {
    Diagnostic(
      "TT0530", .note,
      Text(
        vi: "bản ghi '\(key)' lặp lại y hệt; chỉ tính một lần",
        en: "the record '\(key)' is there twice, alike; it counts once"),
      at: Label(place), further: [Label(first, Text(vi: "lần đầu", en: "first here"))])
  }

  static func conflictingRecord(_ key: String, _ columns: [String], _ places: [Span]) -> Diagnostic
  {
    let list = columns.joined(separator: ", ")
    return Diagnostic(
      "TT0531", .warning,
      Text(
        vi: "\(places.count) bản ghi cùng mã '\(key)' nhưng khác nhau ở: \(list)",
        en: "\(places.count) records share the key '\(key)' but differ in: \(list)"),
      at: places.first.map { Label($0) }, further: places.dropFirst().map { Label($0) },
      hint: Text(
        vi: "các ô khác nhau được coi là không đọc được; giữ lại một bản ghi đúng rồi kết xuất lại",
        en: "the cells that differ count as unreadable; keep the one true record and export again"))
  }

  static func more(_ count: Int, like sample: Defect) -> Diagnostic {
    Diagnostic(
      "TT0532", sample.severity,
      Text(
        vi: "và \(count) lỗi nữa cùng loại trong tệp này: \(sample.diagnostic.message.vi)",
        en: "and \(count) more of the same kind in this file: \(sample.diagnostic.message.en)"),
      at: nil, hint: sample.diagnostic.hint)
  }

  static func blankRecords(_ count: Int, _ first: Span) -> Diagnostic {
    Diagnostic(
      "TT0533", .note,
      Text(
        vi: "bỏ qua \(count) dòng chỉ có ô trống", en: "\(count) lines of empty cells are left out"),
      at: Label(first, Text(vi: "dòng đầu tiên", en: "the first one")))
  }
}
