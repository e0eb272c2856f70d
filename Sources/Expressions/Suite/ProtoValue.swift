import Calendars
import Foundation

/// Values and types in the JSON form of `cel.expr.Value` and `cel.expr.Type`.
enum ProtoValue {
  /// The value; `nil` for what is none, or is a message that has no counterpart here.
  static func value(_ json: JSONValue) -> Value? {
    guard let object = json.object, object.count == 1, let (key, raw) = object.first else {
      return nil
    }
    let text = raw.string ?? ""
    switch key {
    case "null_value": return .null
    case "bool_value": return bool(raw)
    case "int64_value": return raw.digits.flatMap { Int64($0) }.map(Value.int)
    case "uint64_value": return raw.digits.flatMap { UInt64($0) }.map(Value.uint)
    case "double_value": return double(raw).map(Value.double)
    case "string_value": return raw.string.map(Value.string)
    case "bytes_value": return Data(base64Encoded: text).map { .bytes(Array($0)) }
    case "type_value": return raw.string.map(Value.type)
    case "list_value": return list(raw)
    case "map_value": return map(raw)
    case "object_value": return wellKnown(raw)
    default: return nil
    }
  }

  private static func bool(_ raw: JSONValue) -> Value? {
    if case .bool(let bool) = raw { .bool(bool) } else { nil }
  }

  private static func double(_ raw: JSONValue) -> Double? {
    switch raw {
    case .string("Infinity"): .infinity
    case .string("-Infinity"): -.infinity
    case .string("NaN"): .nan
    default: raw.digits.flatMap { Double($0) }
    }
  }

  private static func list(_ raw: JSONValue) -> Value? {
    let items = raw["values"]?.array ?? []
    let values = items.compactMap(value)
    return values.count == items.count ? .list(values) : nil
  }

  private static func map(_ raw: JSONValue) -> Value? {
    let entries = raw["entries"]?.array ?? []
    let pairs = entries.compactMap { entry -> (key: Value, value: Value)? in
      guard let key = entry["key"].flatMap(value), let value = entry["value"].flatMap(value)
      else { return nil }
      return (key, value)
    }
    return pairs.count == entries.count ? MapValue(pairs).map(Value.map) : nil
  }

  /// A message that is a CEL value: a moment or a duration.
  private static func wellKnown(_ raw: JSONValue) -> Value? {
    guard let type = raw["@type"]?.string, let text = raw["value"]?.string else { return nil }
    if type.hasSuffix("google.protobuf.Timestamp") {
      return Instant(iso: text).map(Value.timestamp)
    }
    guard type.hasSuffix("google.protobuf.Duration") else { return nil }
    return DurationText.nanoseconds(of: text).map(Value.duration)
  }

  /// The same value of the same type; maps in any order, NaN equal to itself.
  static func same(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.double(let a), .double(let b)): a == b || (a.isNaN && b.isNaN)
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy(same)
    case (.map(let a), .map(let b)):
      a.entries.count == b.entries.count
        && a.entries.allSatisfy { entry in b[entry.key].map { same(entry.value, $0) } ?? false }
    case (.optional(let a?), .optional(let b?)): same(a, b)
    default: left == right
    }
  }

  // MARK: - Types

  /// The type; `dyn` for what has no counterpart here.
  static func type(_ json: JSONValue?) -> ValueType {
    guard let object = json?.object, let (key, raw) = object.first else { return .dyn }
    switch key {
    case "null": return .null
    case "primitive": return primitive(raw.string ?? "")
    case "list_type": return .list(type(raw["elem_type"]))
    case "map_type": return .map(type(raw["key_type"]), type(raw["value_type"]))
    case "well_known": return primitive(raw.string ?? "")
    case "abstract_type" where raw["name"]?.string == "optional_type":
      return .optional(type(raw["parameter_types"]?.array?.first))
    case "type": return .type
    default: return .dyn
    }
  }

  private static func primitive(_ name: String) -> ValueType {
    let types: [String: ValueType] = [
      "BOOL": .bool, "INT64": .int, "UINT64": .uint, "DOUBLE": .double, "STRING": .string,
      "BYTES": .bytes, "DURATION": .duration, "TIMESTAMP": .timestamp,
    ]
    return types[name] ?? .dyn
  }
}
