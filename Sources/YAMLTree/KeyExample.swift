/// What a key of tuanthu's files may hold, for those who do not know what to write.
struct KeyExample {
  /// A value as it is written.
  let value: String
  /// All values, where they are few.
  let choices: String?

  /// The example of a key, or `nil` for keys whose name says all.
  static func of(_ key: String) -> KeyExample? {
    examples[key].map { KeyExample(value: $0, choices: choices[key]) }
  }

  private static let examples = [
    "answers": "head", "because": "chưa giao chỉ tiêu", "binds": "{ cite: Điều 22 khoản 1 }",
    "by": "dossier_id", "cite": "Điều 22 khoản 1", "code": "H26.01",
    "columns": "[{ id: dossier_id, type: string }]", "confidence": "R", "covers": "2025-2026",
    "dataset": "dossiers", "date": "2025-09-02", "document": "12/QĐ-UBND",
    "duty": "{ cite: Điều 22 khoản 1 }", "every": "month", "from": "2025-07-01",
    "holder": "Nguyễn Văn A", "id": "results-on-time", "in-force": "{ from: 2025-07-01 }",
    "kind": "official", "level": "so", "limit": "workingDays(5)", "name": "Sở Tư pháp",
    "obligation": "nd118-2025/results-on-time", "over": "dossiers", "period": "2025-10",
    "require": "dossier.score >= 8", "rest-days": "[saturday, sunday]", "role": "head",
    "severity": "medium", "title": "Trả kết quả đúng hạn", "type": "string",
    "until": "2025-12-31", "want": "{ verdict: met }",
    "when": "dossier.received_at", "zone": "Asia/Ho_Chi_Minh",
  ]

  private static let choices = [
    "confidence": "R, N, T",
    "every": "month, quarter, half-year, year",
    "severity": "critical, high, medium, low",
    "type": "string, bool, int, decimal, date, timestamp",
  ]
}
