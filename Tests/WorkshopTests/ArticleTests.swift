import Diagnostics
import Foundation
import Rulebook
import TestSupport
import Testing

@testable import Workshop

/// `rules/articles.yaml`: every article that was read, beside the obligations of `rules/`.
@Suite("The table of articles")
struct ArticleTests {
  private static let folder = Places.root.appending(path: "rules")
  private let table: ArticleTable

  init() throws {
    let (loaded, _) = RulebookLoader.load(
      folders: [Self.folder.path], shownFrom: Places.root.path, options: .everyObligation)
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "articles.yaml")))
    let (instruments, mistakes) = ArticleReader.read(
      SourceText(path: "rules/articles.yaml", bytes: bytes))
    #expect(DiagnosticRenderer(language: .en).render(mistakes) == "")
    table = ArticleTable(instruments, try #require(loaded))
  }

  @Test("leads to every obligation, and holds no conjecture that is in force")
  func hasNoMistakes() {
    #expect(DiagnosticRenderer(language: .en).render(table.mistakes) == "")
  }

  @Test("rules/README.md is what the table gives now")
  func pageIsFresh() throws {
    let page = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    #expect(page == ArticlePage(table, language: .vi).text)
  }

  @Test("options are off unless they are asked for")
  func optionsAreOff() throws {
    let (rulebook, _) = RulebookLoader.load(
      folders: [Self.folder.path], shownFrom: Places.root.path)
    let inForce = try #require(rulebook).obligations
    #expect(inForce.allSatisfy { $0.option == nil })
    #expect(inForce.count < table.obligations.count)
  }
}
