import Diagnostics
import TestSupport
import Testing

@testable import Expressions

/// Random texts and random changes to valid ones: nothing crashes, and spans stay inside the text.
@Suite struct FuzzTests {
  private func compile(_ text: String) {
    for scope in [Fixture.scope, Scope(dialect: .cel)] {
      let (checked, diagnostics) = ExpressionCompiler.compile(MappedText(text), in: scope)
      #expect((checked == nil) == diagnostics.hasErrors, "\(text.debugDescription)")
      for diagnostic in diagnostics {
        let bytes = diagnostic.primary?.span.bytes
        #expect(bytes.map { 0 <= $0.lowerBound && $0.upperBound <= text.utf8.count } ?? false)
      }
      _ = checked?.evaluate(Fixture.bindings("full"))
    }
  }

  @Test func randomBytes() {
    var dice = SeededRandom(seed: 1)
    for _ in 0..<Effort.rounds(1500) {
      let bytes = (0..<Int.random(in: 0...24, using: &dice)).map { _ in
        UInt8.random(in: .min ... .max, using: &dice)
      }
      compile(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func changesToValidExpressions() {
    var dice = SeededRandom(seed: 2)
    let seeds = CaseTests.cases.map { Array($0.left.utf8) }
    let signs = Array("()[]{}.,?:!&|=<>+-*/%\"'\\ \n0a_é".utf8)
    for _ in 0..<Effort.rounds(3000) {
      guard var bytes = seeds.randomElement(using: &dice) else { return }
      for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        let sign = signs.randomElement(using: &dice) ?? 0
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(sign, at: place)
        case 2: bytes[place] = sign
        default: bytes.insert(contentsOf: bytes[place...].prefix(12), at: place)
        }
      }
      compile(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), String(repeating: "[", count: 100_000),
    String(repeating: "!", count: 100_000) + "true", String(repeating: "-", count: 100_000) + "1",
    String(repeating: "a ? b : ", count: 100_000), String(repeating: "{1:", count: 100_000),
    "1" + String(repeating: " + 1", count: 100_000), "a" + String(repeating: ".b", count: 100_000),
    "a" + String(repeating: "[0", count: 100_000), String(repeating: "f(", count: 100_000),
  ])
  func deepNestingIsRefused(_ text: String) {
    let (checked, diagnostics) = ExpressionCompiler.compile(MappedText(text), in: Scope())
    #expect(checked == nil)
    #expect(diagnostics.map(\.code) == ["TT0210"])
  }

  @Test func reasonableNestingIsTaken() {
    let deep = String(repeating: "(1 + ", count: 60) + "1" + String(repeating: ")", count: 60)
    let long = Array(repeating: "true", count: 5000).joined(separator: " && ")
    for text in [deep, long] {
      #expect(ExpressionCompiler.compile(MappedText(text), in: Scope()).0 != nil)
    }
  }
}
