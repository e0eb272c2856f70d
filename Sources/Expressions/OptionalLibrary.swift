/// Values that may be absent (cel-spec, "Optional values"); only in CEL, for in rules that is what
/// `has(…)` is for. `or`, `orValue`, `optMap` and `optFlatMap` are in `Checker+Optionals`.
enum OptionalLibrary {
  static let overloads: [Overload] = (makers + readers + items).map { $0.only(.cel) }

  private static let makers: [Overload] = [
    Overload(.global, "optional.of", [.dyn], giving: .optional(0)) { .optional($0[0]) },
    Overload(.global, "optional.none", [], .optional(.free)) { _ in .optional(nil) },
    Overload(.global, "optional.ofNonZeroValue", [.dyn], giving: .optional(0)) {
      .optional($0[0].isZero ? nil : $0[0])
    },
  ]

  private static let readers: [Overload] = [
    Overload(.member, "hasValue", [.optional(.dyn)], .bool) {
      .bool(try $0.optional(0) != nil)
    },
    Overload(.member, "value", [.optional(.dyn)], giving: .wrapped(0)) { arguments in
      guard let value = try arguments.optional(0) else { throw Fault(.noValue) }
      return value
    },
    Overload(.global, "optional.unwrap", [.list(.dyn)], .list(.dyn)) { try unwrapped($0) },
    Overload(.member, "unwrapOpt", [.list(.dyn)], .list(.dyn)) { try unwrapped($0) },
  ]

  private static func unwrapped(_ arguments: Arguments) throws -> Value {
    .list(
      try arguments.list(0).compactMap { element in
        guard case .optional(let value) = element else {
          throw Fault(.noSuchOverload([element.type.name]))
        }
        return value
      })
  }

  /// `x[?i]`, also written `x.?field`, under the sign `[?]`; `[i]` of an optional is the same.
  private static let items: [Overload] = [
    item("[?]", .list(.dyn), .int), item("[?]", .list(.dyn), .uint),
    item("[?]", .list(.dyn), .double), item("[?]", .map(.dyn, .dyn)),
    item("[?]", .optional(.dyn)), item("[]", .optional(.dyn)),
  ]

  private static func item(
    _ sign: String, _ type: ValueType, _ key: ValueType = .dyn
  ) -> Overload {
    Overload(.sign, sign, [type, key], giving: .optionalElement(0)) {
      .optional(try item(of: $0[0], $0[1]))
    }
  }

  /// The element or field, `nil` where there is none or nothing to look in.
  static func item(of container: Value, _ key: Value) throws -> Value? {
    switch container {
    case .optional(let inner): return try inner.flatMap { try item(of: $0, key) }
    case .map(let map): return map[key]
    case .list(let list):
      guard key.type.isNumber else { throw Fault(.noSuchOverload([key.type.name])) }
      return list.indices.first { Comparing.equal(.int(Int64($0)), key) }.map { list[$0] }
    default: throw Fault(.noSuchKey)
    }
  }
}

extension Arguments {
  /// What is in an optional.
  func optional(_ index: Int) throws -> Value? {
    guard case .optional(let value) = values[index] else {
      throw Fault(.noSuchOverload(values.map(\.type.name)))
    }
    return value
  }
}

extension Value {
  /// Whether it is what its type has when nothing was set.
  fileprivate var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let bool): !bool
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .list(let list): list.isEmpty
    case .map(let map): map.entries.isEmpty
    case .duration(let nanoseconds): nanoseconds == 0
    case .int, .uint, .double, .decimal: Comparing.equal(self, .int(0))
    default: false
    }
  }
}
