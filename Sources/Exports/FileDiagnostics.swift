import Diagnostics
import Encodings
import Tables

/// What can be wrong with whole files. Codes TT0501 to TT0519.
extension Diagnostic {
  static func unreadableFile(_ path: String, _ fault: FileFault) -> Diagnostic {
    Diagnostic(
      "TT0501",
      Text(
        vi: "không đọc được tệp '\(path)': \(fault.words)",
        en: "the file '\(path)' cannot be read: \(fault.words)"),
      hint: readableAgain(fault))
  }

  private static func readableAgain(_ fault: FileFault) -> Text {
    fault.isPermission
      ? Text(
        vi: "cấp quyền đọc tệp cho người chạy (chmod a+r)",
        en: "let whoever runs this read the file (chmod a+r)")
      : Text(
        vi: "kiểm tra ổ đĩa và chép lại tệp từ nơi gửi", en: "check the disk and copy it again")
  }

  static func closedFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0501",
      Text(vi: "không mở được thư mục '\(path)'", en: "the folder '\(path)' cannot be listed"),
      hint: Text(
        vi: "kiểm tra thư mục có tồn tại và có quyền đọc hay không",
        en: "check that the folder is there and that it may be read"))
  }

  static func misnamedFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0518",
      Text(
        vi: "thư mục '\(path)' có tên gần giống một kỳ nên không được đọc",
        en: "the folder '\(path)' is named almost like a period, and is not read"),
      hint: Text(
        vi:
          "đổi tên thư mục theo kỳ: 2025-09 (tháng), 2025-Q3 (quý), 2025-H1 (nửa năm), 2025 (năm)",
        en: "name it after its period: 2025-09 (month), 2025-Q3 (quarter), 2025-H1, 2025 (year)"))
  }

  static func notCSV(_ path: String, _ signature: FileSignature) -> Diagnostic {
    let (what, hint) = words(signature)
    return Diagnostic(
      "TT0502",
      Text(
        vi: "tệp '\(path)' không phải CSV: \(what.vi)",
        en: "the file '\(path)' is no CSV: \(what.en)"
      ), hint: hint)
  }

  private static func words(_ signature: FileSignature) -> (Text, Text) {
    let saveAs = Text(
      vi: "mở tệp bằng Excel, chọn Lưu thành (Save As) 'CSV UTF-8', rồi nộp tệp .csv",
      en: "open it in Excel, choose Save As 'CSV UTF-8', and hand in the .csv file")
    let export = Text(
      vi: "kết xuất lại từ hệ thống nguồn thành CSV UTF-8",
      en: "export it again from the source system as CSV UTF-8")
    switch signature {
    case .spreadsheet:
      return (
        Text(vi: "đây là bảng tính hoặc tệp nén", en: "it is a workbook or an archive"), saveAs
      )
    case .oldSpreadsheet:
      return (Text(vi: "đây là bảng tính Excel cũ", en: "it is an old Excel workbook"), saveAs)
    case .pdf: return (Text(vi: "đây là tệp PDF", en: "it is a PDF"), export)
    case .markup: return (Text(vi: "đây là HTML hoặc XML", en: "it is HTML or XML"), saveAs)
    case .binary: return (Text(vi: "đây là tệp nhị phân", en: "it is binary"), export)
    }
  }

  static func otherFormat(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0503",
      Text(
        vi: "tệp '\(path)' không phải CSV hoặc bảng tính nên không được đọc",
        en: "the file '\(path)' is no CSV or workbook and is not read"),
      hint: Text(
        vi:
          "lưu thành .xlsx, .ods hoặc .csv rồi nộp lại; tệp không phải số liệu thì để ra ngoài thư mục",
        en: "save it as .xlsx, .ods or .csv and hand it in again; keep other papers elsewhere"))
  }

  static func emptyFile(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0504",
      Text(vi: "tệp '\(path)' không có gì", en: "the file '\(path)' holds nothing"),
      hint: Text(
        vi: "nếu kỳ này không phát sinh, hãy nộp tệp chỉ có dòng tiêu đề",
        en: "if nothing arose, hand in a file with the header line only"))
  }

  static func missingFile(_ pattern: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0505",
      Text(
        vi: "không có tệp nào khớp với '\(pattern)'", en: "there is no file that '\(pattern)' names"
      ),
      at: Label(span),
      hint: Text(
        vi: "chép tệp vào thư mục này, hoặc sửa 'path' (so với thư mục của exports.yaml)",
        en: "copy the file here, or mend 'path' (it is relative to the folder of exports.yaml)"))
  }

  static func unknownDataset(_ header: Span, nearest: HeaderMatch?) -> Diagnostic {
    let message = Text(
      vi: "dòng tiêu đề không khớp với bảng số liệu nào",
      en: "the headers match no dataset")
    let explicit = Text(
      vi: "sửa tiêu đề cột, hoặc khai 'dataset' và 'columns' cho tệp trong exports.yaml",
      en: "mend the headers, or give 'dataset' and 'columns' for the file in exports.yaml")
    guard let nearest else {
      return Diagnostic("TT0506", message, at: Label(header), hint: explicit)
    }
    let key = nearest.dataset.key.filter { nearest.sources[$0] == .absent }
    let list = key.map { nearest.dataset.columns[$0].shownName }.joined(separator: ", ")
    let label = Text(
      vi: "gần giống '\(nearest.dataset.id)' nhưng thiếu cột mã: \(list)",
      en: "close to '\(nearest.dataset.id)', but these columns of its key are missing: \(list)")
    return Diagnostic("TT0506", message, at: Label(header, label), hint: explicit)
  }

  static func ambiguousDataset(_ header: Span, _ datasets: [String]) -> Diagnostic {
    let list = datasets.joined(separator: ", ")
    return Diagnostic(
      "TT0507",
      Text(
        vi: "dòng tiêu đề khớp như nhau với nhiều bảng số liệu: \(list)",
        en: "the headers match several datasets alike: \(list)"),
      at: Label(header),
      hint: Text(
        vi: "khai 'dataset' cho tệp trong exports.yaml", en: "give 'dataset' in exports.yaml"))
  }

  static func missingColumn(_ header: Span, _ column: Column, named: String) -> Diagnostic {
    Diagnostic(
      "TT0508",
      Text(
        vi: "không có tiêu đề '\(named)' mà exports.yaml khai cho cột \(column.shownName)",
        en: "there is no header '\(named)', which exports.yaml gives for \(column.shownName)"),
      at: Label(header),
      hint: Text(
        vi: "sửa 'columns' trong exports.yaml; mọi ô của cột được coi là không đọc được",
        en: "mend 'columns' in exports.yaml; all cells of the column count as unreadable"))
  }

  static func missingColumn(_ header: Span, _ column: Column, headers: [String]) -> Diagnostic {
    Diagnostic(
      "TT0508",
      Text(
        vi: "thiếu cột \(column.shownName); mọi ô của cột được coi là không đọc được",
        en: "the column \(column.shownName) is missing; all its cells count as unreadable"),
      at: Label(header), hint: mending(column, headers.filter { !$0.isEmpty }))
  }

  /// - Parameter free: the headers that are no column's.
  private static func mending(_ column: Column, _ free: [String]) -> Text {
    let names = [column.id] + column.labels
    let near = names.lazy.compactMap { NearestName.of($0, among: free) }.first
    if let near = near ?? (free.count == 1 ? free.first : nil) {
      return Text(
        vi: "có phải là cột '\(near)'? Nếu đúng, khai columns: { \(column.id): \"\(near)\" } "
          + "trong exports.yaml; nếu không, thêm cột đó vào tệp",
        en: "is it the column '\(near)'? If so, write columns: { \(column.id): \"\(near)\" } in "
          + "exports.yaml; else add the column to the file")
    }
    let labels = column.labels.isEmpty ? column.id : column.labels.joined(separator: ", ")
    let list = free.map { "'\($0)'" }.joined(separator: ", ")
    return Text(
      vi: "thêm cột có tiêu đề: \(labels)"
        + (list.isEmpty ? "" : "; các cột chưa rõ của tệp: \(list)"),
      en: "add a column with the header: \(labels)"
        + (list.isEmpty ? "" : "; columns of the file that nobody knows: \(list)"))
  }

  static func ambiguousColumn(_ column: Column, _ places: [Span]) -> Diagnostic {
    Diagnostic(
      "TT0509",
      Text(
        vi: "\(places.count) cột cùng khớp với \(column.shownName); mọi ô coi là không đọc được",
        en: "\(places.count) headers match \(column.shownName); all its cells count as unreadable"),
      at: places.first.map { Label($0) }, further: places.dropFirst().map { Label($0) },
      hint: Text(
        vi: "bỏ cột thừa, hoặc khai columns: { \(column.id): … } trong exports.yaml",
        en: "remove one, or write columns: { \(column.id): … } in exports.yaml"))
  }

  static func identicalFile(_ path: String, first: String) -> Diagnostic {
    Diagnostic(
      "TT0510", .note,
      Text(
        vi: "tệp '\(path)' giống hệt '\(first)'; mỗi bản ghi chỉ tính một lần",
        en: "the file '\(path)' is the same as '\(first)'; its records count once"),
      hint: Text(vi: "bỏ một trong hai tệp", en: "remove one of the two"))
  }

  /// - Parameter snapshot: when the file is said to have been written, as people read it.
  static func futureSnapshot(_ path: String, _ snapshot: String) -> Diagnostic {
    Diagnostic(
      "TT0700", .warning,
      Text(
        vi: "tệp '\(path)' ghi thời điểm kết xuất \(snapshot), sau ngày hôm nay",
        en: "the file '\(path)' says that it was written at \(snapshot), later than today"),
      hint: Text(
        vi: "sửa 'snapshot' trong exports.yaml, hoặc --snapshot; xem lại đồng hồ của máy",
        en: "correct 'snapshot' in exports.yaml, or --snapshot; check the clock of this machine"))
  }

  static func ignoredFile(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0511", .note,
      Text(
        vi: "bỏ qua tệp '\(path)' vì tên không phải tệp số liệu",
        en: "the file '\(path)' is left out: by its name it is no export"),
      hint: Text(
        vi: "nếu là số liệu, đổi đuôi tên tệp thành .csv", en: "if it is one, name it .csv"))
  }

  /// - Parameter encoding: what the file was read in.
  static func headerEncoding(_ header: Span, _ encoding: Encoding) -> Diagnostic {
    Diagnostic(
      "TT0512",
      Text(
        vi: "dòng tiêu đề có ký tự không thuộc bảng mã \(encoding.title)",
        en: "the header line holds bytes that are no \(encoding.title)"),
      at: Label(header),
      hint: Text(
        vi: "khai đúng 'encoding' cho tệp trong exports.yaml, hoặc kết xuất lại bằng UTF-8 "
          + "(trong Excel: 'CSV UTF-8')",
        en: "give the right 'encoding' for the file in exports.yaml, or export it again as UTF-8 "
          + "(in Excel: 'CSV UTF-8')"))
  }
}

