import Exports

/// What stands in remarks of a drafted `exports.yaml`, in both languages: whoever opens it reads one of them.
enum MapTexts {
  static let head = [
    "# Do 'tuanthu profile --write-map' viết theo tiêu đề của các tệp. Xem lại từng dòng, bỏ dấu # ở dòng đúng.",
    "# Drafted by 'tuanthu profile --write-map' from the headers of the files. Check each line; a line that",
    "# begins with # does not count until the # is taken away.",
    "",
    "# Thời điểm hệ thống kết xuất dữ liệu. When the system wrote the files.",
    "# snapshot: 2025-10-03T17:00:00+07:00",
    "",
  ]

  static func ambiguous(_ column: String, _ header: String) -> String {
    "  # \(column): \(YAMLText.quoted(YAMLText.line(header)))  # trùng tiêu đề; two headers go with it"
  }

  static func absent(_ column: TableProfile.AbsentColumn) -> String {
    let kind = column.isOptional ? " (không bắt buộc; optional)" : ""
    guard let nearest = column.nearest else {
      return "  # \(column.id): ''  # chưa thấy tiêu đề; no header\(kind)"
    }
    let header = YAMLText.quoted(YAMLText.line(nearest))
    return "  # \(column.id): \(header)  # có phải không? is it this one?\(kind)"
  }

  static func extra(_ header: String?) -> String {
    let shown = header.map { YAMLText.quoted(YAMLText.line($0)) } ?? "…"
    return "  # \(shown): không thuộc bảng số liệu; no column of the dataset"
  }

  static func outside(_ path: String) -> [String] {
    ["  # \(YAMLText.line(path)): ở ngoài thư mục của tệp này; not in the folder of this file"]
  }

  static func unmatched(_ path: String, _ profile: FileProfile) -> [String] {
    let datasets = profile.tables.compactMap { $0.match?.dataset }
    if datasets.count > 1 {
      return [
        "  # \(YAMLText.line(path)): nhiều trang tính (\(datasets.joined(separator: ", "))), đọc theo tiêu đề; "
          + "several sheets, read by their headers"
      ]
    }
    let names = profile.tables.compactMap { $0.match?.candidates }.joined().joined(separator: ", ")
    let near = names.isEmpty ? "?" : "? (\(names))"
    return [
      "  # - path: \(YAMLText.quoted(path))",
      "  #   dataset: \(near)  # chưa rõ bảng nào; which one is not known",
    ]
  }
}
