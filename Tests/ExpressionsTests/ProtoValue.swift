import Foundation

@testable import Expressions

/// Values and types in the JSON form of the conformance suite (`cel.expr.Value`).
enum ProtoValue {
  static func value(_ json: [String: Any]) -> Value? {
    guard let (key, raw) = json.first else { return nil }
    let text = raw as? String ?? ""
    switch key {
    case "null_value": return .null
    case "bool_value": return (raw as? Bool).map(Value.bool)
    case "int64_value": return Int64(text).map(Value.int)
    case "uint64_value": return UInt64(text).map(Value.uint)
    case "double_value": return double(raw).map(Value.double)
    case "string_value": return .string(text)
    case "bytes_value": return Data(base64Encoded: text).map { .bytes(Array($0)) }
    case "type_value": return .type(text)
    case "list_value": return list(raw)
    case "map_value": return map(raw)
    default: return nil
    }
  }

  private static func double(_ raw: Any) -> Double? {
    switch raw as? String {
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    case "NaN": .nan
    default: (raw as? NSNumber)?.doubleValue
    }
  }

  private static func list(_ raw: Any) -> Value? {
    let values = (raw as? [String: Any])?["values"] as? [[String: Any]] ?? []
    let parsed = values.compactMap(value)
    return parsed.count == values.count ? .list(parsed) : nil
  }

  private static func map(_ raw: Any) -> Value? {
    let entries = (raw as? [String: Any])?["entries"] as? [[String: Any]] ?? []
    let pairs = entries.compactMap { entry -> (key: Value, value: Value)? in
      guard let key = (entry["key"] as? [String: Any]).flatMap(value),
        let value = (entry["value"] as? [String: Any]).flatMap(value)
      else { return nil }
      return (key, value)
    }
    return pairs.count == entries.count ? MapValue(pairs).map(Value.map) : nil
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
    default: left == right
    }
  }

  static func type(_ json: Any?) -> ValueType {
    guard let json = json as? [String: Any], let (key, raw) = json.first else { return .dyn }
    let inner = raw as? [String: Any] ?? [:]
    switch key {
    case "null": return .null
    case "primitive": return primitive(raw as? String ?? "")
    case "list_type": return .list(type(inner["elem_type"]))
    case "map_type": return .map(type(inner["key_type"]), type(inner["value_type"]))
    case "well_known": return (raw as? String) == "DURATION" ? .duration : .timestamp
    default: return .dyn
    }
  }

  private static func primitive(_ name: String) -> ValueType {
    switch name {
    case "BOOL": .bool
    case "INT64": .int
    case "UINT64": .uint
    case "DOUBLE": .double
    case "STRING": .string
    case "BYTES": .bytes
    default: .dyn
    }
  }
}
