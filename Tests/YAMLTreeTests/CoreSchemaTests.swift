import Diagnostics
import Numbers
import Testing
import YAMLTree

/// What plain and quoted texts are read as. Source: YAML 1.2.2, section 10.3.2.
@Suite("Core schema")
struct CoreSchemaTests {
  /// A text as written, and what it is read as: `null`, a bool, a whole number, a rational.
  struct Case: Sendable {
    let written: String
    var isNull = false
    var bool: Bool?
    var int: Int?
    var rational: String?
  }

  static let cases = [
    Case(written: "", isNull: true), Case(written: "~", isNull: true),
    Case(written: "null", isNull: true), Case(written: "Null", isNull: true),
    Case(written: "NULL", isNull: true), Case(written: "nUll"), Case(written: "none"),
    Case(written: "'null'"), Case(written: "\"\""),
    Case(written: "true", bool: true), Case(written: "True", bool: true),
    Case(written: "TRUE", bool: true), Case(written: "false", bool: false),
    Case(written: "False", bool: false), Case(written: "FALSE", bool: false),
    Case(written: "tRue"), Case(written: "'true'"), Case(written: "yes"), Case(written: "no"),
    Case(written: "on"), Case(written: "off"), Case(written: "y"), Case(written: "có"),
    Case(written: "0", int: 0, rational: "0"), Case(written: "012", int: 12, rational: "12"),
    Case(written: "-7", int: -7, rational: "-7"), Case(written: "+7", int: 7),
    Case(written: "+-7"), Case(written: "--7"), Case(written: "1_000"), Case(written: "1,000"),
    Case(written: "1.000", rational: "1"), Case(written: "0x10"), Case(written: "0o14"),
    Case(written: "1e3"), Case(written: "12:30:45"), Case(written: ".5"), Case(written: "5."),
    Case(written: "1.5", rational: "3/2"), Case(written: "'1.5'", rational: "3/2"),
    Case(written: "'15'", rational: "15"), Case(written: "95%", rational: "19/20"),
    Case(written: "98.5%", rational: "197/200"), Case(written: "95 %"),
    Case(written: "9223372036854775808", rational: "9223372036854775808"),
    Case(written: "2025-09-02"), Case(written: ".inf"), Case(written: ".nan"),
    Case(written: "١٢"),
  ]

  @Test(arguments: cases)
  func reads(_ each: Case) throws {
    let source = SourceText(path: "x.yaml", text: "k: \(each.written)\n")
    let scalar = try #require(YAMLParser.parse(source).root?.entries?.first?.value.scalar)
    #expect(scalar.isNull == each.isNull)
    #expect(scalar.bool == each.bool)
    #expect(scalar.int == each.int)
    #expect(scalar.rational?.description == each.rational)
  }
}
