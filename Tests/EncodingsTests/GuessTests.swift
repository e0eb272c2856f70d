import Foundation
import TestSupport
import Testing

@testable import Encodings

/// What texts are said to be written in.
@Suite struct GuessTests {
  /// `cases/texts.txt` in each encoding: lines alone, five together, and pages of thirty.
  ///
  /// The golden counts how many are told right; how many are undecided; and how many are told to be
  /// in another encoding in which they read the same. None may be told wrong.
  @Test func textsAreToldOrLeftUndecided() throws {
    var counts: [String: Count] = [:]
    var undecided = ""
    for writing in try Writing.all() {
      for sample in try Self.samples() {
        if sample.size.hasSuffix("Western"), !writing.isForWestern { continue }
        guard let bytes = writing.write(sample.text) else { continue }
        let guess = Self.guess(bytes)
        let outcome = Self.outcome(guess, bytes, writing)
        counts["\(writing.name) | \(sample.size)", default: Count()].add(outcome)
        #expect(outcome != .wrong, "\(writing.name): \(sample.text): \(guess)")
        if outcome == .undecided {
          undecided += "\(writing.name): \(sample.text.prefix(60))\n  \(guess.evidence.en)\n"
        }
      }
    }
    let rows = counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.shown)" }
    let table = rows.joined(separator: "\n") + "\n"
    print(table)
    Golden.expect(table, matches: "cases/guesses.golden.txt")
    Golden.expect(undecided, matches: "cases/undecided.golden.txt")
  }

  /// Words at random, two to eight together.
  @Test func fewWordsAreNeverToldWrong() throws {
    let texts = try Cases.lines("texts.txt").joined(separator: " ")
    let words = Set(texts.split { !$0.isLetter }.map(String.init)).sorted()
    let writings = try Writing.all()
    var numbers = SeededRandom(seed: 134)
    for _ in 0..<Effort.rounds(500) {
      let some = (0..<numbers.roll(2...8)).map { _ in words[numbers.next(words.count)] }
      for writing in writings {
        guard let bytes = writing.write(some.joined(separator: ",")) else { continue }
        let guess = Self.guess(bytes)
        #expect(Self.outcome(guess, bytes, writing) != .wrong, "\(writing.name) \(some) \(guess)")
      }
    }
  }

  /// Rows in one encoding appended to a file in another.
  @Test func mixedFilesAreUndecided() throws {
    let lines = try Cases.lines("texts.txt")
    let rows = lines[200..<250].joined(separator: "\n")
    let old = try #require(TestEncoder(.viscii).encode(rows))
    let guess = Self.guess(Array(lines[150..<200].joined(separator: "\n").utf8) + old)
    #expect(guess.answer == .undecided([.viscii, .utf8]))
    #expect(guess.evidence.en.contains("too few to decide"))
  }

  /// The evidence as people read it.
  @Test func evidenceIsStated() throws {
    let texts = try Cases.lines("texts.txt")
    let samples = [
      texts[0], texts[58], texts[70], "Tổng", "Mã", texts[200...229].joined(separator: "\n"),
    ]
    var shown = ""
    for sample in samples {
      for writing in try Writing.all() {
        guard let bytes = writing.write(sample) else { continue }
        shown += "\(writing.name): \(sample.prefix(50).replacing("\n", with: " "))\n"
        shown += Self.shown(Self.guess(bytes))
      }
    }
    for text in ["", "a,b\n", "Mã\u{0}", "城市行政服务中心城市行政服务中心城市行政服务中心"] {
      shown += "\(text.debugDescription)\n" + Self.shown(Self.guess(Array(text.utf8)))
    }
    let marked: [[UInt8]] = [
      [0xEF, 0xBB, 0xBF, 0x61], [0xFF, 0xFE], [0xFE, 0xFF, 0, 0x61],
      [0x93, 0x61, 0x94, 0x2C, 0xB0],
      [UInt8](repeating: 0xD4, count: 200), [0x61, 0x2C, 0xC0, 0xAF],
    ]
    for mark in marked {
      shown += "\(mark.hex)\n" + Self.shown(Self.guess(mark))
    }
    Golden.expect(shown, matches: "cases/evidence.golden.txt")
  }

  @Test func broken() throws {
    let text = try Cases.lines("texts.txt").joined(separator: "\n")
    let encoder = try TestEncoder(.vni)
    var bytes = try #require(encoder.encode(text))
    for place in stride(from: 500, to: bytes.count, by: 500) { bytes[place] = 0x81 }
    #expect(Self.guess(bytes).answer == .decided(.vni))
    var utf8 = Array(text.utf8)
    utf8[1000] = 0xFF
    utf8[2000] = 0
    #expect(Self.guess(utf8).answer == .decided(.utf8))
  }

  /// Blocks do not show, and a head that ends inside of a character is no broken UTF-8.
  @Test func blocksDoNotShow() throws {
    let text = try Cases.lines("texts.txt").prefix(150).joined(separator: "\n")
    for writing in try Writing.all() {
      guard let bytes = writing.write(text) else { continue }
      let whole = Self.guess(bytes)
      for size in [1, 7, 4095, 4096, 4097] {
        var survey = EncodingSurvey()
        for start in stride(from: 0, to: bytes.count, by: size) {
          Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBufferPointer {
            survey.add($0)
          }
        }
        #expect(survey.guess(isWhole: true) == whole, "\(writing.name) \(size)")
      }
      for cut in 5000...5004 {
        let head = Array(bytes.prefix(cut)).withUnsafeBufferPointer {
          EncodingGuess($0, isWhole: false)
        }
        #expect(head.answer == whole.answer, "\(writing.name) \(cut)")
      }
    }
  }

  @Test func countsDecomposedWords() {
    let text = "Mã hồ sơ,Ma\u{303} ho\u{302}\u{300} so\u{31B},abc\n"
    let guess = Self.guess(Array(text.utf8))
    #expect(guess.decomposedWords == 3)
    #expect(guess.accentedWords == 6)
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(Self.guess(wide).decomposedWords == 3)
  }

  @Test func anyBytesAreGuessed() {
    var numbers = SeededRandom(seed: 5712)
    for _ in 0..<Effort.rounds(300) {
      let bytes = (0..<numbers.next(200)).map { _ in UInt8(1 + numbers.next(255)) }
      let guess = Self.guess(bytes)
      #expect(!guess.evidence.vi.isEmpty && !guess.evidence.en.isEmpty)
    }
  }

  private static func guess(_ bytes: [UInt8]) -> EncodingGuess {
    bytes.withUnsafeBufferPointer { EncodingGuess($0, isWhole: true) }
  }

  private static func shown(_ guess: EncodingGuess) -> String {
    let answer =
      switch guess.answer {
      case .decided(let encoding): encoding.title
      case .undecided(let near): "undecided: " + near.map(\.title).joined(separator: ", ")
      }
    return "  \(answer)\n  \(guess.evidence.vi)\n  \(guess.evidence.en)\n"
  }

  private static func outcome(
    _ guess: EncodingGuess, _ bytes: [UInt8], _ writing: Writing
  ) -> Outcome {
    guard let told = guess.encoding else { return .undecided }
    if told == writing.encoding { return .right }
    let (read, meant) = (
      TextDecoder.decode(bytes, as: told), TextDecoder.decode(bytes, as: writing.encoding)
    )
    return read.text == meant.text ? .alike : .wrong
  }

  private static func samples() throws -> [(text: String, size: String)] {
    let sections = try Cases.sections("texts.txt")
    let lines = sections.flatMap { section in
      section.lines.map { ($0, "1 line of \(section.name)") }
    }
    let all = sections.flatMap(\.lines)
    let fives = stride(from: 0, to: all.count - 5, by: 5).map {
      (all[$0..<$0 + 5].joined(separator: "\n"), "5 lines")
    }
    let pages = stride(from: 0, to: all.count - 30, by: 10).map {
      (all[$0..<$0 + 30].joined(separator: "\n"), "page of 30 lines")
    }
    let western = try Cases.lines("western.txt")
    return lines + fives + pages + western.map { ($0, "1 line, Western") }
      + [(western.joined(separator: "\n"), "page, Western")]
  }
}
