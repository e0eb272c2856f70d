import Databases
import Diagnostics
import JSONRecords

/// What can be wrong with JSON. Codes TT0590 to TT0598.
extension Diagnostic {
  /// - Parameter column: the character of the line that the fault is at.
  static func brokenJSON(_ path: String, _ fault: JSONFault, column: Int) -> Diagnostic {
    let what = words(fault.kind)
    return Diagnostic(
      fault.isLimit ? "TT0597" : "TT0590",
      Text(
        vi: "không đọc được tệp JSON '\(path)': dòng \(fault.line), cột \(column): \(what.vi)",
        en: "the JSON of '\(path)' cannot be read: line \(fault.line), column \(column): \(what.en)"
      ),
      hint: fault.isLimit ? otherShape : exportAgain)
  }

  static func brokenLine(_ path: String, _ fault: JSONFault, column: Int) -> Diagnostic {
    let what = words(fault.kind)
    return Diagnostic(
      "TT0592",
      Text(
        vi: "tệp '\(path)', dòng \(fault.line), cột \(column): \(what.vi); "
          + "bản ghi ở dòng này coi như không đọc được",
        en: "the file '\(path)', line \(fault.line), column \(column): \(what.en); "
          + "the record of this line counts as unreadable"),
      hint: Text(
        vi: "mỗi dòng phải là một đối tượng JSON trọn vẹn; các dòng khác vẫn được đọc",
        en: "each line has to be one whole JSON object; all other lines were read"))
  }

  private static let exportAgain = Text(
    vi: "kết xuất lại từ hệ thống nguồn; không bản ghi nào của tệp được dùng",
    en: "export it again from the source system; no record of the file is used")

  private static let otherShape = Text(
    vi: "kết xuất bảng phẳng: mỗi bản ghi một đối tượng, mỗi cột một khóa",
    en: "export a flat table: an object for each record, a key for each column")

  private static func words(_ kind: JSONFault.Kind) -> Text {
    switch kind {
    case .end: Text(vi: "tệp hết giữa chừng", en: "the file ends in the middle of it")
    case .endOfLine: Text(vi: "dòng hết giữa chừng", en: "the line ends in the middle of it")
    case .unexpected(let byte): unexpected(byte)
    case .word:
      Text(vi: "chỉ có true, false, null", en: "there is only true, false, null")
    case .number:
      Text(vi: "số viết không đúng cách của JSON", en: "a number that JSON does not write so")
    case .controlCharacter:
      Text(
        vi: "ký tự điều khiển trong chuỗi phải viết là \\n, \\t hoặc \\u0000",
        en: "a control character in a string has to be written \\n, \\t or \\u0000")
    case .escape:
      Text(
        vi: "dấu \\ đứng trước ký tự không hợp lệ",
        en: "a \\ before something that it does not go with")
    case .behind: Text(vi: "còn chữ sau giá trị", en: "something stands behind the value")
    case .noObject:
      Text(vi: "cần một đối tượng { … }", en: "an object { … } was wanted")
    case .tooDeep:
      Text(
        vi: "lồng quá \(JSONLimits.depth) cấp", en: "nested more than \(JSONLimits.depth) deep")
    case .tooLong:
      Text(
        vi: "một bản ghi dài quá \(JSONLimits.recordSize >> 20) MB",
        en: "a record of more than \(JSONLimits.recordSize >> 20) MB")
    case .tooManyKeys:
      Text(
        vi: "quá \(JSONLimits.keys) khóa khác nhau", en: "more than \(JSONLimits.keys) keys")
    }
  }

  private static func unexpected(_ byte: UInt8) -> Text {
    guard byte > 0x20, byte < 0x7F else {
      return Text(vi: "ký tự không hợp lệ", en: "a character that cannot stand here")
    }
    let shown = "'\(Unicode.Scalar(byte))'"
    return Text(
      vi: "không thể có \(shown) ở đây", en: "\(shown) cannot stand here")
  }

