import Diagnostics
import YAMLTree

/// Reads `articles.yaml`: which articles of which texts there are, and what became of each.
package struct ArticleReader {
  private static let keys = ["name", "confidence", "source", "articles"]
  private static let fates = ["checked-by", "index", "not-checked"]
  private static let articleKeys = ["cite", "says", "number", "confidence"] + fates

  private var diagnostics: [Diagnostic] = []

  /// The instruments of a file, in its order, and what is wrong with it.
  package static func read(_ source: SourceText) -> ([ReadInstrument], [Diagnostic]) {
    let (root, found) = YAMLParser.parse(source)
    var reader = ArticleReader()
    reader.diagnostics = found
    let instruments = root.map { reader.instruments($0) } ?? []
    return (instruments, reader.diagnostics.sorted(by: Diagnostic.inOrder))
  }

  private mutating func instruments(_ root: Node) -> [ReadInstrument] {
    guard let fields = Fields(root, keys: ["instruments"], of: .articleFile, &diagnostics),
      fields.require("instruments", &diagnostics) != nil
    else { return [] }
    return fields.list("instruments", &diagnostics).compactMap { instrument($0) }
  }

  private mutating func instrument(_ node: Node) -> ReadInstrument? {
    guard let fields = Fields(node, keys: Self.keys, of: .instrument, &diagnostics) else {
      return nil
    }
    let name = fields.requiredString("name", &diagnostics)
    let source = fields.string("source", &diagnostics)?.value
    _ = fields.require("confidence", &diagnostics)
    let confidence = confidence(fields)
    _ = fields.require("articles", &diagnostics)
    guard let name, let confidence else { return nil }
    let articles = fields.list("articles", &diagnostics).compactMap {
      article($0, confidence)
    }
    return ReadInstrument(
      name: name.value, confidence: confidence, source: source, articles: articles)
  }

  private mutating func confidence(_ fields: Fields) -> ReadInstrument.Confidence? {
    let words = ReadInstrument.Confidence.allCases.map { ($0.rawValue, $0) }
    return fields.word("confidence", words, &diagnostics)?.value
  }

  /// - Parameter outer: how well the whole text is known, where the article does not say.
  private mutating func article(
    _ node: Node, _ outer: ReadInstrument.Confidence
  ) -> Article? {
    guard let fields = Fields(node, keys: Self.articleKeys, of: .article, &diagnostics) else {
      return nil
    }
    let says = fields.requiredString("says", &diagnostics)
    let cite = fields.string("cite", &diagnostics)?.value
    let number = fields.string("number", &diagnostics)?.value
    let confidence = confidence(fields) ?? outer
    guard let says, let fate = fate(fields) else { return nil }
    return Article(
      cite: cite, says: says.value, number: number, confidence: confidence, fate: fate,
      span: says.span)
  }

  private mutating func fate(_ fields: Fields) -> Article.Fate? {
    let written = Self.fates.filter { fields[$0] != nil }
    guard let key = written.first, written.count == 1 else {
      diagnostics.append(.noOneFate(fields.span.firstLine, Self.fates))
      return nil
    }
    switch key {
    case "checked-by": return .checked(fields.strings(key, &diagnostics))
    case "index": return fields.string(key, &diagnostics).map { .index($0.value) }
    default: return fields.string(key, &diagnostics).map { .unchecked($0.value) }
    }
  }
}
