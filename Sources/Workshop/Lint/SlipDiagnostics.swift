import Diagnostics
import Registry

/// What lint finds that is mostly forgotten or mistyped. Codes TT1021 to TT1023.
extension Diagnostic {
  static func noHours(_ span: Span) -> Diagnostic {
    finding(
      "TT1021",
      Text(
        vi: "lịch chưa có giờ làm việc, nên không tính được thời hạn này",
        en: "the calendar has no working hours, so this cannot be worked out"),
      at: span,
      hint: Text(
        vi: "thêm vào 'calendar': hours: [\"08:00-12:00\", \"13:30-17:30\"]",
        en: "add to 'calendar': hours: [\"08:00-12:00\", \"13:30-17:30\"]"))
  }

  static func nearlyAUnit(_ text: String, _ near: String, _ span: Span) -> Diagnostic {
    finding(
      "TT1022",
      Text(
        vi: "không đơn vị nào đã khai báo có \"\(text)\"", en: "no declared unit has \"\(text)\""),
      at: span,
      hint: Text(vi: "có phải ý bạn là \"\(near)\"?", en: "did you mean \"\(near)\"?"))
  }

  static func nearlyALevel(_ unit: Unit, _ near: String) -> Diagnostic {
    finding(
      "TT1022",
      Text(
        vi: "đơn vị \(unit.code) có 'level' là '\(unit.level)', không quy tắc nào nêu cấp này",
        en: "the unit \(unit.code) is of level '\(unit.level)', which no rule asks for"),
      at: unit.span,
      hint: Text(vi: "có phải ý bạn là '\(near)'?", en: "did you mean '\(near)'?"))
  }

  static func leftBlank(_ span: Span) -> Diagnostic {
    finding(
      "TT1023", Text(vi: "chỗ này chưa điền", en: "this is still to be filled in"), at: span,
      hint: Text(
        vi: "thay \"\(StubTexts.blank)\" bằng nội dung thật, hoặc bỏ khóa này nếu được phép trống",
        en: "put the real text in place of \"\(StubTexts.blank)\", or drop the key if it may be"))
  }
}
