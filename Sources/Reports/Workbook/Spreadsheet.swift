import CXLSXWriter
import Diagnostics
import Foundation

/// What cannot be written as a workbook.
struct SpreadsheetError: Error {
  /// The library's words.
  let what: String
}

/// An XLSX file that is written row by row: what is written of a sheet is kept on disk.
///
/// Texts are always written as texts, so none becomes a formula or a link. Not to be used after `close`.
final class Spreadsheet {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private(set) var styles: SpreadsheetStyles

  /// A new file at a path.
  /// - Parameter created: what the file says of when it was made, so that the same content gives the same bytes.
  init(path: String, title: String, created: Date, _ language: Language) throws {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let book = workbook_new_opt(path, &options) else {
      throw SpreadsheetError(what: "no workbook")
    }
    self.book = book
    styles = try SpreadsheetStyles(book, language)
    setProperties(title, created)
  }

  private func setProperties(_ title: String, _ created: Date) {
    CellText.safe(title).withCString { title in
      "tuanthu".withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = time_t(created.timeIntervalSince1970)
        workbook_set_properties(book, &properties)
      }
    }
  }

  /// A new sheet, after those that are there.
  func sheet(_ name: String) throws -> SpreadsheetSheet {
    guard let sheet = workbook_add_worksheet(book, CellText.sheetName(name)) else {
      throw SpreadsheetError(what: "no sheet \(name)")
    }
    return SpreadsheetSheet(sheet, styles)
  }

  /// Writes the file.
  func close() throws {
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else {
      throw SpreadsheetError(what: lxw_strerror(error).map { String(cString: $0) } ?? "?")
    }
  }
}
