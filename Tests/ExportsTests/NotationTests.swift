import Foundation
import Tables
import TestSupport
import Testing

@testable import Exports

/// What `cases` cannot show: tails of long files, and texts that numbers of sheets become.
@Suite struct NotationTests {
  @Test(arguments: [
    ("0.985", "98.5%"), ("0.5", "50%"), ("1", "100%"), ("0", "0%"), ("0.00125", "0.125%"),
    ("-0.05", "-5%"), ("12.3456", "1234.56%"), ("1E-5", "1E-5"),
  ])
  func percentsOfSheetsAreWrittenAsShown(number: String, text: String) {
    #expect(SheetColumn.hundredfold(number) == text)
  }

  @Test(arguments: [
    ("12.345", "12.3450"), ("12.34", "12.34"), ("12345", "12345"), ("-1.000", "-1.0000"),
  ])
  func decimalsOfNumbersAreNoThousands(number: String, text: String) {
    #expect(NumberText.withoutGroups(Array(number.utf8)) == Array(text.utf8))
  }

  @Test(arguments: [
    (["(1)", "(2)", "(3)"], true), (["A", "B", "1", "2"], true), (["1", "2", "3", "4"], true),
    (["[1]", "[2]"], true), (["(1)", "(2)", "(3)=(1)+(2)"], true), (["1", "2", "3"], false),
    (["1", "2", "4", "5"], false), (["A", "B", "C", "D"], false), (["(1)", "", "", ""], false),
    (["a1", "b2", "1", "2"], false), (["(1)", "(2)", "x"], false),
  ])
  func numbersOfColumnsAreKnown(cells: [String], are: Bool) {
    #expect(ColumnNumbers.are(cells) == are)
  }

  @Test(arguments: [
    ("Lệ phí (đồng)", "lephi"), ("Lệ phí (*)", "lephi"), ("Ngày ký (dd/mm/yyyy) (2)", "ngayky"),
    ("Tỷ lệ (%)", "tyle"), ("Lệ phí (triệu đồng)", nil),
    ("Thời hạn (giờ)", nil), ("Ngày trả (dự kiến)", nil), ("Lệ phí", nil), ("(1)", nil),
  ])
  func notesInHeadersAreLeftOutWhereTheyDoNotMatter(header: String, name: String?) {
    #expect(PlainHeader(header)?.name == name)
  }

  /// In a file of which only the end is looked at, cut into pieces.
  @Test func findsTheEndOfALongFile() throws {
    let rows = (1...9000).map { "A\($0),H26.01,02/09/2025 08:00,,,mở\n" }.joined()
    let text =
      "dossier_id,unit_code,received_at,completed_at,fee,status\n" + rows
      + "Tổng cộng,9000\n\nNgười lập biểu\n"
    let exports = try Fixture.read(["a.csv": text])
    #expect(exports.files.map(\.recordCount) == [9000])
    #expect(exports.defects.map(\.line) == [9002, 9004])
    #expect(exports.defects.allSatisfy { $0.kind == .otherRow })
  }

  /// The cell that decides stands in another piece than those it decides about.
  @Test func theWholeColumnDecides() throws {
    let row = { (number: Int, date: String) in "\(number),\(date),5\n" }
    let rows = (1...5000).map { row($0, "0\(1 + $0 % 9)/03/2025") }.joined()
    let text = "code,signed_on,maximum_days\n" + rows + row(5001, "03/13/2025")
    for blockSize in [4096, 256 * 1024] {
      let exports = try Fixture.read(["a.csv": text], blockSize: blockSize)
      #expect(exports.defects.map(\.line) == [5002])
      #expect(exports.tables["procedures"]?.contents.first == "1 | 2025-02-03 | 5")
    }
  }
}
