@testable import Expressions

extension Outcome {
  /// As case files write it.
  var text: String {
    switch self {
    case .value(let value): value.text
    case .unknown: "unknown"
    case .error(let error):
      if case .emptyCell(let path) = error.kind {
        "empty \(path.variable).\(path.columns)"
      } else {
        "error \(error.message.en)"
      }
    }
  }
}

extension Value {
  /// As case files write it.
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .int(let int): "\(int)"
    case .uint(let uint): "\(uint)u"
    case .double(let double): "\(double)"
    case .decimal(let decimal): DecimalText.text(of: decimal)
    case .string(let text): text.debugDescription
    case .bytes(let bytes): "\(bytes)"
    case .timestamp(let instant): "timestamp \(instant.iso)"
    case .duration(let nanoseconds): "duration \(DurationText.text(of: nanoseconds))"
    case .date(let day): "date \(day.iso)"
    case .localTime(let local): "local \(local.iso)"
    case .workingDays(let days): "workingDays \(days)"
    case .workingHours(let seconds): "workingHours \(seconds)s"
    case .calendarDays(let days): "days \(days)"
    case .calendarMonths(let months): "months \(months)"
    case .type(let name): "type \(name)"
    case .list(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
    case .record(let record): "\(record.dataset) \(record.row)"
    case .optional(let value): value.map { "optional \($0.text)" } ?? "none"
    case .map(let map):
      "{" + map.entries.map { "\($0.key.text): \($0.value.text)" }.joined(separator: ", ") + "}"
    }
  }
}