  static func noArray(_ path: String, asked: String?) -> Diagnostic {
    let which = asked.map { Text(vi: " ở '\($0)'", en: " at '\($0)'") } ?? Text(vi: "", en: "")
    return Diagnostic(
      "TT0591",
      Text(
        vi: "tệp '\(path)' không có mảng các đối tượng\(which.vi)",
        en: "the file '\(path)' has no array of objects\(which.en)"),
      hint: Text(
        vi: "kết xuất thành [ { … }, { … } ], hoặc mỗi dòng một đối tượng (.jsonl)",
        en: "export it as [ { … }, { … } ], or as an object a line (.jsonl)"))
  }

  static func severalArrays(_ path: String, _ arrays: [String]) -> Diagnostic {
    let list = arrays.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      "TT0591",
      Text(
        vi: "tệp '\(path)' có nhiều mảng các đối tượng: \(list)",
        en: "the file '\(path)' has several arrays of objects: \(list)"),
      hint: Text(
        vi: "khai mảng cần đọc trong exports.yaml: table: \(arrays.first ?? "")",
        en: "say in exports.yaml which one is meant: table: \(arrays.first ?? "")"))
  }

  static func noKeys(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0596",
      Text(
        vi: "tệp '\(path)' không có bản ghi nào nên không rõ là bảng số liệu nào",
        en: "the file '\(path)' holds no record, so nobody can tell what dataset it is"),
      hint: Text(
        vi: "nếu kỳ này không phát sinh, khai 'dataset' cho tệp trong exports.yaml",
        en: "if nothing arose, give 'dataset' for the file in exports.yaml"))
  }

  static func arrayRead(_ path: String, _ array: String) -> Diagnostic {
    Diagnostic(
      "TT0598", .note,
      Text(
        vi: "các bản ghi của tệp '\(path)' được đọc từ mảng '\(array)'",
        en: "the records of '\(path)' are read from the array '\(array)'"),
      hint: Text(
        vi: "nếu không phải mảng này, khai table: … trong exports.yaml",
        en: "if it is another one, give table: … in exports.yaml"))
  }
}

/// What can be wrong with cells of JSON and of databases. Codes TT0593 to TT0595, TT0602.
extension Diagnostic {
  static func unreadableCell(_ cause: UnreadableCell, _ cell: CellPlace) -> Diagnostic {
    switch cause {
    case .sheetError: errorCell(cell)
    case .duplicateKey:
      unreadable(
        "TT0593", cell, vi: "đối tượng JSON có nhiều lần khóa của cột \(cell.name)",
        en: "the JSON object has the key of the column \(cell.name) more than once",
        hint: Text(
          vi: "không rõ giá trị nào đúng; sửa chương trình kết xuất để mỗi khóa chỉ có một lần",
          en: "nobody can say which value counts; let the export write each key once"))
    case .list:
      unreadable(
        "TT0594", cell, vi: "cột \(cell.name) là một danh sách [ … ]",
        en: "the column \(cell.name) holds a list [ … ]",
        hint: Text(
          vi: "kết xuất mỗi phần tử thành một bản ghi của bảng con, hoặc thành một giá trị",
          en: "export its items as records of a child dataset, or as one value"))
    case .brokenText:
      unreadable(
        "TT0595", cell, vi: "chuỗi ở cột \(cell.name) có nửa ký tự (\\uD800 đến \\uDFFF đứng lẻ)",
        en: "the text in the column \(cell.name) has half a character (a lone \\uD800 to \\uDFFF)",
        hint: Text(
          vi: "chuỗi đã bị cắt hoặc mã hóa sai; sửa chương trình kết xuất",
          en: "the text was cut or encoded wrongly; mend the export"))
    case .noNumber:
      unreadable(
        "TT0595", cell, vi: "cột \(cell.name) ghi NaN hoặc Infinity, không phải là số",
        en: "the column \(cell.name) holds NaN or Infinity, which is no number",
        hint: Text(
          vi: "ghi null nếu không có giá trị", en: "write null where there is no value"))
    case .noSingleValue:
      unreadable(
        "TT0602", cell,
        vi: "cột \(cell.name) chứa dữ liệu nhị phân hoặc kiểu không phải một giá trị",
        en: "the column \(cell.name) holds binary data, or a type that is no single value",
        hint: Text(
          vi: "chuyển thành chữ, số hoặc ngày bằng 'query' trong exports.yaml",
          en: "make a text, number or date of it with 'query' in exports.yaml"))
    }
  }

