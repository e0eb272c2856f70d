import Calendars
import Numbers

/// Equality and order of values; numbers of different types compare by size, exactly unless one is a
/// double.
package enum Comparing {
  /// The order operators, each over every ordered type.
  static let overloads: [Overload] =
    orders("<", [-1]) + orders("<=", [-1, 0]) + orders(">", [1])
    + orders(">=", [0, 1]) + equality + membership

  private static let ordered: [ValueType] = [
    .bool, .int, .uint, .double, .decimal, .string, .bytes, .timestamp, .duration, .date,
    .localTime, .workingDays, .workingHours, .calendarDays, .calendarMonths,
  ]

  /// Whether values of a type come one before the other.
  static func isOrdered(_ type: ValueType) -> Bool { ordered.contains(type) }

  private static let numbers: [(ValueType, ValueType)] = [
    (.int, .uint), (.int, .double), (.uint, .double), (.int, .decimal), (.uint, .decimal),
  ]

  private static func orders(_ sign: String, _ accepted: Set<Int>) -> [Overload] {
    let pairs = ordered.map { ($0, $0) } + numbers + numbers.map { ($0.1, $0.0) }
    return pairs.map { left, right in
      Overload(.sign, sign, [left, right], .bool) { arguments in
        .bool(order(arguments[0], arguments[1]).map(accepted.contains) ?? false)
      }
    }
  }

  private static let equality: [Overload] = [
    Overload(.sign, "==", [.dyn, .dyn], .bool) { .bool(equal($0[0], $0[1])) },
    Overload(.sign, "!=", [.dyn, .dyn], .bool) { .bool(!equal($0[0], $0[1])) },
  ]

  private static let membership: [Overload] = [
    Overload(.sign, "in", [.dyn, .list(.dyn)], .bool) { arguments in
      let wanted = arguments[0]
      return .bool(try arguments.list(1).contains { equal($0, wanted) })
    },
    Overload(.sign, "in", [.dyn, .map(.dyn, .dyn)], .bool) { arguments in
      .bool(try arguments.map(1)[arguments[0]] != nil)
    },
  ]

  /// Whether two values are equal; values of types that are not comparable differ.
  package static func equal(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.double(let a), .double(let b)): a == b
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy(equal)
    case (.map(let a), .map(let b)):
      a.entries.count == b.entries.count
        && a.entries.allSatisfy { entry in b[entry.key].map { equal(entry.value, $0) } ?? false }
    case (.optional(let a?), .optional(let b?)): equal(a, b)
    case _ where left.type.isNumber && right.type.isNumber: order(left, right) == 0
    default: left == right
    }
  }

  /// -1, 0 or 1; `nil` for what has no order (NaN, different types).
  package static func order(_ left: Value, _ right: Value) -> Int? {
    switch (left, right) {
    case (.bool(let a), .bool(let b)): sign(a ? 1 : 0, b ? 1 : 0)
    case (.int(let a), .int(let b)): sign(a, b)
    case (.string(let a), .string(let b)): lexicographic(a.utf8, b.utf8)
    case (.bytes(let a), .bytes(let b)): lexicographic(a, b)
    case (.timestamp(let a), .timestamp(let b)): sign(a, b)
    case (.date(let a), .date(let b)): sign(a, b)
    case (.localTime(let a), .localTime(let b)): sign(a, b)
    case (.duration(let a), .duration(let b)), (.workingDays(let a), .workingDays(let b)),
      (.workingHours(let a), .workingHours(let b)), (.calendarDays(let a), .calendarDays(let b)),
      (.calendarMonths(let a), .calendarMonths(let b)):
      sign(a, b)
    default: numeric(left, right)
    }
  }

  private static func numeric(_ left: Value, _ right: Value) -> Int? {
    if case .double(let a) = left { return double(right).flatMap { sign(a, $0) } }
    if case .double(let b) = right { return double(left).flatMap { sign($0, b) } }
    guard let a = exact(left), let b = exact(right) else { return nil }
    return sign(a, b)
  }

  private static func exact(_ value: Value) -> Rational? {
    switch value {
    case .int(let int): Rational(int)
    case .uint(let uint): Rational(uint)
    case .decimal(let decimal): decimal
    default: nil
    }
  }

  /// A whole number beside a double counts as the nearest double (CEL specification, "Equality").
  private static func double(_ value: Value) -> Double? {
    switch value {
    case .int(let int): Double(int)
    case .uint(let uint): Double(uint)
    case .double(let double): double
    default: nil
    }
  }

  private static func sign<Item: Comparable>(_ a: Item, _ b: Item) -> Int? {
    if a < b { return -1 }
    if a > b { return 1 }
    return a == b ? 0 : nil
  }

  private static func lexicographic(
    _ a: some Sequence<UInt8>, _ b: some Sequence<UInt8>
  ) -> Int {
    if a.lexicographicallyPrecedes(b) { return -1 }
    return b.lexicographicallyPrecedes(a) ? 1 : 0
  }
}
