extension DatePattern {
  private static let meant = [
    ("ngày", "dd"), ("tháng", "MM"), ("năm", "yyyy"), ("giờ", "HH"), ("phút", "mm"),
    ("giây", "ss"), ("D", "d"), ("Y", "y"), ("S", "s"),
  ]

  /// The pattern that was probably meant by a text that is none: words and capitals are put into
  /// letters, and months and minutes are told apart by whether they follow an hour.
  package static func nearest(to text: String) -> String? {
    let text = meant.reduce(text) { $0.replacing($1.0, with: $1.1) }
    let hasHalves = text.contains("a")
    var followsHour = false
    let repaired = runs(of: text).map { run -> String in
      guard let letter = run.first, letter.isLetter else { return String(run) }
      defer { followsHour = "hH".contains(letter) }
      switch letter {
      case "m", "M": return followsHour ? run.lowercased() : run.uppercased()
      case "h" where !hasHalves: return run.uppercased()
      default: return String(run)
      }
    }.joined()
    return (try? DatePattern(repaired)) == nil ? nil : repaired
  }
}