  private static func unreadable(
    _ code: String, _ cell: CellPlace, vi: String, en: String, hint: Text
  ) -> Diagnostic {
    Diagnostic(
      code, .warning,
      Text(vi: vi + "; ô coi như không đọc được", en: en + "; the cell is unreadable"),
      at: Label(cell.span), hint: hint)
  }
}

/// What can be wrong with databases. Codes TT0599 to TT0608.
extension Diagnostic {
  /// - Parameter name: the file, or what the server is called among files.
  static func database(_ name: String, _ error: SQLError) -> Diagnostic {
    switch error.cause {
    case .damaged:
      said(
        "TT0599", name, error, vi: "hỏng hoặc không phải cơ sở dữ liệu SQLite",
        en: "is damaged, or no SQLite database",
        hint: Text(
          vi: "tạo lại bằng lệnh VACUUM INTO từ cơ sở dữ liệu gốc rồi nộp tệp mới",
          en: "make it again with VACUUM INTO from the original, and hand in the new file"))
    case .locked, .unfinished: unsettled(name, error)
    case .refused:
      said(
        "TT0601", name, error, vi: "không trả lời được", en: "would not answer",
        hint: Text(
          vi: "sửa 'table' hoặc 'query' trong exports.yaml (chỉ một lệnh SELECT)",
          en: "mend 'table' or 'query' in exports.yaml (one SELECT alone)"))
    case .unreachable:
      said(
        "TT0603", name, error, vi: "không kết nối được", en: "cannot be reached",
        hint: Text(
          vi: "kiểm tra máy chủ, tệp dịch vụ (pg_service.conf), các biến PGHOST …, và quyền đọc",
          en: "check the server, the service file (pg_service.conf), PGHOST …, and permissions"))
    case .interrupted:
      said(
        "TT0606", name, error, vi: "dừng giữa chừng nên không bản ghi nào được dùng",
        en: "stopped before the end, so no record of it is used",
        hint: Text(
          vi: "sửa dữ liệu hoặc câu truy vấn gây lỗi rồi chạy lại",
          en: "mend the data or the query that fails, and run again"))
    case .tooMuch:
      said(
        "TT0606", name, error, vi: "mất quá nhiều công đọc nên bị dừng",
        en: "took too much work to read and was stopped",
        hint: Text(
          vi: "nộp một bảng thay cho khung nhìn (view) phải tính toán",
          en: "hand in a table in place of a view that has to be computed"))
    }
  }

  private static func unsettled(_ name: String, _ error: SQLError) -> Diagnostic {
    let hint = Text(
      vi: "đóng chương trình đang dùng, hoặc chép ra bằng lệnh VACUUM INTO, rồi nộp bản chép",
      en: "close the program that uses it, or copy it with VACUUM INTO, and hand in the copy")
    guard case .unfinished(let ending) = error.cause else {
      return said(
        "TT0600", name, error, vi: "đang bị chương trình khác khóa",
        en: "is locked by another program", hint: hint)
    }
    return Diagnostic(
      "TT0600",
      Text(
        vi: "'\(name)' còn thay đổi chưa ghi xong, nằm trong tệp '…\(ending)' bên cạnh",
        en: "'\(name)' has changes that are not in it yet, but in the file '…\(ending)' beside it"),
      hint: hint)
  }

