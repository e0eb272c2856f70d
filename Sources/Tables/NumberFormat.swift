/// How numbers are written: which mark stands before the decimals, which one between thousands.
package struct NumberFormat: Sendable, Hashable {
  /// Before the decimals.
  package let decimalMark: UInt8
  /// Between groups of three digits; they may also be written without it. `nil` allows none.
  package let groupMark: UInt8?
  /// Whether a percent sign may stand behind them.
  package let hasPercentSign: Bool

  /// `1234.5`.
  package static let plain = NumberFormat(decimalMark: UInt8(ascii: "."), groupMark: nil)

  /// A format from its marks.
  package init(decimalMark: UInt8, groupMark: UInt8?, hasPercentSign: Bool = false) {
    self.hasPercentSign = hasPercentSign
    self.decimalMark = decimalMark
    self.groupMark = groupMark
  }

  /// The format of which `example` is one: `1234.5`, `1234,5`, `1.234,5`, `1,234.5` or `1 234,5`, each with a
  /// `%` behind it or not; `nil` for other texts.
  package init?(example: String) {
    let hasPercentSign = example.hasSuffix("%")
    let example = hasPercentSign ? example.dropLast() : example[...]
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let marks = example.utf8.filter { !digits.contains($0) }
    guard example.utf8.contains(where: digits.contains), let decimal = marks.last,
      marks.count <= 2, ".,".utf8.contains(decimal)
    else { return nil }
    let group = marks.count == 2 ? marks.first : nil
    guard group != decimal, group.map({ "., ".utf8.contains($0) }) ?? true else { return nil }
    self.init(decimalMark: decimal, groupMark: group, hasPercentSign: hasPercentSign)
  }
}
