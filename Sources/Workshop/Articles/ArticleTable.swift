import Diagnostics
import Rulebook

/// Every article that was read beside the obligations that check it: nothing is left out in silence, on
/// either side.
package struct ArticleTable: Sendable {
  /// In the order of the file.
  package let instruments: [ReadInstrument]
  /// By full id; those that are options, too.
  package let obligations: [String: Obligation]

  /// A table of what was read and of the obligations of `rulebook`, which must hold every option.
  package init(_ instruments: [ReadInstrument], _ rulebook: Rulebook) {
    self.instruments = instruments
    obligations = Dictionary(rulebook.obligations.map { ($0.fullID, $0) }) { first, _ in first }
  }

  /// All articles.
  package var articles: [Article] { instruments.flatMap(\.articles) }

  /// Obligations that are named and not there, those in no article, and conjectures that bind somebody
  /// though nobody asked for it.
  package var mistakes: [Diagnostic] {
    let named = Set(articles.flatMap(\.obligations).map(\.value))
    let strays = obligations.values.filter { !named.contains($0.fullID) }
      .map { Diagnostic.inNoArticle($0.fullID, $0.span) }
    return (articles.flatMap(mistakes) + strays).sorted(by: Diagnostic.inOrder)
  }

  private func mistakes(_ article: Article) -> [Diagnostic] {
    article.obligations.compactMap { id in
      guard let obligation = obligations[id.value] else {
        return .checkedByNothing(id, obligations.keys.sorted())
      }
      guard article.confidence == .conjecture, obligation.option == nil else { return nil }
      return .conjectureInForce(id, obligation.span)
    }
  }
}
