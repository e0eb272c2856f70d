import TestSupport
import Testing

@testable import Workbooks

/// Small things told in tables (`tables/*.txt`).
@Suite struct TableTests {
  @Test func formats() throws {
    for line in try Fixture.table("formats.txt") {
      let shape = "\(FormatCode.shape(line[0]))".replacing(/Workbooks\.\w+\./, with: "")
      #expect(shape == line[1], "\(line[0])")
    }
  }

  @Test func numbers() throws {
    for line in try Fixture.table("numbers.txt") {
      let shown = Array(line[0].utf8).withUnsafeBufferPointer { DecimalText($0)?.shown }
      #expect(shown ?? "none" == line[1], "\(line[0])")
    }
  }

  @Test func numbersHaveTheirValue() throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<Effort.rounds(20_000) {
      let number = Double(random.next(1_000_000_000)) / Double(1 + random.next(1_000_000))
      let text = Array("\(number)".utf8)
      let value = text.withUnsafeBufferPointer { DecimalText($0)?.value } ?? .nan
      #expect(abs(value - number) <= number.ulp)
    }
  }

  @Test func serials() throws {
    for line in try Fixture.table("serials.txt") {
      let system = line[0] == "1904" ? DateSystem.from1904 : .from1900
      let serial = try #require(Double(line[1]))
      #expect(SheetMoment.at(serial: serial, system)?.moment.iso ?? "none" == line[2], "\(line)")
    }
  }

  @Test func isoMoments() throws {
    for line in try Fixture.table("iso.txt") {
      let text = Array(line[0].utf8)
      let told = text.withUnsafeBufferPointer { text -> String in
        if let found = ISOMoment.parse(text) { return "\(found.shape) \(found.moment.isoWithTime)" }
        return ISOMoment.duration(text).map { "\($0) ms" } ?? "none"
      }
      #expect(told == line[1], "\(line[0])")
    }
  }

  @Test func everyColumnHasItsName() {
    for column in 0..<WorkbookLimit.columns {
      let name = Array((CellReference.name(column: column) + "7").utf8)
      let place = name.withUnsafeBufferPointer { CellReference.parse($0) }
      #expect(place?.column == column && place?.row == 7)
    }
  }
}
