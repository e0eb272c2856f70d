/// How a measure is compared with its target. All comparisons are exact.
package enum Comparison: Sendable, Hashable, Codable {
  case atLeast(Rational)
  case atMost(Rational)
  case moreThan(Rational)
  case lessThan(Rational)
  /// Both ends included.
  case between(Rational, Rational)

  /// Whether `value` fulfils it.
  package func isMet(by value: Rational) -> Bool {
    switch self {
    case .atLeast(let limit): value >= limit
    case .atMost(let limit): value <= limit
    case .moreThan(let limit): value > limit
    case .lessThan(let limit): value < limit
    case .between(let low, let high): low <= value && value <= high
    }
  }

  private enum Key: String, CodingKey {
    case atLeast = "at-least"
    case atMost = "at-most"
    case moreThan = "more-than"
    case lessThan = "less-than"
    case between
  }

  /// Written as one key with its limits: `{"at-least": "1"}`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .atLeast(let limit): try container.encode(limit, forKey: .atLeast)
    case .atMost(let limit): try container.encode(limit, forKey: .atMost)
    case .moreThan(let limit): try container.encode(limit, forKey: .moreThan)
    case .lessThan(let limit): try container.encode(limit, forKey: .lessThan)
    case .between(let low, let high): try container.encode([low, high], forKey: .between)
    }
  }

  /// Reads what `encode` writes.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let limit = try container.decodeIfPresent(Rational.self, forKey: .atLeast) {
      self = .atLeast(limit)
    } else if let limit = try container.decodeIfPresent(Rational.self, forKey: .atMost) {
      self = .atMost(limit)
    } else if let limit = try container.decodeIfPresent(Rational.self, forKey: .moreThan) {
      self = .moreThan(limit)
    } else if let limit = try container.decodeIfPresent(Rational.self, forKey: .lessThan) {
      self = .lessThan(limit)
    } else {
      let limits = try container.decode([Rational].self, forKey: .between)
      guard limits.count == 2 else {
        throw DecodingError.dataCorruptedError(
          forKey: .between, in: container, debugDescription: "two limits expected")
      }
      self = .between(limits[0], limits[1])
    }
  }
}
