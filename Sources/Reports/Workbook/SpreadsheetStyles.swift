import CXLSXWriter
import Diagnostics

/// The formats of cells of a workbook.
struct SpreadsheetStyles {
  typealias Style = UnsafeMutablePointer<lxw_format>

  let title: Style
  let head: Style
  let text: Style
  /// A text on one line, over empty cells beside it.
  let line: Style
  let count: Style
  let number: Style
  let share: Style
  let day: Style
  let time: Style
  /// Colours of verdicts, which also differ in weight: they read in grey and for colour-blind eyes.
  let violated: Style
  let undetermined: Style
  let met: Style

  init(_ book: UnsafeMutablePointer<lxw_workbook>, _ language: Language) throws {
    let isVietnamese = language == .vi
    func style(_ format: String? = nil, _ change: (Style) -> Void = { _ in }) throws -> Style {
      guard let style = workbook_add_format(book) else { throw SpreadsheetError(what: "no format") }
      format_set_align(style, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if let format { format_set_num_format(style, format) }
      change(style)
      return style
    }
    func colours(_ ink: UInt32, _ paper: UInt32, isBold: Bool = false) throws -> Style {
      try style {
        format_set_font_color($0, ink)
        format_set_bg_color($0, paper)
        if isBold { format_set_bold($0) }
      }
    }
    title = try style {
      format_set_bold($0)
      format_set_font_size($0, 14)
    }
    head = try style {
      format_set_bold($0)
      format_set_text_wrap($0)
      format_set_bg_color($0, 0xE7E6E6)
      format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
    }
    text = try style { format_set_text_wrap($0) }
    line = try style()
    count = try style("#,##0")
    number = try style("#,##0.##")
    share = try style("0.00%")
    day = try style(isVietnamese ? "dd/mm/yyyy" : "yyyy-mm-dd")
    time = try style(isVietnamese ? "dd/mm/yyyy hh:mm" : "yyyy-mm-dd hh:mm")
    violated = try colours(0x9C0006, 0xFFC7CE, isBold: true)
    undetermined = try colours(0x7F6000, 0xFFEB9C)
    met = try colours(0x1E4620, 0xE2EFDA)
  }
}
