import Diagnostics

/// What can be wrong with cells. Codes TT0565 to TT0574.
extension CellDefect {
  /// The defect for people, in the sheet and file that it was met in.
  package func diagnostic(path: String, sheet: String) -> Diagnostic {
    let (code, severity, what, hint) = words
    let place = Text.sheet(sheet, of: path)
    return Diagnostic(
      code, severity,
      Text(
        vi: "\(place.vi), ô \(cell): \(what.vi)", en: "\(place.en), cell \(cell): \(what.en)"),
      hint: hint)
  }

  private typealias Words = (String, DiagnosticSeverity, Text, Text)

  private var words: Words {
    switch kind {
    case .badReference(let text): badReference(text)
    case .outOfOrder: outOfOrder
    case .repeated: repeated
    case .unknownType(let type): unknownType(type)
    case .unknownStyle(let style): unknownStyle(style)
    case .missingString(let index): missingString(index)
    case .unreadable(let text): unreadable(text)
    case .badSerial(let text): badSerial(text)
    case .leapDay1900: leapDay1900
    case .notCalculated: notCalculated
    }
  }

  private static let saveAgain = Text(
    vi: "mở bằng Excel hoặc LibreOffice, kiểm tra ô này rồi lưu lại",
    en: "open it in Excel or LibreOffice, look at this cell, and save it again")

  private func badReference(_ text: String) -> Words {
    (
      "TT0565", .warning,
      Text(
        vi: "địa chỉ '\(text.brief)' không hợp lệ; ô được xếp ngay sau ô đứng trước",
        en: "the address '\(text.brief)' makes no sense; the cell is put after the one before it"),
      Self.saveAgain
    )
  }

  private var outOfOrder: Words {
    (
      "TT0566", .warning,
      Text(
        vi: "các ô hoặc dòng không theo thứ tự; ô được sắp xếp lại, dòng giữ nguyên",
        en: "cells or rows are out of order; cells were sorted, rows were left"), Self.saveAgain
    )
  }

  private var repeated: Words {
    (
      "TT0567", .warning,
      Text(vi: "ô được ghi hai lần; lấy lần sau", en: "the cell is there twice; the later counts"),
      Self.saveAgain
    )
  }

  private func unknownType(_ type: String) -> Words {
    (
      "TT0568", .error,
      Text(vi: "kiểu ô '\(type.brief)' không có", en: "there is no cell type '\(type.brief)'"),
      Self.saveAgain
    )
  }

  private func unknownStyle(_ style: String) -> Words {
    (
      "TT0569", .warning,
      Text(
        vi: "định dạng ô số \(style.brief) không có; số được đọc như số thường",
        en: "the workbook has no cell style \(style.brief); a number is taken as plain"),
      Self.saveAgain
    )
  }

  private func missingString(_ index: String) -> Words {
    (
      "TT0570", .error,
      Text(
        vi: "chuỗi dùng chung số \(index.brief) không có",
        en: "the workbook has no shared string \(index.brief)"), Self.saveAgain
    )
  }

  private func unreadable(_ text: String) -> Words {
    (
      "TT0571", .error,
      Text(
        vi: "'\(text.brief)' không phải giá trị mà kiểu của ô cần",
        en: "'\(text.brief)' is not what the type of the cell wants"), Self.saveAgain
    )
  }

  private func badSerial(_ text: String) -> Words {
    (
      "TT0572", .warning,
      Text(
        vi: "số \(text.brief) có định dạng ngày nhưng nằm ngoài khoảng ngày của Excel; giữ là số",
        en: "\(text.brief) is formatted as a date, but Excel has no such day; it stays a number"),
      Text(
        vi: "nhập ngày từ 01/01/1900 đến 31/12/9999, hoặc bỏ định dạng ngày của ô",
        en: "enter a date from 1900-01-01 to 9999-12-31, or format the cell as a number")
    )
  }

  private var leapDay1900: Words {
    (
      "TT0573", .warning,
      Text(
        vi: "ngày 29/02/1900 không có thật (Excel tính năm 1900 là năm nhuận)",
        en: "there never was a 29th of February 1900 (Excel counts 1900 as a leap year)"),
      Text(vi: "kiểm tra ngày trong ô này", en: "check the date in this cell")
    )
  }

  private var notCalculated: Words {
    (
      "TT0574", .error,
      Text(
        vi: "công thức chưa có kết quả lưu trong tệp; công thức không được tính lại khi đọc",
        en: "the file holds no result of the formula, and formulas are never calculated here"),
      Text(
        vi: "mở tệp bằng Excel hoặc LibreOffice để công thức được tính, rồi lưu lại",
        en: "open the file in Excel or LibreOffice, which calculates it, and save it")
    )
  }
}

extension String {
  /// The first characters, for a message.
  fileprivate var brief: String { count > 40 ? prefix(40) + "…" : self }
}
