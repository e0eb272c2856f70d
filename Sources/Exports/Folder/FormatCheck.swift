import Diagnostics
import Tables
import YAMLTree

/// Looks at what `exports.yaml` says about how the cells of a column are written. Code TT0618, and those of the formats
/// of rules.
enum FormatCheck {
  /// What is wrong with the formats of a column.
  static func diagnostics(of formats: [Located<String>], _ column: Column) -> [Diagnostic] {
    guard let first = formats.first else { return [] }
    let flaws = formats.compactMap { column.type.flaw(ofFormat: $0.value, at: $0.span) }
    if !flaws.isEmpty { return flaws }
    switch column.type {
    case .string, .bool: return [.noFormats(column, first.span)]
    case .int, .decimal, .date, .timestamp: break
    }
    var written = column
    written.formats = formats.map(\.value)
    return ColumnFormats.conflict(in: written) ? [.conflictingFormats(column, first.span)] : []
  }
}

extension Diagnostic {
  fileprivate static func noFormats(_ column: Column, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0618",
      Text(
        vi: "cột \(column.shownName) không phải cột ngày hay số nên không có 'formats'",
        en: "the column \(column.shownName) holds no dates or numbers and takes no 'formats'"),
      at: Label(span), hint: Text(vi: "bỏ dòng này", en: "take it away"))
  }

  fileprivate static func conflictingFormats(_ column: Column, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0618",
      Text(
        vi: "'formats' của cột \(column.shownName) cho phép đọc một ô theo hai cách",
        en: "the 'formats' of the column \(column.shownName) let one cell be read in two ways"),
      at: Label(span),
      hint: Text(
        vi: "chỉ để lại cách viết của các tệp này; tệp viết khác thì khai ở mục khác",
        en: "leave the one that these files have; files written otherwise get an item of their own"
      ))
  }
}
