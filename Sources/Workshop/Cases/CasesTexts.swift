import Assessment
import Diagnostics
import Evaluation

/// What a test run says, in both languages.
extension Text {
  static func totals(_ count: Int, failing: Int) -> Text {
    Text(
      vi: "Trường hợp kiểm thử: \(count) · đúng: \(count - failing) · sai: \(failing)",
      en: "Cases: \(count) · passed: \(count - failing) · failed: \(failing)")
  }

  static func coverageTotals(_ complete: Int, of count: Int) -> Text {
    Text(
      vi: "Độ bao phủ: \(complete)/\(count) yêu cầu có trường hợp cho đủ các kết quả và các nhánh",
      en: "Coverage: \(complete) of \(count) obligations have cases for all outcomes and branches")
  }

  static let howToSeeCoverage = Text(
    vi: "Xem phần còn thiếu: thêm --coverage", en: "To see what is missing: add --coverage")

  static let coverage = Text(vi: "ĐỘ BAO PHỦ", en: "COVERAGE")
  static let obligationColumn = Text(vi: "Yêu cầu", en: "Obligation")
  static let branchColumn = Text(vi: "nhánh", en: "branches")

  static func mismatch(_ key: String, wanted: String, actual: String) -> Text {
    Text(
      vi: "\(key): mong đợi \(wanted), kết quả \(actual)",
      en: "\(key): wanted \(wanted), came out \(actual)")
  }

  static func ruleFault(_ message: Text) -> Text {
    Text(vi: "quy tắc lỗi: \(message.vi)", en: "the rule fails: \(message.en)")
  }

  static func moreRecords(_ count: Int) -> Text {
    Text(vi: "… và \(count) bản ghi khác", en: "… and \(count) more records")
  }

  static func missingOutcome(_ outcome: Verdict.Outcome) -> Text {
    Text(
      vi: "chưa có trường hợp nào cho kết quả '\(outcome.rawValue)'",
      en: "no case comes to '\(outcome.rawValue)'")
  }

  static func missingBranch(_ branch: Branch) -> Text {
    let values = branch.missing.map { "\($0)" }.joined(separator: ", ")
    return Text(
      vi: "\(branch.span.place): \(branch.role): '\(branch.text)' chưa lần nào là \(values)",
      en: "\(branch.span.place): \(branch.role): '\(branch.text)' never is \(values)")
  }

  static func shown(_ possible: Possible) -> Text {
    switch possible {
    case .pass: Text(vi: "đạt", en: "passes")
    case .fail: Text(vi: "không đạt", en: "fails")
    case .notDue: Text(vi: "chưa đến hạn", en: "not due yet")
    case .out: Text(vi: "ngoài phạm vi hoặc ngoài kỳ", en: "out of scope or period")
    default: Text(vi: "chưa rõ", en: "unknown")
    }
  }
}
