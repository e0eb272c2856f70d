import Testing

@testable import Encodings

/// Names of encodings.
@Suite struct EncodingTests {
  @Test(arguments: [
    ("tcvn3", Encoding.tcvn3), ("TCVN5712", .tcvn3), ("TCVN 5712:1993", .tcvn3), ("ABC", .tcvn3),
    ("TCVN3 (ABC)", .tcvn3), ("cp1258", .windows1258), ("Windows-1258", .windows1258),
    ("1258", .windows1258), ("UTF-16LE", .utf16LE), ("utf16", .utf16LE), ("UTF-16BE", .utf16BE),
    ("utf8", .utf8), ("UTF_8", .utf8), ("VNI-Windows", .vni), ("vni", .vni), ("Viscii", .viscii),
    ("latin1", .windows1252), ("ISO 8859-1", .windows1252),
  ])
  func areFound(name: String, encoding: Encoding) {
    #expect(Encoding(named: name) == encoding)
  }

  @Test(arguments: [
    ("tcnv3", "TCVN3"), ("viscci", "VISCII"), ("windows-1285", "windows-1258"),
    ("VN-Windows", "VNI-Windows"),
    ("EBCDIC-037", nil), ("", nil),
  ])
  func areSuggested(name: String, meant: String?) {
    #expect(Encoding(named: name) == nil)
    #expect(Encoding.nearestName(to: name) == meant)
  }

  @Test(arguments: Encoding.allCases)
  func titlesAreNames(encoding: Encoding) {
    #expect(Encoding(named: encoding.title) == encoding)
    #expect(Encoding(named: encoding.rawValue) == encoding)
  }
}
