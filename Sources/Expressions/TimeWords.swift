/// Lengths of time as people write them behind a number, and the functions that make them.
enum TimeWords {
  /// By words in lower case.
  static let functions = [
    "ngày làm việc": "workingDays", "giờ làm việc": "workingHours", "ngày": "days",
    "tháng": "months",
  ]
}