  private static func said(
    _ code: String, _ name: String, _ error: SQLError, vi: String, en: String, hint: Text
  ) -> Diagnostic {
    Diagnostic(
      code,
      Text(vi: "'\(name)' \(vi): \(error.words)", en: "'\(name)' \(en): \(error.words)"),
      hint: hint)
  }

  static func ignoredTable(_ file: String, _ table: String) -> Diagnostic {
    Diagnostic(
      "TT0608", .note,
      Text(
        vi: "tệp '\(file)': bảng '\(table)' không có cột của bảng số liệu nào nên không được đọc",
        en: "the file '\(file)': the table '\(table)' has the columns of no dataset and is not read"
      ),
      hint: Text(
        vi: "nếu là số liệu, khai 'table' (hoặc 'query') và 'columns' trong exports.yaml",
        en: "if it holds data, give 'table' (or 'query') and 'columns' in exports.yaml"))
  }
}

/// Mistakes in entries of databases. Codes TT0604, TT0605.
extension Diagnostic {
  static func secretInMap(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0604",
      Text(
        vi: "exports.yaml không được ghi mật khẩu hay địa chỉ kết nối (đã che)",
        en: "exports.yaml must not hold a password or a connection string (struck out here)"),
      at: Label(span),
      hint: Text(
        vi: "đổi mật khẩu đã lộ; để nó trong ~/.pgpass, PGPASSWORD hoặc tệp dịch vụ, và chỉ khai "
          + "postgres: { service: TÊN }",
        en: "change the password, keep it in ~/.pgpass, PGPASSWORD or the service file, and write "
          + "postgres: { service: NAME }"))
  }

  static func notOfServers(_ key: String, _ span: Span) -> Diagnostic {
    entry(
      span, vi: "'\(key)' không đi cùng 'postgres'", en: "'\(key)' does not go with 'postgres'",
      hint: Text(
        vi: "mỗi mục là tệp ('path') hoặc máy chủ ('postgres')",
        en: "an entry is about files ('path') or a server ('postgres')"))
  }

  static func notOfFile(_ key: String, _ path: String, _ span: Span) -> Diagnostic {
    entry(
      span, vi: "'\(key)' không dùng được cho tệp '\(path)'",
      en: "'\(key)' says nothing about a file like '\(path)'",
      hint: Text(
        vi:
          "'query' dành cho cơ sở dữ liệu, 'table' cho cơ sở dữ liệu và JSON; trang tính thì dùng 'sheet'",
        en: "'query' is for databases, 'table' for databases and JSON; of a workbook give 'sheet'"))
  }

  static func tableOrQuery(_ span: Span) -> Diagnostic {
    entry(
      span, vi: "mục 'postgres' cần 'table' hoặc 'query', một trong hai",
      en: "an entry of 'postgres' needs 'table' or 'query', one of the two",
      hint: Text(
        vi: "ví dụ table: public.ho_so, hoặc query: SELECT … FROM …",
        en: "for example table: public.dossiers, or query: SELECT … FROM …"))
  }

  static func noServiceName(_ span: Span) -> Diagnostic {
    entry(
      span, vi: "'service' là tên trong tệp pg_service.conf: chữ, số, '-', '_', '.'",
      en: "'service' is a name in pg_service.conf: letters, digits, '-', '_', '.'",
      hint: Text(
        vi: "khai máy chủ trong pg_service.conf rồi ghi tên của mục đó",
        en: "describe the server in pg_service.conf, and write the name of that section"))
  }

  private static func entry(_ span: Span, vi: String, en: String, hint: Text) -> Diagnostic {
    Diagnostic("TT0605", Text(vi: vi, en: en), at: Label(span), hint: hint)
  }
}

extension JSONFault {
  /// Whether it is about how much is read.
  fileprivate var isLimit: Bool { [.tooDeep, .tooLong, .tooManyKeys].contains(kind) }
}
