import Diagnostics
import Numbers
import Rulebook

/// The table of articles as a page of Markdown: what is checked, by which obligation and to which
/// target; and what is not, and why.
package struct ArticlePage: Sendable {
  private let table: ArticleTable
  private let language: Language

  /// The page of `table`.
  package init(_ table: ArticleTable, language: Language) {
    self.table = table
    self.language = language
  }

  /// The whole page, with a line break at its end.
  package var text: String {
    let blocks = [say(.articlesTitle), say(.articlesNote), totals, say(.confidences)]
    return (blocks + table.instruments.map(section)).joined(separator: "\n\n") + "\n"
  }

  private var totals: String {
    let articles = table.articles
    let indexed = articles.count { if case .index = $0.fate { true } else { false } }
    let checked = articles.count { !$0.obligations.isEmpty }
    return say(
      .articleTotals(
        articles.count, checked: checked, indexed: indexed,
        obligations: table.obligations.count,
        options: table.obligations.values.count { $0.option != nil }))
  }

  private func section(_ instrument: ReadInstrument) -> String {
    let heading = "## \(instrument.name)"
    let source = instrument.source.map { " · \($0)" } ?? ""
    let columns = say(.articleColumns)
    return """
      \(heading)

      [\(instrument.confidence.rawValue)]\(source)

      \(columns)
      |---|---|---|---|
      \(instrument.articles.map { row($0, instrument) }.joined(separator: "\n"))
      """
  }

  private func row(_ article: Article, _ instrument: ReadInstrument) -> String {
    let mark =
      article.confidence == instrument.confidence ? "" : " [\(article.confidence.rawValue)]"
    let cells = [
      article.cite ?? "–", article.says + mark, article.number ?? "–", fate(article.fate),
    ]
    return "| \(cells.map(Self.cell).joined(separator: " | ")) |"
  }

  private func fate(_ fate: Article.Fate) -> String {
    switch fate {
    case .checked(let ids): ids.map { check($0.value) }.joined(separator: "<br>")
    case .index(let index): say(.givesPoints(index))
    case .unchecked(let why): say(.notChecked(why))
    }
  }

  private func check(_ id: String) -> String {
    guard let obligation = table.obligations[id] else { return "`\(id)`" }
    let option = obligation.option.map { "; \(say(.offByDefault($0)))" } ?? ""
    return "`\(id)`: \(target(obligation))\(option)"
  }

  private func target(_ obligation: Obligation) -> String {
    var words: [String] = []
    for target in obligation.targets {
      let limit = limit(target, obligation) + " (\(target.cite))"
      if !words.contains(limit) { words.append(limit) }
    }
    return words.isEmpty ? say(.measuredOnly) : words.joined(separator: ", ")
  }

  private func limit(_ target: Target, _ obligation: Obligation) -> String {
    guard target.baseline == nil, target.lookup == nil else { return say(.againstAnother) }
    return switch target.comparison {
    case .atLeast(let limit): "≥ \(value(limit, obligation))"
    case .atMost(let limit): "≤ \(value(limit, obligation))"
    case .moreThan(let limit): "> \(value(limit, obligation))"
    case .lessThan(let limit): "< \(value(limit, obligation))"
    case .between(let low, let high): "\(value(low, obligation))–\(value(high, obligation))"
    }
  }

  private func value(_ value: Rational, _ obligation: Obligation) -> String {
    let point = language == .vi ? "," : "."
    guard case .share = obligation.measure else { return value.decimal(places: 2, point: point) }
    return value.percent(point: point) + "%"
  }

  private func say(_ text: Text) -> String { text.in(language) }

  /// Text that stays in its cell.
  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}
