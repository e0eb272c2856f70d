import Diagnostics
import Foundation
import Testing
import YAMLTree

/// Texts that were written with combining accents, as Macs and PDFs do.
@Suite("Composed texts")
struct ComposedTextTests {
  @Test(arguments: ["id: %", "id: '%'", "id: \"%\"", "id: |\n  %", "id: >\n  %\n  %"])
  func areReadInNFC(yaml: String) throws {
    let words = "Đã giải quyết x".decomposedStringWithCanonicalMapping
    let source = SourceText(path: "x.yaml", text: yaml.replacing("%", with: words))
    let scalar = try #require(YAMLParser.parse(source).root?.entries?.first?.value.scalar)
    let composed = scalar.text.precomposedStringWithCanonicalMapping
    #expect(scalar.text.utf8.elementsEqual(composed.utf8))
    #expect(scalar.text.hasPrefix("Đã giải quyết x"))
    var start = 0
    for character in scalar.text {
      let end = start + character.utf8.count
      let place = scalar.mapped.span(start..<end).text
      #expect(place == String(character) || character.isWhitespace)
      start = end
    }
  }
}
