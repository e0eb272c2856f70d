import Diagnostics

extension ColumnType {
  /// What is wrong with a text in `formats` of such a column; `nil` when nothing is. Texts and truths have none.
  package func flaw(ofFormat text: String, at span: Span) -> Diagnostic? {
    switch self {
    case .date, .timestamp:
      do throws(DatePatternFlaw) {
        _ = try DatePattern(text)
        return nil
      } catch {
        return .noDatePattern(text, span, error)
      }
    case .int, .decimal:
      return NumberFormat(example: text) == nil ? .noNumberFormat(text, span) : nil
    case .string, .bool: return nil
    }
  }
}

/// What can be wrong with the formats of a column. Code TT0542.
extension Diagnostic {
  /// A text in `formats` that is no pattern of a date or time.
  fileprivate static func noDatePattern(
    _ format: String, _ span: Span, _ flaw: DatePatternFlaw
  ) -> Diagnostic {
    let nearest = DatePattern.nearest(to: format)
    let letters = Text(
      vi: "dd ngày, MM tháng, yyyy năm, HH giờ, mm phút, ss giây, như dd/MM/yyyy HH:mm:ss",
      en: "dd day, MM month, yyyy year, HH hour, mm minute, ss second: dd/MM/yyyy HH:mm:ss")
    return Diagnostic(
      "TT0542",
      Text(
        vi: "không đọc được ngày theo dạng '\(format)': \(flaw.words.vi)",
        en: "no date can be read by the format '\(format)': \(flaw.words.en)"),
      at: Label(span),
      hint: nearest.map { Text(vi: "viết '\($0)'", en: "write '\($0)'") } ?? letters)
  }

  /// A text in `formats` that is no example of a number.
  fileprivate static func noNumberFormat(_ format: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0542",
      Text(
        vi: "'\(format)' không cho biết số được viết thế nào",
        en: "'\(format)' does not tell how numbers are written"),
      at: Label(span),
      hint: Text(
        vi: "viết một số làm ví dụ, như '1.234,5' hoặc '1234.5'",
        en: "write a number as an example, such as '1.234,5' or '1234.5'"))
  }
}

extension DatePatternFlaw {
  fileprivate var words: Text {
    switch self {
    case .meaningless(let letters):
      Text(vi: "'\(letters)' không có nghĩa", en: "'\(letters)' has no meaning")
    case .misplaced(.minute):
      Text(
        vi: "mm là phút, phải đứng sau giờ; tháng viết MM",
        en: "mm is minutes, which follow the hour; a month is MM")
    case .misplaced(.month):
      Text(
        vi: "MM là tháng, phải đứng cạnh ngày hoặc năm; phút viết mm",
        en: "MM is the month, which stands beside day or year; minutes are mm")
    case .misplaced(let part):
      Text(vi: "\(part.words.vi) đứng sai chỗ", en: "the \(part.words.en) is out of place")
    case .twice(let part):
      Text(vi: "\(part.words.vi) được viết hai lần", en: "the \(part.words.en) is there twice")
    case .lacks(let part):
      Text(vi: "thiếu \(part.words.vi)", en: "the \(part.words.en) is missing")
    case .halfOfDay:
      Text(
        vi: "hh (giờ 1–12) và a (SA, CH) phải đi với nhau; giờ 0–23 viết HH",
        en: "hh (hours 1–12) and a (AM, PM) go together; hours 0–23 are HH")
    }
  }
}

extension DatePattern.Part {
  fileprivate var words: Text {
    switch self {
    case .year: Text(vi: "năm (yyyy)", en: "year (yyyy)")
    case .month: Text(vi: "tháng (MM)", en: "month (MM)")
    case .day: Text(vi: "ngày (dd)", en: "day (dd)")
    case .hour: Text(vi: "giờ (HH)", en: "hour (HH)")
    case .hourOfHalf: Text(vi: "giờ (hh)", en: "hour (hh)")
    case .minute: Text(vi: "phút (mm)", en: "minute (mm)")
    case .second: Text(vi: "giây (ss)", en: "second (ss)")
    }
  }
}
