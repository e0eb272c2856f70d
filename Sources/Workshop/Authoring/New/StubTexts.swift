/// The texts of stubs. They are files of the rule author, so they are in Vietnamese, with comments that
/// say what belongs where; as they are they load.
enum StubTexts {
  /// What people replace.
  static let blank = "(cần điền)"

  static let calendar = """
    # Lịch làm việc. Điền ngày nghỉ và ngày làm bù của từng năm, mỗi ngày có nguồn.
    calendar:
      zone: Asia/Ho_Chi_Minh
      rest-days: [saturday, sunday]
      # Các năm đã điền đủ ngày nghỉ: phép tính chạm đến năm khác thì báo lỗi, không đoán.
      covers: 2025-2026
      # hours: ["08:00-12:00", "13:30-17:30"]
      holidays: []
      # holidays:
      #   - { date: 2025-01-01, name: Tết Dương lịch, source: Bộ luật Lao động 2019 Điều 112 }
      # worked-days:
      #   - { date: 2025-04-26, for: 2025-05-02, name: Làm bù, source: \(blank) }

    """

  static func directive(_ id: String) -> String {
    """
    # Thay mọi chỗ "\(blank)", rồi chạy: tuanthu lint
    directive:
      id: \(id)
      # Số, ký hiệu: 63/2010/NĐ-CP
      number: \(blank)
      title: \(blank)
      issuer: \(blank)
      # Đọc được ở đâu: địa chỉ trang hoặc một câu.
      source: \(blank)
      # R: đã đọc chính văn bản; N: đọc qua báo chí; T: thấy trong thực tế.
      confidence: N
      # Ngày có hiệu lực; thêm until (ngày cuối cùng) khi văn bản hết hiệu lực.
      in-force: { from: 2025-01-01 }

    obligations:

    """
  }

  static func obligation(
    _ id: String, over dataset: KnownRules.Dataset, indent: Int
  ) -> String {
    let record = dataset.record
    let when = dataset.moment.map { "\(record).\($0)" } ?? "period.last"
    let text = """
      - id: \(id)
        # Tên hiện trong báo cáo.
        title: \(blank)
        # Nghĩa vụ: điều khoản và câu chữ của văn bản.
        duty:
          cite: \(blank)
          says: \(blank)
        # Đơn vị nào phải làm, theo điều khoản nào. Bỏ dấu # ở dòng when khi không phải mọi đơn vị.
        binds:
          # when: 'unit.level == "so"'
          cite: \(blank)
          source: \(blank)
        # Chức danh chịu trách nhiệm.
        answers: head
        # month, quarter, half-year, year
        every: month
        # low, medium, high, critical
        severity: medium
        # Bảng số liệu được xét, và cột ghi mã đơn vị.
        over: \(dataset.id)
        unit: \(record).\(dataset.unitColumn ?? blank)
        # Bản ghi nào thuộc phạm vi; bỏ trống là tất cả.
        # where: \(blank)
        # Hạn phải xong, và việc phải xảy ra trước hạn (cột có event: true).
        # due: \(when) + workingDays(5)
        # done: \(blank)
        # Ngày đưa bản ghi vào một kỳ (khi có due thì thường là: due).
        when: \(when)
        # Điều kiện phải đạt. Thay true bằng điều kiện thật, hoặc xóa dòng này khi đã có due và done.
        require: 'true'
        # Chỉ tiêu do văn bản nào giao; khi có chỉ tiêu thì bỏ dấu # và xóa no-target.
        # target:
        #   - { from: 2025-01-01, at-least: 100%, cite: \(blank), source: \(blank) }
        no-target:
          because: \(blank)
          cite: \(blank)

      """
    let spaces = String(repeating: " ", count: indent)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : spaces + $0 }.joined(separator: "\n")
  }

  static func dataset(_ id: String) -> String {
    let words = id.replacing("-", with: "_")
    let record = words.hasSuffix("s") ? String(words.dropLast()) : words
    return """
      # Thay mọi chỗ "\(blank)", thêm các cột, rồi chạy: tuanthu lint
      datasets:
        - id: \(id)
          # Tên gọi một bản ghi trong biểu thức: \(record).unit
          record: \(record)
          title: \(blank)
          # Các cột làm khóa của bản ghi.
          key: [code]
          # labels là những tiêu đề cột có thể gặp trong tệp kết xuất.
          # type: string, bool, int, decimal (thêm scale), date, timestamp
          # nullable: true khi ô được phép trống; event: true khi cột ghi việc đã xảy ra.
          columns:
            - { id: code, type: string, labels: [Mã] }
            - { id: unit, type: string, labels: [Đơn vị] }
            - { id: received_on, type: date, formats: [dd/MM/yyyy], labels: [Ngày tiếp nhận] }
            - { id: done_on, type: date, nullable: true, event: true, formats: [dd/MM/yyyy], labels: [Ngày xong] }

      """
  }

  static func cases(_ obligation: String, over dataset: KnownRules.Dataset) -> String {
    let columns = ([dataset.unitColumn, dataset.moment].compactMap { $0 }).joined(separator: " | ")
    let outcomes = [
      ("met", "mọi bản ghi đều đạt"), ("violated", "một bản ghi không đạt"),
      ("undetermined", "một ô không đọc được (dấu ?) làm thay đổi kết quả"),
      ("not-applicable", "không phát sinh bản ghi nào"),
    ]
    let cases = outcomes.map { outcome, note in
      let records =
        outcome == "not-applicable"
        ? "" : "\n    records:\n      \(dataset.id): |\n        \(columns)"
      return "  - note: \(note)\(records)\n    want: \(outcome)"
    }
    return """
      # Bốn trường hợp, mỗi kết quả một: thêm cột và dòng vào các bảng, rồi chạy: tuanthu test
      # Cột không viết là trống; dấu ?: có ghi nhưng không đọc được.
      given:
        obligation: \(obligation)
        period: 2025-09

      cases:
      \(cases.joined(separator: "\n\n"))

      """
  }
}
