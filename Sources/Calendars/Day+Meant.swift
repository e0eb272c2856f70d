extension Day {
  /// The date that a text was meant to be: `1/7/2025`, `2025/7/1`, `01.07.2025`, or with dashes of
  /// any length; `nil` when it is no date with a year of four digits.
  package init?(meantBy text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { "/-.‐‑‒–—−".contains($0) }
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    if parts[0].count == 4 {
      self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    } else if parts[2].count == 4 {
      self.init(year: numbers[2], month: numbers[1], day: numbers[0])
    } else {
      return nil
    }
  }
}
