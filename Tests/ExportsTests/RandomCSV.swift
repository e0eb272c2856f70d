import Calendars
import Diagnostics
import Numbers
import Tables
import TestSupport

@testable import Exports

/// Files of random records, good and bad, for a dataset with columns of every kind.
struct RandomCSV {
  static let columns = [
    Fixture.column("id", .string),
    Fixture.column("unit", .string),
    Fixture.column("status", .string) { $0.allowed = ["mở", "đóng"] },
    Fixture.column("made_at", .timestamp) { $0.event = true },
    Fixture.column("due_at", .timestamp) {
      $0.formats = ["dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm"]
      $0.nullable = true
    },
    Fixture.column("odd_at", .timestamp) {
      $0.formats = ["HH:mm d/M/yyyy"]
      $0.nullable = true
    },
    Fixture.column("made_on", .date) {
      $0.event = true
      $0.nullable = true
    },
    Fixture.column("due_on", .date) { $0.formats = ["dd/MM/yyyy"] },
    Fixture.column("days", .int) {
      $0.minimum = .zero
      $0.maximum = Rational(1_000_000_000_000)
    },
    Fixture.column("fee", .decimal(scale: 2)) { $0.nullable = true },
    Fixture.column("share", .decimal(scale: 1)) { $0.formats = ["1.234,5"] },
    Fixture.column("online", .bool) { $0.nullable = true },
    Fixture.column("gone", .string) { $0.optional = true },
    Fixture.column("missing", .int),
  ]

  private static let texts = [
    "A1", "H26.01", "H26.02", "mở", "đóng", "một chữ dài hơn mười sáu", "a", "", " ",
    "\u{A0}x\u{A0}",
    "Nguye\u{302}\u{303}n", "\t", "x\u{0}y", "12345678", "123456789", "1234567890123456", "=",
    "12345678901234567", String(repeating: "dài ", count: 80), "một chữ dài hơn mười bảy",
  ]

  private static let pools: [String: [String]] = [
    "made_at": [
      "2025-09-02T10:00:00", "2025-09-02 10:00", "2024-02-29T23:59:59", "2023-02-29T00:00:00",
      "2025-09-02T24:00:00", "2025-09-02T10:60:00", "2025-09-02t10:00:00", "2025-09-02T10:00:00Z",
      "2025-09-02T10:00:00.25", "1899-12-31T10:00:00", "2156-01-01T10:00:00", "1911-05-01T00:00:10",
      "2025-13-02T10:00:00", "2025-09-02T1O:00:00", "2030-01-01T00:00:00", "0001-01-01T00:00:00",
      "2025-09-02T10:00:0", "2025/09/02T10:00:00", "1970-01-01T08:00:00", "1945-09-02T12:00:00",
    ],
    "due_at": [
      "02/09/2025 10:00:00", "02/09/2025 10:00", "2/9/2025 10:00", "31/02/2025 10:00",
      "2025-09-02T10:00:00", "02/09/2025T10:00:00", "02/09/2025", "29/02/2024 00:00:59",
      "02/13/2025 10:00", "02-09-2025 10:00", "32/01/2025 10:00:00",
    ],
    "odd_at": ["10:00 2/9/2025", "10:00 02/09/2025", "x", "2025-09-02T10:00:00"],
    "made_on": ["2025-09-02", "2024-02-29", "2023-02-29", "2030-01-01", "1969-12-31", "2025-9-2"],
    "due_on": ["02/09/2025", "2025-09-02", "30/02/2025", "2/9/2025", "01/01/1970"],
    "days": [
      "0", "7", "-1", "+5", "12345678", "123456789", "1000000000001", "999999999999",
      "12345678901234567", "1.5", "1 ", "٣", "00000000000000000000", "9999999999999999", "12a",
    ],
    "fee": ["0", "12.5", "12.55", "12.555", "12.550", "-3", "99999999", "123456789", "1.", ".5"],
    "share": ["1.234,5", "12", "12,5", "1,25", "1234"],
    "online": ["true", "false", "TRUE", "Có", "không", "1", "0", "x", "maybe", "truetrue"],
  ]

  private var numbers: SeededRandom
  private let badness: Int

  /// - Parameter badness: about how many of a hundred records are broken.
  init(seed: UInt64, badness: Int) {
    numbers = SeededRandom(seed: seed)
    self.badness = badness
  }

  /// A file with headers.
  mutating func file() -> [UInt8] {
    let names = Self.columns.map(\.id).filter { !["gone", "missing"].contains($0) }
    let headers = shuffled(names + ["extra"])
    let lineBreak: [UInt8] = numbers.next(3) == 0 ? [13, 10] : [10]
    var bytes: [UInt8] = numbers.next(4) == 0 ? [0xEF, 0xBB, 0xBF] : []
    bytes += Array(headers.joined(separator: ",").utf8) + lineBreak
    for _ in 0..<numbers.next(numbers.next(8) == 0 ? 400 : 40) {
      bytes += record(headers) + lineBreak
    }
    if numbers.next(3) == 0, bytes.last == 10 { bytes.removeLast() }
    return bytes
  }

  private mutating func shuffled(_ names: [String]) -> [String] {
    var names = names
    for index in names.indices.reversed() { names.swapAt(index, numbers.next(index + 1)) }
    return names
  }

  private mutating func record(_ headers: [String]) -> [UInt8] {
    var cells = headers.map { cell($0) }
    guard numbers.next(100) < badness else { return Array(cells.joined(separator: [44])) }
    let odd: [[UInt8]] = [
      [34], Array("a\"b".utf8), Array("\"a\"b".utf8), Array("\"a".utf8), [0xFF], [0xC2, 0xA0], [13],
      Array("\"a\"\r".utf8), Array("\"a\" ".utf8), [0], Array("a\r".utf8), Array("\"\"\"\"".utf8),
    ]
    let place = numbers.next(cells.count)
    switch numbers.next(8) {
    case 0: return []
    case 1: return [UInt8](repeating: 44, count: cells.count - 1)
    case 2: cells.removeLast(numbers.next(cells.count))
    case 3: cells.append(numbers.next(2) == 0 ? [] : [65])
    case 4: return [13]
    default: cells[place] = odd[numbers.next(odd.count)]
    }
    return Array(cells.joined(separator: [44]))
  }

  private mutating func cell(_ header: String) -> [UInt8] {
    let pool = Self.pools[header] ?? Self.texts
    let isUsual = header != "extra" && Self.pools[header] != nil && numbers.next(3) > 0
    let text = isUsual ? pool[0] : pool[numbers.next(pool.count)]
    let isUnknown = numbers.next(12) == 0
    let shown = isUnknown ? Self.texts[numbers.next(Self.texts.count)] : text
    switch numbers.next(10) {
    case 0: return []
    case 1: return Array(" \(shown) ".utf8)
    case 2: return Array("\"\(shown)\"".utf8)
    case 3: return Array("\"a \"\"\(shown)\"\" b\"".utf8)
    case 4 where header == "extra" || header == "unit": return Array("\"a,\n\(shown)\"".utf8)
    default: return Array(shown.contains(",") ? "\"\(shown)\"".utf8 : shown.utf8)
    }
  }
}
