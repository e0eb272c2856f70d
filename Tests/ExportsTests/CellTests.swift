import Calendars
import Foundation
import Numbers
import Tables
import TestSupport
import Testing

@testable import Exports

/// Cells as they are written, and what is read from them: `cases/cells.txt` holds a line for each,
/// `type | formats | cell | what is read`.
@Suite struct CellTests {
  struct Case: CustomStringConvertible {
    let line: Int
    let fields: [String]
    var description: String { "line \(line): \(fields.joined(separator: " | "))" }
  }

  static let cases: [Case] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "cases/cells.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
      .map { index, line in
        let fields = line.split(separator: "|", omittingEmptySubsequences: false)
        return Case(
          line: index + 1, fields: fields.map { $0.trimmingCharacters(in: .whitespaces) })
      }
  }()

  @Test func hasCases() { #expect(Self.cases.count > 60) }

  @Test(arguments: cases)
  func isReadAsTheCaseSays(example: Case) throws {
    try #require(example.fields.count == 4)
    var column = Column(id: "x", type: try #require(Self.type(example.fields[0])))
    if example.fields[0].hasPrefix("percent") {
      column.maximum = example.fields[0] == "percent1" ? Rational(1) : Rational(100)
    }
    column.formats = example.fields[1].split(separator: "~").map(String.init)
    let reader = ColumnReader(column, zone: Fixture.zone)
    let cell = Self.unescaped(example.fields[2])
    let reading = cell.withUnsafeBufferPointer { reader.read($0) }
    #expect(Self.shown(reading, column, reader) == example.fields[3])
  }

  private static func type(_ name: String) -> ColumnType? {
    switch name {
    case "string": .string
    case "bool": .bool
    case "int": .int
    case "decimal0": .decimal(scale: 0)
    case "decimal2", "percent100": .decimal(scale: 2)
    case "decimal3", "percent1": .decimal(scale: 3)
    case "date": .date
    case "timestamp": .timestamp
    default: nil
    }
  }

  /// `\s` is a space, `\n` a no-break space, `\xHH` a byte, `\d` turns the cell into NFD.
  private static func unescaped(_ text: String) -> [UInt8] {
    if text.hasPrefix("\\d") {
      return Array(String(text.dropFirst(2)).decomposedStringWithCanonicalMapping.utf8)
    }
    var bytes: [UInt8] = []
    var rest = Substring(text)
    while let first = rest.popFirst() {
      guard first == "\\", let kind = rest.popFirst() else {
        bytes += String(first).utf8
        continue
      }
      switch kind {
      case "s": bytes.append(32)
      case "n": bytes += [0xC2, 0xA0]
      default:
        bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      }
    }
    return bytes
  }

  private static func shown(_ reading: CellReading, _ column: Column, _ reader: ColumnReader)
    -> String
  {
    switch reading {
    case .empty: return "empty"
    case .unknown: return "unknown"
    case .fault(.doubt(let doubt)): return "doubt \(doubt)"
    case .fault(let fault): return "\(fault)"
    case .value(let value):
      switch column.type {
      case .string: return "'\(reader.dictionary[value])'"
      case .date: return Day(number: Int32(value)).iso
      case .timestamp: return Instant(microseconds: value).iso
      case .bool, .int, .decimal: return String(value)
      }
    }
  }

  @Test func composesTextsOnce() {
    let reader = ColumnReader(Column(id: "x", type: .string), zone: .utc)
    let forms = ["Nguyễn", "Nguyễn".decomposedStringWithCanonicalMapping]
    let readings = forms.map { Array($0.utf8).withUnsafeBufferPointer { reader.read($0) } }
    #expect(readings == [.value(0), .value(0)])
    #expect(
      Array(reader.dictionary[0].utf8) == Array("Nguyễn".precomposedStringWithCanonicalMapping.utf8)
    )
  }

  @Test func keepsManyTextsApart() {
    let reader = ColumnReader(Column(id: "x", type: .string), zone: .utc)
    for round in 0..<2 {
      for number in 0..<5000 {
        let reading = Array("mã-\(number)".utf8).withUnsafeBufferPointer { reader.read($0) }
        #expect(reading == .value(Int64(number)), "round \(round)")
      }
    }
  }
}

@Suite struct ColumnFormatTests {
  @Test(arguments: [
    ("dd/mm/yyyy", "dd/MM/yyyy"), ("dd/mm/yyyy HH:MM:ss", "dd/MM/yyyy HH:mm:ss"),
    ("yyyy-mm-ddTHH:MM", "yyyy-MM-ddTHH:mm"), ("HH:MM dd/mm/yyyy", "HH:mm dd/MM/yyyy"),
    ("ngày/tháng/năm giờ:phút", "dd/MM/yyyy HH:mm"), ("DD/MM/YYYY", "dd/MM/yyyy"),
    ("d/m/yyyy h:m", "d/M/yyyy H:m"), ("hh:mm dd/MM/yyyy", "HH:mm dd/MM/yyyy"),
    ("dd/MM/yyyy hh:MM a", "dd/MM/yyyy hh:mm a"), ("dd/mm", nil), ("dd/MM/yy", nil),
    ("HH:mm", nil), ("xyz", nil), ("dd/MM/yyyyy", nil), ("dd/MM/yyyy mm:ss", nil),
    ("dd/MM/yyyy dd", nil), ("", nil),
  ])
  func otherTextsAreNoDatePatterns(format: String, meant: String?) {
    #expect((try? DatePattern(format)) == nil)
    #expect(DatePattern.nearest(to: format) == meant)
  }

  @Test(arguments: ["1.234,5", "1,234.5", "1 234,5", "1234,5", "1234.5"])
  func numberFormatsHaveAMeaning(example: String) {
    #expect(NumberFormat(example: example) != nil)
  }

  @Test(arguments: ["", "abc", "1.234.5", "1-5", "..", "1;2"])
  func otherTextsAreNoNumberFormats(example: String) {
    #expect(NumberFormat(example: example) == nil)
  }
}
