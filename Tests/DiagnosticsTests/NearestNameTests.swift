import Diagnostics
import Testing

/// Which name was probably meant.
@Suite("Nearest name")
struct NearestNameTests {
  static let names = ["require", "severity", "source", "over", "due", "đơn_vị", "id"]

  @Test(arguments: [
    ("requires", "require"), ("reqiure", "require"), ("Severity", "severity"), ("sorce", "source"),
    ("ove", "over"), ("deu", "due"), ("don_vi", "đơn_vị"), ("đo\u{31B}n_vi\u{323}", "đơn_vị"),
    ("ids", "id"), ("whatever", nil), ("", nil), ("x", nil), ("units", nil),
  ])
  func isFound(written: String, meant: String?) {
    #expect(NearestName.of(written, among: Self.names) == meant)
  }

  @Test("of two that are as near, the first by name")
  func tie() {
    #expect(NearestName.of("cat", among: ["hat", "bat"]) == "bat")
    #expect(NearestName.of("a", among: ["b"]) == nil)
    #expect(NearestName.of("cat", among: [String]()) == nil)
  }

  @Test("a whole file taken for a name costs nothing")
  func long() {
    #expect(NearestName.of(String(repeating: "x", count: 1_000_000), among: Self.names) == nil)
  }
}
