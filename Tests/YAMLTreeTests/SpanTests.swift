import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// Where nodes stand: `trees/*.yaml`, each with its `.golden`, the same with a byte order mark and
/// with CRLF.
@Suite("Spans")
struct SpanTests {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func variants(of name: String) throws -> [SourceText] {
    let plain = try YAMLFiles.source("trees/\(name)")
    let carriage = plain.bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    return [plain.bytes, Self.mark + plain.bytes, carriage, Self.mark + carriage].map {
      SourceText(path: plain.path, bytes: $0)
    }
  }

  @Test(arguments: YAMLFiles.names(in: "trees"))
  func areTrue(name: String) throws {
    for source in try variants(of: name) {
      let (root, diagnostics) = YAMLParser.parse(source)
      #expect(diagnostics.isEmpty)
      let tree = try #require(root)
      Golden.expect(
        dump(tree, "", 0).joined(separator: "\n") + "\n", matches: "trees/\(name).golden")
      for node in tree.all { #expect(node.span.bytes.upperBound <= source.bytes.count) }
    }
  }

  private func dump(_ node: Node, _ key: String, _ depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let written = quoted(node.span.text.replacing("\r\n", with: "\n"))
    let head = "\(indent)\(key)\(node.span.line):\(node.span.column)"
    switch node.content {
    case .scalar(let scalar): return ["\(head) \(quoted(scalar.text)) from \(written)"]
    case .sequence(let items):
      return ["\(head) sequence \(written)"] + items.flatMap { dump($0, "", depth + 1) }
    case .mapping(let entries):
      return ["\(head) mapping" + (depth == 0 ? "" : " \(written)")]
        + entries.flatMap {
          dump($0.value, "\($0.keySpan.line):\($0.keySpan.column) \($0.key.text) = ", depth + 1)
        }
    }
  }

  private func quoted(_ text: String) -> String {
    "‹" + text.replacing("\n", with: "⏎").replacing("\t", with: "⇥") + "›"
  }

  @Test(
    "each word of a text stands at the same word of the file",
    arguments: YAMLFiles.names(in: "trees"))
  func words(name: String) throws {
    for source in try variants(of: name) {
      let scalars = try #require(YAMLParser.parse(source).root).scalars
      for scalar in scalars {
        for (word, range) in words(of: scalar.text) {
          let span = scalar.mapped.span(range)
          let isEscaped =
            span.source.string(span.bytes.lowerBound..<span.bytes.lowerBound + 1) == "\\"
          #expect(span.text == word || isEscaped, "in \(scalar.text)")
        }
        expectOrder(scalar)
      }
    }
  }

  private func words(of text: String) -> [(String, Range<Int>)] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map {
      let start = text.utf8.distance(from: text.startIndex, to: $0.startIndex)
      return (String($0), start..<start + $0.utf8.count)
    }
  }

  private func expectOrder(_ scalar: Scalar) {
    let starts = (0...scalar.text.utf8.count).map { scalar.mapped.span($0..<$0).bytes.lowerBound }
    #expect(starts == starts.sorted(), "in \(scalar.text)")
  }

  @Test(
    "what follows an escape is placed",
    arguments: [
      (#""\u0111\u01a1n vị""#, "vị"), (#""a\n\tb""#, "b"), (#""\"x\" y""#, "x"),
      (#"'''x'' y'"#, "y"),
      (#""\\d x""#, "d"), ("\"a \\\n  b c\"", "b"), ("\"a\\\r\n  \\ b c\"", "c"),
    ])
  func escapes(written: String, word: String) throws {
    let source = SourceText(path: "x.yaml", text: "k: \(written)\n")
    let value = try #require(YAMLParser.parse(source).root?.entries?.first?.value.scalar)
    let found = try #require(words(of: value.text).first { $0.0 == word })
    #expect(value.mapped.span(found.1).text == word)
  }
}
