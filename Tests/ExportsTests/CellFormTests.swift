import Testing

@testable import Exports

/// The forms that profiles tell cells by.
@Suite("Forms of cells")
struct CellFormTests {
  static let forms: [(String, String)] = [
    ("1", "1234"), ("-12", "1234"), ("007", "0123"), ("1.5", "1234.5"), ("1,25", "1234,5"),
    ("1.234.567", "1.234.567"), ("1,234,567", "1,234,567"), ("1 234 567", "1 234 567"),
    ("1.234,5", "1.234,5"), ("1,234.5", "1,234.5"), ("1.234", "1.234"), ("0.234", "1234.5"),
    ("98,5%", "98,5%"), ("98.5 %", "98,5%"), ("12.34.5", "abc"), ("1.23.456", "abc"),
    ("2025-09-02", "yyyy-MM-dd"), ("2025/9/2", "yyyy/M/d"), ("02/09/2025", "dd/MM/yyyy"),
    ("2.9.2025", "d.M.yyyy"), ("02-09-2025 17:05", "dd-MM-yyyy HH:mm"),
    ("02/09/2025 17:05:09", "dd/MM/yyyy HH:mm:ss"), ("02/09/25", "dd/MM/yy"),
    ("2025-09-02T17:05:09+07:00", "yyyy-MM-ddTHH:mm:ss…"), ("99/99/2025", "abc"),
    ("Có", "Có/Không"), ("x", "Có/Không"), ("H26.01", "abc"), ("1a", "abc"), ("-", "abc"),
    ("Hà Nội", "abc"),
  ]

  @Test(arguments: forms)
  func areTold(_ cell: String, _ form: String) {
    let reading = Array(cell.utf8).withUnsafeBufferPointer { FormReading($0) }
    #expect(reading.form.example == form)
  }

  @Test(arguments: [
    ("0912345678", true), ("gọi +84 912 345 678", true), ("001099000001", true),
    ("a@b.vn", true), ("Nguyễn Văn An", true), ("ông Trần Bình", true), ("LÊ THỊ B", true),
    ("H26.01-250818-00008", false), ("31/12/2025 17:05:00", false), ("1.234.567.890", false),
    ("Đã giải quyết", false), ("hồ sơ", false), ("9.000001", false),
  ])
  func peopleAreSeen(_ value: String, _ isPersonal: Bool) {
    #expect(PersonalMarks.isPersonal(value) == isPersonal)
  }

  @Test func daysAndMonthsAreToldByTheWholeColumn() {
    func order(_ cells: [String]) -> DateOrder? {
      var tally = ColumnTally()
      for (index, cell) in cells.enumerated() {
        Array(cell.utf8).withUnsafeBufferPointer { tally.add($0, line: index + 2) }
      }
      return tally.dateOrder
    }
    #expect(order(["2025-01-02"]) == nil)
    #expect(order(["01/02/2025", "03/04/2025"]) == DateOrder(order: .undecided))
    #expect(order(["01/02/2025", "13/04/2025"]) == DateOrder(order: .dayFirst, line: 3))
    #expect(order(["01/13/2025", "03/04/2025"]) == DateOrder(order: .monthFirst, line: 2))
    #expect(order(["01/13/2025", "13/04/2025", "14/04/2025"])?.order == .mixed)
  }

  /// What is kept of a column does not grow with it.
  @Test func differentValuesAreCountedToABound() {
    var tally = ColumnTally()
    for number in 0..<ColumnTally.mostValues + 10 {
      Array(String(number).utf8).withUnsafeBufferPointer { tally.add($0, line: number) }
    }
    #expect(tally.values.count == ColumnTally.mostValues && tally.isOverfull)
    #expect(tally.extremes?.greatest == String(ColumnTally.mostValues + 9))
  }
}
