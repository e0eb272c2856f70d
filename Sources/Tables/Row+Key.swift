import Calendars
import Numbers

extension Row {
  /// The key, its parts joined with `|`; `nil` where the dataset has none, or a part of it is empty or
  /// unreadable.
  package var key: String? {
    let parts = table.dataset.key.map { cell($0).keyPart }
    guard !parts.isEmpty, !parts.contains(nil) else { return nil }
    return parts.compactMap { $0 }.joined(separator: "|")
  }

  /// What the record is called: by its key, or file and line where there is none.
  package var keyText: String { key ?? "\(file.path):\(line)" }
}

extension Cell {
  /// The text as a part of a key; `nil` for what is no value.
  package var keyPart: String? {
    switch self {
    case .empty, .unreadable: nil
    case .text(let text): text
    case .bool(let value): String(value)
    case .int(let value): String(value)
    case .decimal(let value): value.description
    case .date(let day): day.iso
    case .timestamp(let instant): String(instant.microseconds)
    }
  }
}

extension ColumnType {
  /// What a stored value is.
  /// - Parameter text: gives the text of a code.
  package func cell(_ value: Int64, text: (Int64) -> String) -> Cell {
    switch self {
    case .string: .text(text(value))
    case .bool: .bool(value != 0)
    case .int: .int(value)
    case .decimal(let scale): .decimal(Rational(units: value, scale: scale))
    case .date: .date(Day(number: Int32(truncatingIfNeeded: value)))
    case .timestamp: .timestamp(Instant(microseconds: value))
    }
  }
}
