import Diagnostics
import TestSupport
import Testing

@testable import Encodings

/// What people are told; the golden is for the eye.
@Suite struct DiagnosticTests {
  @Test func areClear() throws {
    var all: [Diagnostic] = []
    let faults: [(Encoding, [UInt8])] = [
      (.windows1258, [0x61, 0x0A, 0x81]), (.vni, [0x62, 0xF9]), (.utf16LE, [0x00, 0xD8, 0x61]),
      (.utf8, [0x61, 0xFF]),
    ]
    for (encoding, bytes) in faults {
      for fault in TextDecoder.decode(bytes, as: encoding).faults {
        all.append(.undecodable("thang-9.csv", fault, encoding))
      }
    }
    let texts = try Cases.lines("texts.txt")
    let guesses = try ["Xã mô phỏng", texts[0]].map { text in
      try #require(TestEncoder(.tcvn3).encode(text)).withUnsafeBufferPointer {
        EncodingGuess($0, isWhole: true)
      }
    }
    all.append(.undecidedEncoding("thang-9.csv", guesses[0]))
    all.append(
      .undecidedEncoding(
        "a.csv", [0, 1, 2].withUnsafeBufferPointer { EncodingGuess($0, isWhole: true) }))
    let source = SourceText(path: "exports.yaml", text: "encoding: TCNV3")
    all.append(.unknownEncoding("TCNV3", Span(source, 10..<15)))
    all.append(.unknownEncoding("EBCDIC-037", Span(source, 10..<15)))
    all.append(.readAs("thang-9.csv", .tcvn3, guesses[1]))
    all.append(.namedOtherwise("thang-9.csv", .vni, guesses[1], at: Span(source, 10..<15)))
    let mixed = Array("Mã ho\u{302}\u{300} sơ".utf8)
    all.append(
      .decomposedWords(
        "thang-9.csv", mixed.withUnsafeBufferPointer { EncodingGuess($0, isWhole: true) }))
    let shown = Language.allCases.map { language in
      all.map { DiagnosticRenderer(language: language, colour: false).render($0) }
        .joined(separator: "\n")
    }
    Golden.expect(shown.joined(separator: "\n\n"), matches: "cases/diagnostics.golden.txt")
  }
}
