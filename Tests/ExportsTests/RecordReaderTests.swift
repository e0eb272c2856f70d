import Foundation
import TestSupport
import Testing

@testable import Exports

@Suite struct RecordReaderTests {
  /// Files of csv-spectrum whose JSON is not what their CSV says, and why.
  static let mismatched = [
    "location_coordinates.csv": "the JSON is one object, with another phone number than the CSV"
  ]

  @Test(arguments: [1, 2, 7, 64, 256 * 1024])
  func agreesWithTheSpectrum(blockSize: Int) throws {
    guard let folder = Places.conformance?.appending(path: "csv/csvs"),
      FileManager.default.fileExists(atPath: folder.path)
    else {
      print("SKIPPED: csv-spectrum is not here")
      return
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count >= 12)
    for name in names where name.hasSuffix(".csv") && Self.mismatched[name] == nil {
      let csv = Array(try Data(contentsOf: folder.appending(path: name)))
      let json = folder.deletingLastPathComponent().appending(
        path: "json/" + name.replacing(".csv", with: ".json"))
      let want =
        try JSONSerialization.jsonObject(with: Data(contentsOf: json)) as? [[String: String]]
      let cells = try Fixture.rawCells(csv, delimiter: nil, blockSize: blockSize)
      let texts = cells.map { $0.map { String(decoding: $0, as: UTF8.self) } }
      let got = texts.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(texts[0], $0)) }
      #expect(got == want, "\(name)")
    }
  }

  @Test func agreesWithTheSlowParser() throws {
    let alphabet = Array("a,\"\n\r;b\"\",\n".utf8)
    var numbers = SeededRandom(seed: 4180)
    for round in 0..<Effort.rounds(3000) {
      let bytes = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)]
      }
      let want = SlowCSV(bytes).records
      for blockSize in [1, 2, 7, 64] {
        let got = try Fixture.rawCells(bytes, delimiter: 44, blockSize: blockSize)
        let shown = String(decoding: bytes, as: UTF8.self).debugDescription
        try #require(got == want, "round \(round), blocks of \(blockSize): \(shown)")
      }
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", ","), ("a;b,c;d\n", ";"), ("a\tb\tc,d\n", "\t"), ("\"a,b,c\";d\n", ";"),
    ("\n\na;b\n", ";"), ("a\n", ","), ("", ","), ("\u{FEFF}a;b", ";"),
  ])
  func findsTheDelimiter(text: String, want: String) throws {
    for blockSize in [1, 7, 4096] {
      let reader = try RecordReader(
        FileBytes(Array(text.utf8)), delimiter: nil, blockSize: blockSize)
      #expect(reader.delimiter == want.utf8.first)
    }
  }

  @Test(arguments: [1, 7, 4096])
  func knowsTheLineOfEachRecord(blockSize: Int) throws {
    let text = "h\r\n\"a\nb\"\n\nc\n\"d\ne\"x\nf\n\"g\n"
    var reader = try RecordReader(
      FileBytes(Array(text.utf8)), delimiter: 44, blockSize: blockSize)
    var lines: [Int] = []
    while try reader.advance() { lines.append(reader.withRecord { $0.line }) }
    #expect(lines == [1, 2, 5, 6, 7, 8, 9])
  }
}
