import Diagnostics
import Glibc

/// What can be wrong with whole workbooks. Codes TT0550 to TT0560.
extension WorkbookError {
  /// The error for people: what stands in the way, where, and what to do.
  package var diagnostic: Diagnostic {
    switch reason {
    case .unreadable(let number): unreadable(String(cString: strerror(number)))
    case .notAnArchive: notAWorkbook(Self.noArchive)
    case .notAWorkbook: notAWorkbook(Self.noSheets)
    case .oldWorkbook: oldWorkbook
    case .encrypted: encrypted
    case .binaryWorkbook: binaryWorkbook
    case .damaged(let part, let damage): damaged(part, damage)
    case .unknownCompression(let part, let method): unknownCompression(part, method)
    case .limit(_, let limit): tooMuch(limit)
    case .brokenXML(let part, let words): brokenXML(part, words)
    case .missingPart(let part): missingPart(part)
    }
  }

  /// The file, and the sheet and row up to which it was read.
  private var place: Text {
    guard let sheet else { return Text(vi: "tệp '\(path)'", en: "the file '\(path)'") }
    let place = Text.sheet(sheet, of: path)
    return lastRow > 0
      ? Text(vi: "\(place.vi), sau dòng \(lastRow)", en: "\(place.en), after row \(lastRow)")
      : place
  }

  private func problem(_ code: String, _ vi: String, _ en: String, hint: Text) -> Diagnostic {
    Diagnostic(code, Text(vi: "\(place.vi): \(vi)", en: "\(place.en): \(en)"), hint: hint)
  }

  private func unreadable(_ words: String) -> Diagnostic {
    problem(
      "TT0550", "không đọc được (\(words))", "cannot be read (\(words))",
      hint: Text(
        vi: "kiểm tra đường dẫn, quyền đọc và ổ đĩa, rồi chép lại tệp từ nơi gửi",
        en: "check the path, the permissions and the disk, and copy the file again"))
  }

  private static let noArchive = Text(
    vi: "không phải tệp bảng tính .xlsx hoặc .ods", en: "it is no .xlsx or .ods workbook")
  private static let noSheets = Text(
    vi: "là tệp nén nhưng không chứa bảng tính", en: "it is an archive, but holds no workbook")

  private func notAWorkbook(_ what: Text) -> Diagnostic {
    problem(
      "TT0551", what.vi, what.en,
      hint: Text(
        vi:
          "đổi tên tệp không đổi được định dạng: mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) .xlsx rồi nộp lại",
        en:
          "a new name does not change a format: open the file in Excel or LibreOffice, save it as .xlsx, and hand that in"
      ))
  }

  private var oldWorkbook: Diagnostic {
    problem(
      "TT0552", "là bảng tính Excel 97-2003 (.xls), định dạng cũ không đọc được",
      "it is an Excel 97-2003 workbook (.xls), an old format that is not read",
      hint: Text(
        vi:
          "mở bằng Excel, chọn Lưu thành 'Excel Workbook (*.xlsx)'; hoặc chạy: soffice --headless --convert-to xlsx TỆP",
        en:
          "open it in Excel and save it as 'Excel Workbook (*.xlsx)', or run: soffice --headless --convert-to xlsx FILE"
      ))
  }

  private var encrypted: Diagnostic {
    problem(
      "TT0553", "bảng tính được bảo vệ bằng mật khẩu", "the workbook is locked with a password",
      hint: Text(
        vi:
          "mở bằng Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu, lưu rồi nộp lại",
        en:
          "open it in Excel, clear the password under File > Info > Protect Workbook > Encrypt with Password, save it and hand it in again"
      ))
  }

  private var binaryWorkbook: Diagnostic {
    problem(
      "TT0554", "là bảng tính nhị phân (.xlsb), không đọc được",
      "it is a binary workbook (.xlsb), which is not read",
      hint: Text(
        vi: "mở bằng Excel, chọn Lưu thành 'Excel Workbook (*.xlsx)' rồi nộp lại",
        en: "open it in Excel, save it as 'Excel Workbook (*.xlsx)', and hand that in"))
  }

  private func damaged(_ part: String, _ damage: ArchiveDamage) -> Diagnostic {
    let what = damage.words
    return problem(
      "TT0555", "bị hỏng: phần '\(part)' \(what.vi)",
      "damaged: the part '\(part)' \(what.en)",
      hint: Text(
        vi: "tải hoặc chép lại tệp từ nơi gửi; nếu vẫn hỏng, mở bằng Excel để sửa rồi lưu lại",
        en: "fetch the file again; if it stays so, let Excel open and repair it, and save it"))
  }

