import Calendars
import Diagnostics
import Tables

/// Values of variables, without any record.
package struct BoundValues: Activation, Sendable {
  /// By name.
  package let values: [String: Value]
  /// The workspace's calendar, where there is one.
  package let calendar: WorkCalendar?

  /// Bindings from values.
  package init(_ values: [String: Value] = [:], calendar: WorkCalendar? = nil) {
    self.values = values
    self.calendar = calendar
  }

  /// Bindings from a JSON object, name to value: plain JSON, or values in the form of
  /// `cel.expr.Value` (`{"int64_value": "1"}`, also under `value`). A number with a point or exponent
  /// is a decimal in rules, a double in CEL. `nil` where a value has no counterpart.
  package init?(_ json: JSONValue, _ dialect: Dialect) {
    guard let object = json.object else { return nil }
    let values = object.compactMapValues { Self.value($0, dialect) }
    guard values.count == object.count else { return nil }
    self.init(values)
  }

  /// No cells.
  package func cell(_ path: ColumnPath) -> Cell { .unreadable }

  /// The value bound to a name.
  package func variable(_ name: String) -> Outcome {
    if let value = values[name] { return .value(value) }
    let fault = Fault(.noSuchName(name))
    return .error(EvaluationError(kind: .rule, message: .reason(fault)))
  }

  /// The scope that has these names with the types of their values.
  package func scope(_ dialect: Dialect) -> Scope {
    Scope(variables: values.mapValues(\.deepType), dialect: dialect)
  }

  private static func value(_ json: JSONValue, _ dialect: Dialect) -> Value? {
    if let value = ProtoValue.value(json) { return value }
    if let object = json.object, object.count == 1,
      let value = object["value"].flatMap(ProtoValue.value)
    {
      return value
    }
    return plain(json, dialect)
  }

  private static func plain(_ json: JSONValue, _ dialect: Dialect) -> Value? {
    switch json {
    case .null: return .null
    case .bool(let bool): return .bool(bool)
    case .string(let text): return .string(text)
    case .number(let digits): return number(digits, dialect)
    case .array(let items):
      let values = items.compactMap { value($0, dialect) }
      return values.count == items.count ? .list(values) : nil
    case .object(let entries):
      let pairs = entries.sorted { $0.key < $1.key }.compactMap { entry in
        value(entry.value, dialect).map { (key: Value.string(entry.key), value: $0) }
      }
      return pairs.count == entries.count ? MapValue(pairs).map(Value.map) : nil
    }
  }

  private static func number(_ digits: String, _ dialect: Dialect) -> Value? {
    let isWhole = digits.allSatisfy { $0 == "-" || $0.isNumber }
    if isWhole, let int = Int64(digits) { return .int(int) }
    if isWhole, let uint = UInt64(digits) { return .uint(uint) }
    if dialect == .rules { return NumberLiteral.decimal(digits).map(Value.decimal) }
    return Double(digits).map(Value.double)
  }
}

extension Value {
  /// The type with that of elements, where they have one in common.
  package var deepType: ValueType {
    switch self {
    case .list(let values): .list(Self.common(values))
    case .map(let map):
      .map(Self.common(map.entries.map(\.key)), Self.common(map.entries.map(\.value)))
    case .optional(let value): .optional(value?.deepType ?? .dyn)
    default: type
    }
  }

  private static func common(_ values: [Value]) -> ValueType {
    let types = values.map(\.deepType)
    return types.dropFirst().reduce(types.first ?? .dyn) { $0.joined($1) }
  }
}
