import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Workshop

/// Tidying keeps every value and comment (or says that it cannot), and a tidied file is tidy.
@Suite("Tidied at random")
struct FormatFuzzTests {
  @Test("generated files are tidied, and are tidy then", arguments: 0..<8)
  func generated(seed: UInt64) {
    for round in 0..<Effort.rounds(60) {
      var generator = YAMLGenerator(seed: seed << 32 + UInt64(round))
      let file = generator.file()
      let (tidied, diagnostics) = Formatter.format(SourceText(path: "x", text: file))
      #expect(tidied != nil, "\(file)\n\(DiagnosticRenderer(language: .en).render(diagnostics))")
      guard let tidied else { continue }
      #expect(Formatter.format(tidied).0 == tidied, "\(file)")
    }
  }

  @Test("mutations of the rules are tidied once or not at all", arguments: 0..<4)
  func mutated(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let rules = Places.root.appending(path: "rules/nd63-2010/directive.yaml")
    let bytes = Array(try Data(contentsOf: rules))
    let signs = Array("[]{}:,'\"#&*!|>%@-0 9a.~\t\n\r".utf8)
    for _ in 0..<Effort.rounds(20) {
      var mutated = bytes
      for _ in 0...random.next(3) {
        let place = random.next(mutated.count)
        mutated.replaceSubrange(
          place..<place + random.next(2), with: [signs[random.next(signs.count)]])
      }
      let (tidied, diagnostics) = Formatter.format(SourceText(path: "x", bytes: mutated))
      #expect((tidied == nil) == !diagnostics.isEmpty)
      guard let tidied else { continue }
      #expect(Formatter.format(tidied).0 == tidied, "\(String(decoding: mutated, as: UTF8.self))")
    }
  }
}
