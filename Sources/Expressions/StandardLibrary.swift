import Foundation

/// Sizes, types, least and greatest, base64.
enum StandardLibrary {
  static let overloads: [Overload] = sizes + types + items + extremes + base64

  private static let sizes: [Overload] = [Overload.Style.global, .member].flatMap { style in
    [
      Overload(style, "size", [.string], .int) {
        .int(Int64(try $0.string(0).unicodeScalars.count))
      },
      Overload(style, "size", [.bytes], .int) { .int(Int64(try $0.bytes(0).count)) },
      Overload(style, "size", [.list(.dyn)], .int) { .int(Int64(try $0.list(0).count)) },
      Overload(style, "size", [.map(.dyn, .dyn)], .int) {
        .int(Int64(try $0.map(0).entries.count))
      },
    ]
  }

  private static let types: [Overload] = [
    Overload(.global, "type", [.dyn], .type) { .type($0[0].typeName) },
    Overload(.global, "dyn", [.dyn], .dyn) { $0[0] },
  ]

  /// `list[0]` and `map["key"]`, under the sign `[]`.
  private static let items: [Overload] = [
    Overload(.sign, "[]", [.list(.dyn), .int], giving: .element(0)) { arguments in
      try item(arguments.list(0), Int(exactly: arguments.int(1)))
    },
    Overload(.sign, "[]", [.list(.dyn), .uint], giving: .element(0)) { arguments in
      try item(arguments.list(0), Int(exactly: arguments.uint(1)))
    },
    Overload(.sign, "[]", [.list(.dyn), .double], giving: .element(0)) { arguments in
      try item(arguments.list(0), Int(exactly: arguments.double(1)))
    }.only(.cel),
    Overload(.sign, "[]", [.map(.dyn, .dyn), .dyn], giving: .element(0)) { arguments in
      guard let value = try arguments.map(0)[arguments[1]] else { throw Fault(.noSuchKey) }
      return value
    },
  ]

  private static func item(_ list: [Value], _ index: Int?) throws -> Value {
    guard let index, list.indices.contains(index) else {
      throw Fault(.indexOutOfRange(Int64(index ?? -1)))
    }
    return list[index]
  }

  private static let ordered: [ValueType] = [
    .int, .uint, .double, .decimal, .string, .timestamp, .duration, .date, .localTime,
    .workingDays, .workingHours, .calendarDays, .calendarMonths,
  ]

  private static let extremes: [Overload] = ordered.flatMap { type in
    [extreme("min", type, -1).only(.rules), extreme("max", type, 1).only(.rules)]
  }

  private static func extreme(_ name: String, _ type: ValueType, _ wanted: Int) -> Overload {
    Overload(.global, name, [type, type], type) { arguments in
      let first = arguments[0]
      let found = arguments.values.dropFirst().reduce(first) { best, value in
        Comparing.order(value, best) == wanted ? value : best
      }
      guard type == .decimal, case .int = found else { return found }
      return .decimal(try Arguments([found], calendar: nil).decimal(0))
    }.variadic()
  }

  private static let base64: [Overload] = [
    Overload(.global, "base64.encode", [.bytes], .string) {
      .string(Data(try $0.bytes(0)).base64EncodedString())
    },
    Overload(.global, "base64.decode", [.string], .bytes) { arguments in
      let text = try arguments.string(0)
      let padded = text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
      guard let data = Data(base64Encoded: padded) else {
        throw Fault(.notConvertible(text, "bytes"))
      }
      return .bytes(Array(data))
    },
  ]
}
