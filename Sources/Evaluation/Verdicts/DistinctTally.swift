import Numbers

/// Safe bounds of the number of different values among passing records.
struct DistinctTally: Sendable, Hashable {
  private var certain: Set<String> = []
  private var possible: Set<String> = []
  private var others = 0
  private var certainUnknown = 0
  private var optionalUnknown = 0

  /// Adds one record; `value` is `nil` when it is unknown.
  mutating func add(_ record: Possible, _ value: String?) {
    guard record.contains(.pass) else { return }
    switch (value, record == .pass) {
    case (let value?, true): certain.insert(value)
    case (let value?, false): possible.insert(value)
    case (nil, true): certainUnknown += 1
    case (nil, false): optionalUnknown += 1
    }
  }

  /// Adds passing records with so many different values, none of which other records have.
  mutating func add(_ record: Possible, others count: Int) {
    if record == .pass { others += count }
  }

  /// How many different values are known.
  var knownCount: Int { certain.count + others }

  /// An unknown value may equal a known one (low end) or be new (high end).
  var extent: Extent {
    let low = max(knownCount, certainUnknown > 0 ? 1 : 0)
    let high = certain.union(possible).count + others + certainUnknown + optionalUnknown
    return Extent(low: Rational(low), high: Rational(high), mayBeEmpty: false, isEmpty: false)
  }
}