extension Text {
  /// Why a file is read in an encoding.
  static let namedEncoding = Text(vi: "exports.yaml khai như vậy", en: "exports.yaml says so")
}

extension Column {
  /// The first label with the id, for messages.
  var shownName: String {
    guard let label = labels.first, label != id else { return "'\(id)'" }
    return "'\(label)' (\(id))"
  }
}

/// Mistakes in `exports.yaml`. Codes TT054x.
extension Diagnostic {
  static func unknownName(
    _ name: String, _ span: Span, _ what: Text, among known: [String]
  ) -> Diagnostic {
    let nearest = NearestName.of(name, among: known)
    let list = known.sorted().prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    return Diagnostic(
      "TT0540", Text(vi: "không có \(what.vi) '\(name)'", en: "there is no \(what.en) '\(name)'"),
      at: Label(span),
      hint: nearest.map {
        Text(vi: "có phải ý bạn là '\($0)'?", en: "did you mean '\($0)'?")
      }
        ?? (known.isEmpty
          ? Text(
            vi: "quy tắc chưa khai báo \(what.vi) nào; kiểm tra các thư mục quy tắc",
            en: "the rules declare none; check the folders of rules")
          : Text(vi: "hiện có: \(list)", en: "there are: \(list)")))
  }

  static func unreadableMap(_ span: Span, _ fault: FileFault) -> Diagnostic {
    Diagnostic(
      "TT0541",
      Text(
        vi: "không đọc được exports.yaml: \(fault.words)",
        en: "exports.yaml cannot be read: \(fault.words)"),
      at: Label(span), hint: readableAgain(fault))
  }
}
