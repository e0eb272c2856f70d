import Numbers

/// Limits as people write them: `trên 90%`, `>= 90%`, `100 %`, `97,5%`.
enum LimitWords {
  private static let keys = [
    (">=", "at-least"), ("≥", "at-least"), ("<=", "at-most"), ("≤", "at-most"),
    (">", "more-than"), ("<", "less-than"), ("ít nhất", "at-least"), ("tối thiểu", "at-least"),
    ("không dưới", "at-least"), ("nhiều nhất", "at-most"), ("tối đa", "at-most"),
    ("không quá", "at-most"), ("trên", "more-than"), ("hơn", "more-than"), ("dưới", "less-than"),
  ]

  /// How the limit in `text` is written, `more-than: 90%`; `nil` when there is no one number in it.
  static func meant(by text: String, under key: String) -> String? {
    let isPart: (Character) -> Bool = { $0.isASCII && ($0.isNumber || ".,".contains($0)) }
    guard let start = text.firstIndex(where: isPart) else { return nil }
    let number = text[start...].prefix(while: isPart)
    let rest = text[number.endIndex...].filter { $0 != " " }
    let written = number.replacing(",", with: ".") + rest
    guard Rational(decimal: written) != nil else { return nil }
    let words = text[..<start].lowercased()
    return "\(keys.first { words.contains($0.0) }?.1 ?? key): \(written)"
  }
}
