import Diagnostics

extension Text {
  static let example = Text(vi: "Ví dụ:", en: "Example:")
  static let repaired = Text(vi: "Sửa lại:", en: "Repaired:")

  static func inside(_ path: String) -> Text {
    Text(vi: "\(path), dữ liệu ghi bên trong tệp", en: "\(path), as stored inside the file")
  }
}

/// What can be wrong with a code to explain. Code TT0907.
extension Diagnostic {
  /// There is no page of `code`; `codes` are those that there are.
  package static func unknownCode(_ code: String, among codes: [String]) -> Diagnostic {
    let near = nearest(code, codes).joined(separator: ", ")
    return Diagnostic(
      "TT0907", Text(vi: "không có mã '\(code)'", en: "there is no code '\(code)'"),
      hint: near.isEmpty
        ? Text(
          vi: "mã gồm TT và bốn chữ số; 'tuanthu explain --list' nêu mọi mã",
          en: "a code is TT and four digits; 'tuanthu explain --list' lists all")
        : Text(
          vi: "các mã gần đó: \(near); 'tuanthu explain --list' nêu mọi mã",
          en: "codes near it: \(near); 'tuanthu explain --list' lists all"))
  }

  /// The three codes whose numbers are closest.
  private static func nearest(_ code: String, _ codes: [String]) -> [String] {
    guard let number = number(code) else { return [] }
    let near = codes.compactMap { other in self.number(other).map { (abs($0 - number), other) } }
    return near.sorted { $0 < $1 }.prefix(3).map(\.1).sorted()
  }

  private static func number(_ code: String) -> Int? {
    code.uppercased().hasPrefix("TT") ? Int(code.dropFirst(2)) : nil
  }
}
