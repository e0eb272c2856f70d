import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Workshop

/// The pages of `tuanthu explain`: none is missing, and what they say is true.
@Suite("Pages")
struct PageTests {
  static let pages = Page.all
  static let codes = pages.map(\.code)

  @Test func everyCodeHasAPageAndEveryPageACode() throws {
    let used = try Self.files(in: "Sources", ".swift").flatMap { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      return text.matches(of: #/"(TT\d{4})"/#).map { String($0.1) }
    }
    #expect(Set(Self.codes).sorted() == Set(used).sorted())
    #expect(Set(Self.codes).count == Self.codes.count)
  }

  /// Codes that no file can give.
  static let withoutGolden = ["TT0550"]

  @Test func everyCodeHasAGolden() throws {
    let goldens = try Self.files(in: "Tests", ".golden") + Self.files(in: "Tests", ".txt")
    let said = try goldens.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).matches(of: #/TT\d{4}/#).map { String($0.0) }
    }
    #expect(Self.codes.filter { !said.contains($0) } == Self.withoutGolden)
  }

  @Test func everyFileIsPutIntoTheProgram() throws {
    let files = try Self.files(in: "Sources/CPages/pages", ".md").map {
      $0.deletingPathExtension().lastPathComponent
    }
    #expect(files.sorted() == Self.codes)
  }

  @Test(arguments: pages) func speaksBothLanguagesAndRepairsItsExample(page: Page) {
    for language in Language.allCases {
      #expect(page.titles[language]?.isEmpty == false)
      let text = PageRenderer(language: language).render(page)
      let prose = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
      #expect(prose.count > 4)
      #expect(prose.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
    }
    #expect(Set(page.examples.map(\.isGood)) == [false, true])
  }

  @Test(arguments: pages.map(PageExample.init), [false, true])
  func exampleGivesTheCodeAndItsRepairDoesNot(example: PageExample, isGood: Bool) throws {
    guard let codes = try example.codes(good: isGood) else { return }
    #expect(codes == (isGood ? [] : example.expected), "\(example.page.code)")
  }

  @Test func fewExamplesCannotBeTried() {
    let untried = Self.pages.filter { page in page.examples.contains { $0.format == "text" } }
    // Merged cells, several sheets and other encodings take bytes that a page should not show; whether there
    // is a browser is up to the machine.
    #expect(untried.count < 21, "\(untried.map(\.code))")
  }

  @Test func listsEveryCode() {
    let list = PageRenderer(language: .vi).list(Self.pages)
    #expect(list.split(separator: "\n").map { String($0.prefix(6)) } == Self.codes)
  }

  private static func files(in folder: String, _ ending: String) throws -> [URL] {
    let root = Places.root.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return paths.filter { $0.hasSuffix(ending) }.map { root.appending(path: $0) }
  }
}
