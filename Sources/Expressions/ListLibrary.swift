/// Functions of lists, and of lists as sets (cel-go, ext/README.md, "Lists", "Sets").
enum ListLibrary {
  static let overloads: [Overload] = parts + orders + ranges + sets

  /// How many elements `lists.range` may make.
  private static let limit = 1_000_000

  private static let parts: [Overload] = [
    Overload(.member, "slice", [.list(.dyn), .int, .int], giving: .argument(0)) { arguments in
      let list = try arguments.list(0)
      let (from, to) = (try arguments.int(1), try arguments.int(2))
      guard from >= 0, from <= to else { throw Fault(.indexOutOfRange(from)) }
      guard to <= list.count else { throw Fault(.indexOutOfRange(to)) }
      return .list(Array(list[Int(from)..<Int(to)]))
    },
    Overload(.member, "flatten", [.list(.dyn)], .list(.dyn)) {
      .list(flat(try $0.list(0), depth: 1))
    },
    Overload(.member, "flatten", [.list(.dyn), .int], .list(.dyn)) { arguments in
      let depth = try arguments.int(1)
      guard depth >= 0 else { throw Fault(.negativeOffset(depth)) }
      return .list(flat(try arguments.list(0), depth: depth))
    },
    Overload(.member, "distinct", [.list(.dyn)], giving: .argument(0)) {
      .list(distinct(try $0.list(0)))
    },
    Overload(.member, "reverse", [.list(.dyn)], giving: .argument(0)) {
      .list(try $0.list(0).reversed())
    },
    Overload(.member, "first", [.list(.dyn)], giving: .optionalElement(0)) {
      .optional(try $0.list(0).first)
    }.only(.cel),
    Overload(.member, "last", [.list(.dyn)], giving: .optionalElement(0)) {
      .optional(try $0.list(0).last)
    }.only(.cel),
  ]

  private static func flat(_ list: [Value], depth: Int64) -> [Value] {
    guard depth > 0 else { return list }
    return list.flatMap { value in
      if case .list(let inner) = value { flat(inner, depth: depth - 1) } else { [value] }
    }
  }

  /// The first of equal elements stays.
  private static func distinct(_ list: [Value]) -> [Value] {
    list.reduce(into: [Value]()) { kept, value in
      if !kept.contains(where: { Comparing.equal($0, value) }) { kept.append(value) }
    }
  }

  // MARK: - Order

  private static let orders: [Overload] = [
    Overload(.member, "sort", [.list(.dyn)], giving: .argument(0)) { arguments in
      let list = try arguments.list(0)
      return .list(try sorted(list, by: list))
    }
  ]

  /// Elements in the order of their keys, equals as they were.
  /// - Throws: `Fault` where keys are of several types, or of one without order.
  static func sorted(_ elements: [Value], by keys: [Value]) throws -> [Value] {
    let types = Set(keys.map(\.type))
    guard types.count <= 1, types.allSatisfy(Comparing.isOrdered) else {
      throw Fault(.noSuchOverload(types.map(\.name).sorted()))
    }
    return zip(elements, keys).enumerated().sorted { left, right in
      let order = Comparing.order(left.element.1, right.element.1) ?? 0
      return order == 0 ? left.offset < right.offset : order < 0
    }.map(\.element.0)
  }

  private static let ranges: [Overload] = [
    Overload(.global, "lists.range", [.int], .list(.int)) { arguments in
      let count = try arguments.int(0)
      guard count <= limit else { throw Fault(.outOfRange("lists.range")) }
      return .list((0..<max(count, 0)).map(Value.int))
    }
  ]

  // MARK: - Sets

  private static let sets: [Overload] = [
    relation("sets.contains") { contains($0, $1) },
    relation("sets.equivalent") { contains($0, $1) && contains($1, $0) },
    relation("sets.intersects") { left, right in
      left.contains { value in right.contains { Comparing.equal($0, value) } }
    },
  ]

  private static func relation(
    _ name: String, _ holds: @escaping @Sendable ([Value], [Value]) -> Bool
  ) -> Overload {
    Overload(.global, name, [.list(.dyn), .list(.dyn)], .bool) {
      .bool(holds(try $0.list(0), try $0.list(1)))
    }
  }

  private static func contains(_ whole: [Value], _ part: [Value]) -> Bool {
    part.allSatisfy { value in whole.contains { Comparing.equal($0, value) } }
  }
}
