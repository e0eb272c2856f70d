import Calendars
import Diagnostics
import YAMLTree

/// What can be wrong with the working calendar of rule files. Codes TT033x and TT034x.
extension Diagnostic {
  static func noCalendar(_ obligations: Span) -> Diagnostic {
    Diagnostic(
      "TT0330",
      Text(
        vi: "không tệp nào khai báo lịch làm việc ('calendar')",
        en: "no file declares the working calendar ('calendar')"),
      at: Label(obligations, Text(vi: "các yêu cầu này cần lịch", en: "these obligations need it")),
      hint: Text(
        vi: "thêm 'calendar' với zone, rest-days, covers và holidays vào một tệp quy tắc",
        en: "add 'calendar' with zone, rest-days, covers and holidays to one rule file"))
  }

  static func secondCalendar(_ span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      "TT0331",
      Text(
        vi: "có hai lịch làm việc, không biết tính theo lịch nào",
        en: "there are two working calendars; it is not clear which counts"),
      at: Label(span, .again), further: [Label(first, .first)],
      hint: Text(vi: "giữ một, gộp ngày nghỉ của cả hai", en: "keep one, with the holidays of both")
    )
  }

  static func unknownZone(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0332",
      Text(vi: "không có múi giờ '\(name.value)'", en: "there is no time zone '\(name.value)'"),
      at: Label(name.span),
      hint: .nearest(name.value, among: ["Asia/Ho_Chi_Minh"])
        ?? Text(
          vi: "viết tên IANA như Asia/Ho_Chi_Minh, hoặc '+07:00'",
          en: "write an IANA name such as Asia/Ho_Chi_Minh, or '+07:00'"))
  }

  static func badHours(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0333",
      Text(
        vi: "'\(text.value)' không phải một khoảng giờ làm việc",
        en: "'\(text.value)' is no stretch of working hours"),
      at: Label(text.span),
      hint: Text(
        vi: "viết giờ đầu rồi giờ cuối trong cùng ngày: \"08:00-12:00\"",
        en: "write when work begins and stops on the same day: \"08:00-12:00\""))
  }

  static func hoursOverlap(_ span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      "TT0334",
      Text(vi: "hai khoảng giờ làm việc chồng lên nhau", en: "two stretches of hours overlap"),
      at: Label(span), further: [Label(first)],
      hint: Text(vi: "sửa để chúng rời nhau", en: "correct them so that they are apart"))
  }

  static func badCovers(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0335",
      Text(
        vi: "'covers' phải là những năm đã biết đủ ngày nghỉ lễ",
        en: "'covers' must be the years whose holidays are known"),
      at: Label(text.span),
      hint: Text(
        vi: "viết năm đầu, gạch nối, năm cuối: 2022-2026; hoặc một năm: 2025",
        en: "write the first year, a hyphen and the last: 2022-2026; or one year: 2025"))
  }

  static func dayNotCovered(
    _ day: Day, _ span: Span, _ covered: Located<ClosedRange<Int>>
  ) -> Diagnostic {
    Diagnostic(
      "TT0336",
      Text(
        vi: "ngày \(day.shown(in: .vi)) nằm ngoài các năm mà lịch bao gồm",
        en: "\(day.iso) is outside the years that the calendar covers"),
      at: Label(span), further: [Label(covered.span, Text(vi: "lịch bao gồm", en: "covered"))],
      hint: Text(
        vi: "sửa ngày; hoặc mở rộng 'covers' khi đã ghi đủ ngày nghỉ lễ của năm đó",
        en: "correct the date, or widen 'covers' once all holidays of that year are entered"))
  }

  static func dayTwice(_ day: Day, _ span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      "TT0337",
      Text(
        vi: "ngày \(day.shown(in: .vi)) được ghi hai lần", en: "\(day.iso) is entered twice"),
      at: Label(span, .again), further: [Label(first, .first)],
      hint: Text(vi: "giữ một dòng, có nguồn đúng", en: "keep the line with the right source"))
  }

  static func dateAndRange(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0338",
      Text(vi: "ghi cả 'date' và 'from', 'until'", en: "both 'date' and 'from', 'until' are given"),
      at: Label(span),
      hint: Text(
        vi: "một ngày thì dùng 'date'; nhiều ngày liền nhau thì dùng 'from' và 'until'",
        en: "use 'date' for one day; 'from' and 'until' for several in a row"))
  }

  static func longHoliday(_ from: Day, _ until: Day, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0339",
      Text(
        vi: "đợt nghỉ từ \(from.shown(in: .vi)) đến \(until.shown(in: .vi)) dài hơn một năm",
        en: "the days off from \(from.iso) to \(until.iso) are more than a year"),
      at: Label(span),
      hint: Text(vi: "kiểm tra năm của hai ngày", en: "check the years of the two dates"))
  }

  static func holidayOfWeeks(_ name: Text, _ count: Int, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0347", .warning,
      Text(
        vi: "đợt nghỉ '\(name.vi)' dài \(count) ngày", en: "'\(name.en)' is \(count) days off"),
      at: Label(span),
      hint: Text(
        vi: "kiểm tra ngày và tháng của 'from' và 'until'",
        en: "check the day and month of 'from' and 'until'"))
  }

  static func workedHoliday(_ day: Day, _ span: Span, holiday: Span) -> Diagnostic {
    Diagnostic(
      "TT0340",
      Text(
        vi: "ngày \(day.shown(in: .vi)) vừa là ngày nghỉ lễ vừa là ngày làm bù",
        en: "\(day.iso) is both a holiday and a worked day"),
      at: Label(span, Text(vi: "làm bù", en: "worked")),
      further: [Label(holiday, Text(vi: "nghỉ lễ", en: "holiday"))],
      hint: Text(vi: "bỏ một trong hai dòng", en: "drop one of the two lines"))
  }

  static func workedAnyway(_ day: Day, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0341",
      Text(
        vi: "ngày làm bù \(day.shown(in: .vi)) vốn là ngày làm việc",
        en: "\(day.iso) is a working day anyway"),
      at: Label(span),
      hint: Text(
        vi: "ngày làm bù phải rơi vào ngày nghỉ hằng tuần ('rest-days'); kiểm tra lại ngày",
        en: "a worked day falls on one of the 'rest-days'; check the date"))
  }

  static func notOff(_ day: Located<Day>) -> Diagnostic {
    Diagnostic(
      "TT0342",
      Text(
        vi: "làm bù cho ngày \(day.value.shown(in: .vi)), nhưng ngày đó không có trong 'holidays'",
        en: "it makes up for \(day.value.iso), which is not among the 'holidays'"),
      at: Label(day.span),
      hint: Text(
        vi: "thêm ngày được nghỉ hoán đổi vào 'holidays', hoặc sửa 'for'",
        en: "add the day off to 'holidays', or correct 'for'"))
  }

  static func yearsWithoutHolidays(_ years: [Int], _ covers: Span) -> Diagnostic {
    let isRun = years.count > 2 && years[years.count - 1] - years[0] == years.count - 1
    let list =
      isRun
      ? "\(years[0])–\(years[years.count - 1])" : years.map(String.init).joined(separator: ", ")
    return Diagnostic(
      "TT0343", .warning,
      Text(
        vi: "lịch bao gồm năm \(list) nhưng chưa ghi ngày nghỉ lễ nào của năm ấy",
        en: "the calendar covers \(list) but has no holiday then"),
      at: Label(covers),
      hint: Text(
        vi:
          "ghi ngày nghỉ lễ của năm \(list), hoặc thu hẹp 'covers'; nếu không, thời hạn sẽ tính thiếu ngày nghỉ",
        en: "enter the holidays of \(list) or narrow 'covers'; else deadlines ignore them"))
  }
}
