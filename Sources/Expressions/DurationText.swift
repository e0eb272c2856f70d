/// Durations as CEL writes them: `1h30m`, `-1.5s`, `90s`.
enum DurationText {
  private static let units: [(name: String, nanoseconds: Int128)] = [
    ("ns", 1), ("us", 1000), ("µs", 1000), ("ms", 1_000_000), ("h", 3_600_000_000_000),
    ("m", 60_000_000_000), ("s", 1_000_000_000),
  ]

  /// The nanoseconds, or `nil` for what is no duration or does not fit.
  static func nanoseconds(of text: String) -> Int64? {
    var rest = Substring(text)
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
    if rest == "0" { return 0 }
    guard !rest.isEmpty else { return nil }
    var total: Int128 = 0
    while !rest.isEmpty {
      guard let part = part(&rest) else { return nil }
      total += part
    }
    return Int64(exactly: isNegative ? -total : total)
  }

  private static func part(_ rest: inout Substring) -> Int128? {
    let whole = digits(&rest)
    var fraction = ""
    if rest.hasPrefix(".") {
      rest.removeFirst()
      fraction = digits(&rest)
    }
    guard !whole.isEmpty || !fraction.isEmpty, whole.count <= 12, fraction.count <= 9,
      let unit = units.first(where: { rest.hasPrefix($0.name) }),
      let number = Int128("0" + whole + fraction)
    else { return nil }
    rest.removeFirst(unit.name.count)
    return fraction.reduce(number * unit.nanoseconds) { value, _ in value / 10 }
  }

  private static func digits(_ rest: inout Substring) -> String {
    let digits = rest.prefix { "0123456789".contains($0) }
    rest.removeFirst(digits.count)
    return String(digits)
  }

  /// Seconds with a fraction where there is one: `1000000s`.
  static func text(of nanoseconds: Int64) -> String {
    let size = nanoseconds.magnitude
    var fraction = String(size % 1_000_000_000)
    fraction = String(repeating: "0", count: 9 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = nanoseconds < 0 ? "-" : ""
    return "\(sign)\(size / 1_000_000_000)\(fraction.isEmpty ? "" : "." + fraction)s"
  }

  /// Hours, minutes and seconds where there are any: `1h30m`, `-5s`.
  static func clock(of nanoseconds: Int64) -> String {
    let size = nanoseconds.magnitude
    let (hours, minutes) = (size / 3_600_000_000_000, size / 60_000_000_000 % 60)
    let rest = Int64(size % 60_000_000_000)
    let parts = [
      hours > 0 ? "\(hours)h" : "", minutes > 0 ? "\(minutes)m" : "",
      rest > 0 || size == 0 ? text(of: rest) : "",
    ]
    return (nanoseconds < 0 ? "-" : "") + parts.joined()
  }
}
