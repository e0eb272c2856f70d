import Diagnostics
import Rulebook
import TestSupport
import Testing

/// Mutations of valid rule files: whatever comes of them, the loader says so and goes on.
@Suite("Mutated rule files")
struct FuzzTests {
  @Test(arguments: 0..<8)
  func neverCrash(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let names = ["base/calendar", "base/datasets", "base/units", "base/directive"]
    let files =
      try names.map(RuleFiles.source)
      + RuleFiles.names(in: "good").map {
        try RuleFiles.source("good/\($0)")
      }
    for _ in 0..<Effort.rounds(60) {
      var mutated = files
      for _ in 0...random.next(2) {
        let index = random.next(files.count)
        mutated[index] = SourceText(
          path: files[index].path, bytes: mutation(of: mutated[index].bytes, &random))
      }
      let (rulebook, diagnostics) = RulebookLoader.load(mutated)
      #expect((rulebook == nil) == diagnostics.hasErrors)
      for language in Language.allCases {
        #expect(!DiagnosticRenderer(language: language).render(diagnostics).contains("\u{0}"))
      }
    }
  }

  private func mutation(of bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count > 1 else { return bytes }
    let line = random.next(lines.count)
    switch random.next(6) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[random.next(lines.count)], at: line)
    case 2: lines.swapAt(line, random.next(lines.count))
    case 3: lines[line] = ArraySlice(changed(Array(lines[line]), &random))
    case 4:
      lines[line] = ArraySlice(
        changed(Array(lines[line]), &random) + lines[random.next(lines.count)])
    default: lines[line] = lines[line].dropFirst(random.next(lines[line].count + 1))
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private func changed(_ line: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    guard !line.isEmpty else { return Array("  - {".utf8) }
    var line = line
    let place = random.next(line.count)
    let signs = Array("[]{}:,'\"#&*!|>%@-0 9a.~\t".utf8)
    line[place] = random.next(5) == 0 ? UInt8(random.next(256)) : signs[random.next(signs.count)]
    return line
  }
}
