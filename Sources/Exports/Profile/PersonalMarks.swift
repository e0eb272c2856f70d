import Foundation

/// Tells what looks like somebody's: where no rule says what is personal, too much is hidden rather than too
/// little.
package enum PersonalMarks {
  /// Words of headers under which people stand, as headers are compared.
  private static let words = [
    "hoten", "hovaten", "tennguoi", "nguoinop", "nguoiyeucau", "nguoidaidien", "chuhoso", "chuho",
    "congdan", "cancuoc", "cccd", "cmnd", "cmtnd", "chungminh", "dinhdanh", "hochieu", "passport",
    "dienthoai", "didong", "sodt", "sdt", "phone", "mobile", "email", "mail", "thudientu",
    "diachi", "address", "ngaysinh", "namsinh", "birth", "fullname", "firstname", "lastname",
    "taikhoan", "masothue", "bhxh", "bhyt", "biensoxe", "nguoilap", "nguoiky", "canbo",
  ]

  /// Whether people stand under a header.
  static func isPersonal(header: String) -> Bool {
    let name = HeaderName.folded(header)
    return words.contains { name.contains($0) }
  }

  /// Whether a value holds a person's name, number or address.
  package static func isPersonal(_ value: String) -> Bool {
    hasNumber(value) || hasMailbox(value) || hasName(value)
  }

  /// Telephone numbers have ten digits from 0 on, numbers of identity cards nine or twelve; blanks, points
  /// and hyphens may stand between.
  private static func hasNumber(_ value: String) -> Bool {
    guard value.utf8.count(where: { $0.digit < 10 }) >= 9 else { return false }
    let pattern = /(?:^|[^0-9])(?:(?:\+?84|0)(?:[ .-]?[0-9]){8,10}|[0-9]{9}|[0-9]{12})(?![0-9])/
    return value.contains(pattern)
  }

  private static func hasMailbox(_ value: String) -> Bool {
    guard let place = value.firstIndex(of: "@") else { return false }
    return place != value.startIndex && value[place...].contains(".")
  }

  private static let surnames: Set<String> = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ",
    "ngô", "dương", "lý", "đinh", "đoàn", "trịnh", "trương", "lâm", "mai", "đào", "cao", "hà",
    "lương",
    "lưu", "tạ", "tô", "tống", "triệu", "vương", "chu", "kiều", "quách", "thái", "tăng", "la",
    "nguyen", "tran", "pham", "hoang", "huynh", "vo", "dang", "bui", "ngo", "duong", "doan",
    "trinh", "truong",
  ]

  /// A surname and one to five names after it, all with capitals.
  private static func hasName(_ value: String) -> Bool {
    guard value.utf8.contains(where: { $0 >= 0x41 }) else { return false }
    let words = value.precomposedStringWithCanonicalMapping.split { !$0.isLetter }
    return words.indices.contains { index in
      surnames.contains(words[index].lowercased()) && words[index].first?.isUppercase == true
        && words.dropFirst(index + 1).first?.first?.isUppercase == true
    }
  }

  /// A sentence in which whatever stands in quotation marks and looks personal is left out.
  package static func masked(_ sentence: String) -> String {
    sentence.split(separator: "'", omittingEmptySubsequences: false).enumerated().map {
      index, part in
      !index.isMultiple(of: 2) && isPersonal(String(part)) ? "…" : String(part)
    }.joined(separator: "'")
  }
}
