import Diagnostics

extension ValueType {
  /// Whether a value of `other` may stand where this is asked for. What is not known before
  /// evaluation always may.
  func accepts(_ other: ValueType) -> Bool {
    switch (self, other) {
    case (.dyn, _), (_, .dyn), (.free, _), (_, .free): true
    case (.optional(let inner), .optional(let other)): inner.accepts(other)
    case (.list(let element), .list(let otherElement)): element.accepts(otherElement)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      key.accepts(otherKey) && value.accepts(otherValue)
    default: self == other
    }
  }

  /// The type of a list or branch that holds both: `dyn` where they differ.
  func joined(_ other: ValueType) -> ValueType {
    switch (self, other) {
    case _ where self == other: self
    case (.free, _): other
    case (_, .free): self
    case (.optional(let inner), .optional(let otherInner)): .optional(inner.joined(otherInner))
    case (.null, _) where other.isNullable: other
    case (_, .null) where isNullable: self
    case (.list(.dyn), .list): other
    case (.list, .list(.dyn)): self
    case (.list(let element), .list(let otherElement)): .list(element.joined(otherElement))
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      .map(key.joined(otherKey), value.joined(otherValue))
    default: .dyn
    }
  }

  /// Whether null may stand for it in CEL.
  var isNullable: Bool {
    switch self {
    case .timestamp, .duration, .optional: true
    default: false
    }
  }

  /// The type of what an optional holds; `nil` for what is none.
  var wrapped: ValueType? {
    switch self {
    case .optional(.free), .dyn, .free: .dyn
    case .optional(let inner): inner
    default: nil
    }
  }

  /// The same with `dyn` for what was left open.
  var settled: ValueType {
    switch self {
    case .free: .dyn
    case .optional(let inner): .optional(inner.settled)
    case .list(let element): .list(element.settled)
    case .map(let key, let value): .map(key.settled, value.settled)
    default: self
    }
  }

  /// Whether it is a number.
  var isNumber: Bool { [.int, .uint, .double, .decimal].contains(self) }

  /// Whether it is a length of time of any kind.
  var isTimeLength: Bool {
    [.duration, .workingDays, .workingHours, .calendarDays, .calendarMonths].contains(self)
  }

  /// Whether it is a date, a moment or a clock time.
  var isTimePoint: Bool { [.date, .timestamp, .localTime].contains(self) }

  /// As people say it, with the name it has in expressions: "thời điểm (timestamp)".
  var words: Text {
    guard let words = Self.vietnamese[self] else { return Text(verbatim: name) }
    return Text(vi: "\(words) (\(name))", en: name)
  }

  private static let vietnamese: [ValueType: String] = [
    .bool: "đúng/sai", .int: "số nguyên", .decimal: "số thập phân", .string: "chữ", .date: "ngày",
    .timestamp: "thời điểm", .localTime: "giờ địa phương", .duration: "khoảng thời gian",
    .workingDays: "số ngày làm việc", .workingHours: "số giờ làm việc",
    .calendarDays: "số ngày theo lịch", .calendarMonths: "số tháng",
  ]

  /// As it is written in messages and signatures.
  package var name: String {
    switch self {
    case .null: "null_type"
    case .list(let element): element == .dyn ? "list" : "list(\(element.name))"
    case .map(let key, let value):
      key == .dyn && value == .dyn ? "map" : "map(\(key.name), \(value.name))"
    case .record(let dataset): dataset
    case .optional(let inner): "optional(\(inner.name))"
    case .dyn, .free: "any"
    case .calendarDays: "days"
    case .calendarMonths: "months"
    default: "\(self)"
    }
  }
}

extension Value {
  /// The type, as far as the value itself tells.
  package var type: ValueType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .decimal: .decimal
    case .string: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    case .date: .date
    case .localTime: .localTime
    case .workingDays: .workingDays
    case .workingHours: .workingHours
    case .calendarDays: .calendarDays
    case .calendarMonths: .calendarMonths
    case .type: .type
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .optional: .optional(.dyn)
    case .record(let record): .record(record.dataset)
    }
  }

  /// The name that `type(…)` gives.
  var typeName: String {
    switch self {
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list: "list"
    case .map: "map"
    case .optional: "optional_type"
    default: type.name
    }
  }
}
