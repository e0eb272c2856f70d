import TestSupport
import Testing

@testable import Encodings

/// Bytes in, text and faults out.
@Suite struct DecoderTests {
  static let legacy: [Encoding] = [.windows1258, .windows1252, .tcvn3, .vni, .viscii]

  /// `TestSupport/letters` lists all letters of Vietnamese, and the other characters, with their bytes.
  @Test(arguments: legacy)
  func readsEveryCharacter(encoding: Encoding) throws {
    let forms = try TestEncoder(encoding).forms
    for (letter, ways) in forms {
      for bytes in ways {
        let (text, faults) = TextDecoder.decode(bytes, as: encoding)
        #expect(string(text).unicodeScalars.elementsEqual([letter]), "\(letter) \(bytes.hex)")
        #expect(faults.isEmpty)
      }
    }
  }

  @Test(arguments: [Encoding.windows1258, .tcvn3, .vni, .viscii])
  func hasAllLettersOfVietnamese(encoding: Encoding) throws {
    let forms = try TestEncoder(encoding).forms
    let letters = VietnameseLetter.vowels.flatMap { $0 }.filter { !$0.isASCII } + ["đ", "Đ"]
    #expect(letters.count == 134)
    #expect(letters.allSatisfy { forms[$0] != nil })
  }

  /// Each byte that no table lists, alone, is a fault and nothing else.
  @Test(arguments: legacy)
  func refusesAllOtherBytes(encoding: Encoding) throws {
    let forms = try TestEncoder(encoding).forms
    let known = Set(forms.values.flatMap { $0 }.filter { $0.count == 1 }.flatMap { $0 })
    for byte in UInt8.min...UInt8.max {
      let (text, faults) = TextDecoder.decode([byte], as: encoding)
      #expect(faults.isEmpty == (byte < 0x80 || known.contains(byte)), "\([byte].hex)")
      #expect(string(text).unicodeScalars.count == 1)
      #expect(faults.isEmpty || string(text) == "\u{FFFD}")
    }
  }

  /// `cases/decoding.txt`: an encoding and bytes a line; the golden says what comes out.
  @Test func decodesCases() throws {
    var shown = ""
    for line in try Cases.lines("decoding.txt") {
      let parts = line.split(separator: ":", maxSplits: 1)
      let encoding = try #require(Encoding(named: String(parts[0])))
      let (text, faults) = TextDecoder.decode(Cases.bytes(parts[1]), as: encoding)
      shown += line + "\n  " + Self.escaped(string(text)) + "\n"
      for fault in faults {
        shown += "  \(fault.kind) \(fault.bytes.hex) at \(fault.offset), line \(fault.line)\n"
      }
    }
    Golden.expect(shown, matches: "cases/decoding.golden.txt")
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.properties.generalCategory == .nonspacingMark
        ? "{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
  }

  @Test func keepsAsManyFaultsAsAskedFor() {
    var decoder = TextDecoder(.windows1252, faultLimit: 2)
    var text: [UInt8] = []
    [UInt8](repeating: 0x81, count: 5).withUnsafeBufferPointer { decoder.decode($0, into: &text) }
    #expect(decoder.faults.map(\.offset) == [0, 1])
    #expect(decoder.faultCount == 5)
  }
}
