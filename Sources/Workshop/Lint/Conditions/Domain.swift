import Expressions

/// Values that a part of an expression may have: some of them, or all between two limits.
struct Domain: Sendable {
  /// An end of a stretch of values.
  struct Limit: Sendable {
    let value: Value
    /// Whether the value itself is left out.
    let isOpen: Bool
  }

  /// The only values, or `nil` for all between the limits.
  private var choices: [Value]?
  private var excluded: [Value] = []
  private var low: Limit?
  private var high: Limit?

  /// Every value.
  static let any = Domain()
  /// True and false.
  static let bool = only([.bool(true), .bool(false)])

  /// These values and no others.
  static func only(_ values: [Value]) -> Domain { Domain(choices: values) }

  /// All values but these.
  static func except(_ values: [Value]) -> Domain { Domain(excluded: values) }

  /// All values between two limits.
  static func between(_ low: Limit?, _ high: Limit?) -> Domain { Domain(low: low, high: high) }

  /// The values that are in both.
  func intersection(_ other: Domain) -> Domain {
    var both = self
    if let others = other.choices {
      both.choices = choices.map { mine in mine.filter { Self.contains(others, $0) } } ?? others
    }
    both.excluded += other.excluded
    both.low = Self.tighter(low, other.low, wanted: 1)
    both.high = Self.tighter(high, other.high, wanted: -1)
    return both
  }

  /// Whether no value is left.
  var isEmpty: Bool {
    if let choices { return !choices.contains(where: admits) }
    guard let low, let high, let order = Comparing.order(low.value, high.value) else {
      return false
    }
    let isOpen = low.isOpen || high.isOpen || Self.contains(excluded, low.value)
    return order > 0 || (order == 0 && isOpen)
  }

  private func admits(_ value: Value) -> Bool {
    !Self.contains(excluded, value) && (low.map { Self.reaches(value, $0, 1) } ?? true)
      && (high.map { Self.reaches(value, $0, -1) } ?? true)
  }

  private static func contains(_ values: [Value], _ value: Value) -> Bool {
    values.contains { Comparing.equal($0, value) }
  }

  private static func reaches(_ value: Value, _ limit: Limit, _ side: Int) -> Bool {
    guard let order = Comparing.order(value, limit.value) else { return true }
    return order == side || (order == 0 && !limit.isOpen)
  }

  /// The limit that leaves less: the greater of two lower ones, the lesser of two upper ones.
  private static func tighter(_ left: Limit?, _ right: Limit?, wanted: Int) -> Limit? {
    guard let left, let right else { return left ?? right }
    guard let order = Comparing.order(left.value, right.value) else { return left }
    return order == wanted || (order == 0 && left.isOpen) ? left : right
  }
}
