import Foundation
import TestSupport
import Testing

@testable import Workbooks

/// Whatever is done to a file, reading ends with rows and a diagnostic, and the scanner and expat
/// never differ.
@Suite struct FuzzTests {
  private static let seeds = [
    "types", "strings", "references", "hidden", "ods-types", "ods-text", "ods-hidden",
  ]

  @Test(arguments: seeds)
  func truncatedFilesGiveADiagnostic(_ name: String) throws {
    for style in [ZipBuilder.Style.stored, .deflated] {
      let whole = ZipBuilder(style: style).archive(try Fixture.parts(name))
      for part in 0..<20 {
        let told = try Fixture.told(Array(whole[..<(whole.count * part / 20)]))
        #expect(told.contains("TT05"), "\(part)/20 of \(name)")
      }
    }
  }

  @Test(arguments: seeds)
  func flippedBytesNeverCrash(_ name: String) throws {
    var random = SeededRandom(seed: 11)
    for style in [ZipBuilder.Style.stored, .deflated] {
      let whole = ZipBuilder(style: style).archive(try Fixture.parts(name))
      for _ in 0..<Effort.rounds(60) {
        var bytes = whole
        for _ in 0...random.next(4) { bytes[random.next(bytes.count)] = UInt8(random.next(256)) }
        #expect(try !Fixture.told(bytes).isEmpty)
      }
    }
  }

  /// Here the archive is sound and the XML is not.
  @Test(arguments: seeds)
  func scannerAndExpatAgree(_ name: String) throws {
    var random = SeededRandom(seed: 2025)
    let parts = try Fixture.parts(name)
    for _ in 0..<Effort.rounds(150) {
      var changed = parts
      let index = parts.firstIndex { $0.name.contains("sheet1") || $0.name == "content.xml" } ?? 0
      changed[index].bytes = mutated(parts[index].bytes, &random)
      let archive = ZipBuilder().archive(changed)
      let scanned = try Fixture.told(archive)
      let parsed = try Fixture.told(archive, prefersExpat: true)
      if scanned != parsed { try? Data(changed[index].bytes).write(to: failure(name)) }
      #expect(scanned == parsed)
    }
  }

  private func failure(_ name: String) -> URL {
    FileManager.default.temporaryDirectory.appending(path: "disagreement-\(name).xml")
  }

  private static let pieces = [
    "<", ">", "/", "\"", "'", "&", "&amp;", "&#10;", "&lt;", "]]>", "<!-- </row> -->", "\r\n", "\t",
    "<![CDATA[<c>]]>", "<?x </row> ?>", "<row>", "</row>", "<row r=\"3\"/>", "<c><v>5</v></c>",
    "</c>", "<v>", "</v>", "<is><t> x </t></is>", " r=\"A1\"", " t=\"s\"", " s=\"99\"",
    " hidden='1'",
    " xmlns=\"urn:x\"", " x14ac:dyDescent=\"1\"", "\u{0}", "\u{1}", "\u{FFFD}", "é", "ế", "😀", " ",
    "<f>1</f>", "<f t=\"shared\" si=\"0\"/>", "<v/>", "1e5", "-", ".", "_x000D_", "<rPh>", "<x:v>",
  ]

  private func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.next(3) {
      let place = random.next(bytes.count)
      switch random.next(4) {
      case 0: bytes[place] = UInt8(random.next(256))
      case 1: bytes.removeSubrange(place..<min(bytes.count - 1, place + 1 + random.next(6)))
      default: bytes.insert(contentsOf: Self.pieces[random.next(Self.pieces.count)].utf8, at: place)
      }
    }
    return bytes
  }
}