  private func unknownCompression(_ part: String, _ method: Int) -> Diagnostic {
    problem(
      "TT0556", "phần '\(part)' được nén theo cách \(method), không đọc được",
      "the part '\(part)' is compressed by method \(method), which is not read",
      hint: Text(
        vi: "mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx",
        en: "open it in Excel or LibreOffice and save it again as .xlsx"))
  }

  private func tooMuch(_ limit: WorkbookLimit) -> Diagnostic {
    let what = limit.words
    return problem(
      "TT0557", "\(what.vi) vượt giới hạn \(limit.most)",
      "\(what.en): more than the limit of \(limit.most)",
      hint: Text(
        vi:
          "nếu tệp đúng là lớn như vậy, hãy chia thành nhiều tệp hoặc kết xuất CSV; nếu không, đừng mở tệp này",
        en:
          "if the file really is that large, split it or export CSV; if not, do not trust it"))
  }

  private func brokenXML(_ part: String, _ words: String) -> Diagnostic {
    problem(
      "TT0558", "phần '\(part)' không phải XML hợp lệ (\(words))",
      "the part '\(part)' is not well-formed XML (\(words))",
      hint: Text(
        vi: "mở bằng Excel để sửa rồi lưu lại, hoặc kết xuất lại từ hệ thống nguồn",
        en: "let Excel open and repair it, and save it; or export it again from its source"))
  }

  private func missingPart(_ part: String) -> Diagnostic {
    problem(
      "TT0559", "thiếu phần '\(part)'", "the part '\(part)' is missing",
      hint: Text(
        vi: "tải hoặc chép lại tệp từ nơi gửi, hoặc kết xuất lại từ hệ thống nguồn",
        en: "fetch the file again, or export it again from its source"))
  }
}

extension Workbook {
  /// A warning, where the file could be read though its list of parts is broken.
  /// - Parameter path: the one that people know the file by.
  package func repairDiagnostic(shownAs path: String) -> Diagnostic? {
    guard isRepaired else { return nil }
    return Diagnostic(
      "TT0560", .warning,
      Text(
        vi: "tệp '\(path)': danh mục ở cuối tệp bị thiếu hoặc hỏng; các phần tìm thấy vẫn được đọc",
        en: "the file '\(path)': its list of parts is missing or broken; what was found is read"),
      hint: Text(
        vi: "tệp có thể đã bị cắt ngắn khi tải: tải lại và so số dòng",
        en: "the file may have been cut off on its way: fetch it again and compare the rows"))
  }
}

extension Text {
  /// A sheet of a file, as messages begin with it.
  package static func sheet(_ name: String, of path: String) -> Text {
    Text(vi: "tệp '\(path)', trang tính '\(name)'", en: "the file '\(path)', sheet '\(name)'")
  }
}

extension ArchiveDamage {
  fileprivate var words: Text {
    switch self {
    case .endsEarly: Text(vi: "bị cắt ngắn", en: "ends early")
    case .badCompression: Text(vi: "không giải nén được", en: "cannot be unpacked")
    case .badChecksum: Text(vi: "sai mã kiểm tra (CRC-32)", en: "fails its checksum (CRC-32)")
    case .badSize: Text(vi: "sai kích thước đã khai", en: "is not as long as it says")
    }
  }
}

extension WorkbookLimit {
  fileprivate var words: Text {
    switch self {
    case .entries: Text(vi: "số tệp trong tệp nén", en: "files in the archive")
    case .directoryBytes: Text(vi: "danh mục tệp nén (byte)", en: "bytes of the archive's list")
    case .inflatedBytes: Text(vi: "dung lượng giải nén (byte)", en: "bytes unpacked")
    case .ratio: Text(vi: "tỷ lệ nén", en: "bytes unpacked for each packed byte")
    case .depth: Text(vi: "số cấp phần tử XML lồng nhau", en: "elements inside each other")
    case .entities: Text(vi: "độ giãn của thực thể XML", en: "growth of XML entities")
    case .sharedStrings: Text(vi: "số chuỗi dùng chung", en: "shared strings")
    case .cellBytes: Text(vi: "độ dài nội dung một ô (byte)", en: "bytes of one cell's text")
    case .sheets: Text(vi: "số trang tính", en: "sheets")
    case .styles: Text(vi: "số định dạng ô", en: "cell styles")
    case .repeatedCells: Text(vi: "số ô lặp lại", en: "repeated cells")
    case .ranges: Text(vi: "số vùng gộp ô và cột ẩn", en: "merged ranges and hidden columns")
    case .dumpedCells:
      Text(vi: "số ô phải ghi ra của một trang tính", en: "cells to write of a sheet")
    }
  }
}
