import Diagnostics

extension CalendarFault {
  /// What is wrong, and what to do.
  package var message: Text {
    switch self {
    case .yearNotCovered(let year):
      Text(
        vi: "Lịch làm việc chưa có ngày nghỉ lễ của năm \(year). "
          + "Bổ sung các ngày đó vào `holidays` và mở rộng `covers` của `calendar`.",
        en: "The working calendar does not know the holidays of \(year). "
          + "Add them to `holidays` and widen `covers` of the `calendar`.")
    case .noWorkingHours:
      Text(
        vi: "Lịch làm việc chưa khai báo giờ làm việc nên không tính được giờ làm việc. "
          + "Thêm vào `calendar`, chẳng hạn: hours: [\"08:00-12:00\", \"13:30-17:30\"].",
        en: "The working calendar names no working hours, so working hours cannot be counted. "
          + "Add to the `calendar`, for example: hours: [\"08:00-12:00\", \"13:30-17:30\"].")
    }
  }
}

extension Period {
  /// What reports call it: `tháng 9/2025`, `quý III/2025`, `6 tháng đầu năm 2025`, `năm 2025`, `mốc
  /// 15/12/2023`, `đợt 13/10/2023 – 12/12/2023`.
  package var title: Text {
    let (year, month, _) = last.components
    let ordinal = kind.map { (month - 1) / $0.months } ?? 0
    return switch kind {
    case .month: Text(vi: "tháng \(month)/\(year)", en: "\(Period.months[ordinal]) \(year)")
    case .quarter: Text(vi: "quý \(Period.romans[ordinal])/\(year)", en: "Q\(ordinal + 1) \(year)")
    case .halfYear where ordinal == 0:
      Text(vi: "6 tháng đầu năm \(year)", en: "the first half of \(year)")
    case .halfYear: Text(vi: "6 tháng cuối năm \(year)", en: "the second half of \(year)")
    case .year: Text(vi: "năm \(year)", en: "\(year)")
    case nil where name == last.iso:
      Text(vi: "mốc \(last.shown(in: .vi))", en: "the milestone of \(last.iso)")
    case nil:
      Text(
        vi: "đợt \(first.shown(in: .vi)) – \(last.shown(in: .vi))",
        en: "the campaign of \(first.iso) to \(last.iso)")
    }
  }

  private static let romans = ["I", "II", "III", "IV"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
