import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// Random bytes and mutations of valid YAML: always a tree or an error, and every place in the file.
@Suite("Mutated YAML")
struct FuzzTests {
  @Test(arguments: 0..<6)
  func neverCrash(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let valid = try YAMLFiles.source("trees/styles").bytes
    for round in 0..<Effort.rounds(60) {
      expectAnswer(round % 3 == 0 ? noise(&random) : mutation(of: valid, &random))
    }
  }

  private func expectAnswer(_ bytes: [UInt8]) {
    let source = SourceText(path: "x.yaml", bytes: bytes)
    let (root, diagnostics) = YAMLParser.parse(source)
    #expect((root == nil) == diagnostics.hasErrors)
    #expect(!DiagnosticRenderer(language: .vi).render(diagnostics).contains("\u{0}"))
    for scalar in root?.scalars ?? [] {
      let starts = (0...scalar.text.utf8.count).map { scalar.mapped.span($0..<$0).bytes.lowerBound }
      #expect(starts == starts.sorted())
      #expect(scalar.mapped.span(0..<scalar.text.utf8.count + 1).bytes.upperBound <= bytes.count)
    }
    var diagnosed: [Diagnostic] = []
    for node in root?.all ?? [] { _ = Fields.expression(node, "x", &diagnosed) }
  }

  private func noise(_ random: inout SeededRandom) -> [UInt8] {
    let signs = Array("[]{}:,'\"#&*!|>%@-? \n\tax\\é".utf8)
    let isSigns = random.next(3) > 0
    return (0..<random.next(200)).map { _ in
      isSigns ? signs[random.next(signs.count)] : UInt8(random.next(256))
    }
  }

  private func mutation(of valid: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = valid
    let signs = Array("[]{}:,'\"#&*!|>%@-? \n\tax\\".utf8)
    for _ in 0...random.next(4) {
      let place = random.next(bytes.count)
      switch random.next(4) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(signs[random.next(signs.count)], at: place)
      case 2: bytes[place] = signs[random.next(signs.count)]
      default: bytes.removeSubrange(place..<min(bytes.count, place + random.next(20)))
      }
    }
    return bytes
  }
}
