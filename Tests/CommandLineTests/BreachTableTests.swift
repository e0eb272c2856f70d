import Assessment
import Reports
import Testing

@Suite("The table of breaches")
struct BreachTableTests {
  /// A key, and the cell that it becomes.
  static let cells: [(String, String)] = [
    ("000.00.01-250901", "000.00.01-250901"), ("Nguyễn|2025-09-01", "Nguyễn|2025-09-01"),
    ("=1+1", "'=1+1"), ("+84", "'+84"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"), ("\r=1", "\"'\r=1\""), ("=\"a\"", "\"'=\"\"a\"\"\""), ("a,b", "\"a,b\""),
    ("a\nb", "\"a\nb\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("'quoted'", "'quoted'"), ("", ""),
  ]

  @Test(arguments: cells) func writes(_ key: String, _ cell: String) {
    let breach = Breach(
      dataset: "d", file: "f.csv", line: 2, key: key, unit: "u", obligation: "a/b", group: nil,
      period: "2025-09", due: "2025-09-01", done: nil, waivers: ["w1", "w2"])
    #expect(
      BreachTable.line(breach) == "d,f.csv,2,\(cell),u,a/b,,2025-09,2025-09-01,,w1 w2\r\n")
  }
}
