import Calendars
import Diagnostics
import Numbers

/// What goes wrong when an expression is evaluated, in words; on constants, a diagnostic.
extension Text {
  static func emptyCell(_ name: String) -> Text {
    Text(vi: "ô '\(name)' trống", en: "the cell '\(name)' is empty")
  }

  static func emptyList(_ list: String) -> Text {
    Text(vi: "'\(list)' không có bản ghi nào", en: "'\(list)' has no records")
  }

  /// The words for anything that a library function throws.
  static func reason(_ error: any Error) -> Text {
    switch error {
    case let fault as Fault: fault.reason.message
    case ArithmeticFault.overflow:
      Text(vi: "kết quả vượt phạm vi của số", en: "the result is out of range (overflow)")
    case ArithmeticFault.divisionByZero: Text(vi: "chia cho 0", en: "division by zero")
    case let fault as CalendarFault: fault.message
    case is CalendarMissing:
      Text(vi: "chưa khai báo lịch làm việc", en: "no calendar is declared")
    default: Text(verbatim: "\(error)")
    }
  }
}

extension Fault.Reason {
  fileprivate var message: Text {
    switch self {
    case .noSuchOverload(let types):
      Text(
        vi: "không có phép tính cho kiểu \(types.joined(separator: ", "))",
        en: "no such overload: \(types.joined(separator: ", "))")
    case .moduloByZero: Text(vi: "chia lấy dư cho 0", en: "modulus by zero")
    case .outOfRange(let type):
      Text(vi: "giá trị vượt phạm vi của \(type)", en: "the value is out of the range of \(type)")
    case .notConvertible(let text, let type):
      Text(vi: "\"\(text)\" không đổi được thành \(type)", en: "\"\(text)\" is not a \(type)")
    case .notUTF8: Text(vi: "dãy byte không phải UTF-8", en: "the bytes are not UTF-8")
    case .indexOutOfRange(let index):
      Text(vi: "vị trí \(index) nằm ngoài phạm vi", en: "index out of range: \(index)")
    case .noSuchKey: Text(vi: "không có khóa này", en: "no such key")
    case .duplicateKey:
      Text(
        vi: "khóa trùng, hoặc không thể làm khóa", en: "a key comes twice, or cannot be a key")
    case .noSuchName(let name): Text(vi: "không có tên '\(name)'", en: "there is no '\(name)'")
    case .emptyList: Text(vi: "danh sách trống", en: "the list is empty")
    case .notOrdered:
      Text(vi: "NaN không so sánh được với số khác", en: "NaN has no order among numbers")
    case .negativeOffset(let number):
      Text(vi: "cần số không âm, không phải \(number)", en: "negative offset: \(number)")
    case .noValue:
      Text(vi: "giá trị tùy chọn không có gì", en: "the optional has no value (optional.none())")
    case .badFormat(let clause):
      Text(
        vi: "không có mã định dạng '\(clause)'; có: %s %d %f %e %x %X %o %b %%",
        en: "there is no format clause '\(clause)'; there are: %s %d %f %e %x %X %o %b %%")
    case .badArgument(let clause, let type):
      Text(vi: "\(clause) không nhận kiểu \(type)", en: "\(clause) does not take \(type)")
    case .notDate, .notTimestamp, .notDuration, .notClock, .noSuchZone, .badPattern: notation
    }
  }

  private var notation: Text {
    switch self {
    case .notDate(let text):
      Text(vi: "\"\(text)\" không phải là ngày có thật", en: "\"\(text)\" is not a date")
    case .notTimestamp(let text):
      Text(
        vi: "\"\(text)\" không phải là thời điểm", en: "\"\(text)\" is not a moment (form or range)"
      )
    case .notDuration(let text):
      Text(
        vi: "\"\(text)\" không phải là khoảng thời gian, hoặc quá dài",
        en: "\"\(text)\" is not a duration, or out of range")
    case .notClock(let text):
      Text(vi: "\"\(text)\" không phải là giờ", en: "\"\(text)\" is not a clock time")
    case .noSuchZone(let text):
      Text(vi: "không có múi giờ \"\(text)\"", en: "there is no time zone \"\(text)\"")
    case .badPattern(let text):
      Text(
        vi: "\"\(text)\" không phải là mẫu (biểu thức chính quy) hợp lệ",
        en: "\"\(text)\" is not a valid pattern (regular expression)")
    default: Text(verbatim: "\(self)")
    }
  }

  fileprivate var code: String {
    switch self {
    case .notDate, .notTimestamp, .notDuration, .notClock, .noSuchZone: "TT0231"
    case .badPattern: "TT0232"
    default: "TT0230"
    }
  }

  /// The author's own date where there is one, else an example.
  private static func day(in text: String) -> String {
    Day(meantBy: String(text.prefix { !"T ".contains($0) }))?.iso ?? "2025-09-02"
  }

  /// The author's own date and time of day where there are any.
  private static func moment(in text: String) -> String {
    let clock = text.drop { !"T ".contains($0) }.dropFirst().prefix { $0.isNumber || $0 == ":" }
    let time = clock.count == 5 ? clock + ":00" : clock.count == 8 ? String(clock) : "00:00:00"
    return "\(day(in: text))T\(time)"
  }

  fileprivate var hint: Text? {
    switch self {
    case .notDate(let text):
      Text(
        vi: "viết năm-tháng-ngày: date(\"\(Self.day(in: text))\")",
        en: "write year-month-day: date(\"\(Self.day(in: text))\")")
    case .notTimestamp(let text):
      Text(
        vi:
          "viết cả giờ và múi giờ: timestamp(\"\(Self.moment(in: text))+07:00\"); so theo ngày thì dùng date(…)",
        en:
          "write the time and offset too: timestamp(\"\(Self.moment(in: text))+07:00\"); to compare days, use date(…)"
      )
    case .notDuration:
      Text(
        vi: "viết số và đơn vị h, m, s: duration(\"1h30m\")",
        en: "write numbers with h, m, s: duration(\"1h30m\")")
    case .notClock: Text(vi: "viết giờ:phút: \"15:00\"", en: "write hours:minutes: \"15:00\"")
    case .noSuchZone:
      Text(
        vi: "viết tên IANA (\"Asia/Ho_Chi_Minh\") hoặc độ lệch (\"+07:00\")",
        en: "write an IANA name (\"Asia/Ho_Chi_Minh\") or an offset (\"+07:00\")")
    case .badPattern:
      Text(
        vi: "kiểm tra các dấu ( ) [ ] { } * +; không dùng tham chiếu ngược và (?=…)",
        en: "check ( ) [ ] { } * +; back references and (?=…) are not supported")
    default: nil
    }
  }
}

extension Diagnostic {
  /// An evaluation that came to no value; `nil` where it is unknown.
  package static func evaluationFailed(_ error: EvaluationError?) -> Diagnostic {
    let unknown = Text(
      vi: "giá trị phụ thuộc dữ liệu không đọc được", en: "the value depends on unreadable data")
    return Diagnostic("TT0245", error?.message ?? unknown, at: (error?.span).map { Label($0) })
  }

  /// A call of constants that can never have a value.
  static func constantFails(_ error: any Error, _ span: Span) -> Diagnostic {
    let reason = (error as? Fault)?.reason
    return Diagnostic(
      reason?.code ?? "TT0230", .reason(error),
      at: Label(span, reason?.hint == nil ? Text(vi: "luôn luôn lỗi", en: "always fails") : nil),
      hint: reason?.hint)
  }
}
