import Numbers
import Tables

/// A header without the notes in parentheses that people put behind it: units, how to fill it in, the column's number.
/// Notes that may change what the column holds, such as `(dự kiến)`, `(triệu đồng)` or `(giờ)`, are no such notes.
struct PlainHeader {
  private static let notes: Set<String> = [
    "dong", "vnd", "vnđ", "batbuoc", "required", "neuco", "ngaythangnam", "ddmmyyyy",
    "ddmmyyyyhhmm",
    "ddmmyyyyhhmmss", "yyyymmdd", "hoso", "tthc", "thutuc", "luot", "nguoi", "x",
  ]

  /// What is left, as headers are compared.
  let name: String
  private let isPercent: Bool

  /// `nil` where nothing stands in parentheses at the end, or something that may matter.
  init?(_ header: String) {
    var rest = Substring(header).dropEnd { $0.isWhitespace || $0 == "*" }
    var (notes, isPercent) = (0, false)
    while rest.last == ")", let open = rest.lastIndex(of: "(") {
      let note = rest[rest.index(after: open)...].dropLast()
      if note.allSatisfy({ $0 == "%" || $0.isWhitespace }) {
        isPercent = true
      } else if !Self.isHarmless(note) {
        return nil
      }
      rest = rest[..<open].dropEnd { $0.isWhitespace || $0 == "*" }
      notes += 1
    }
    guard notes > 0, !rest.isEmpty else { return nil }
    name = HeaderName.folded(String(rest))
    self.isPercent = isPercent
  }

  /// Whether it may be the header of a column: percents are of one that counts to a hundred.
  func fits(_ column: Column) -> Bool { !isPercent || column.maximum == Rational(100) }

  private static func isHarmless(_ note: Substring) -> Bool {
    let isSum = note.allSatisfy { $0.isNumber || $0.isWhitespace || "=+-*/:()".contains($0) }
    return isSum || note == "*" || notes.contains(HeaderName.folded(String(note)))
  }
}

extension Substring {
  fileprivate func dropEnd(while isDropped: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
