import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Workshop

/// Every `format/*.yaml` is an untidy file; its golden file is the tidied one, or why it was left alone.
@Suite("Tidied files")
struct FormatTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "format")

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted()
  }

  @Test(arguments: names)
  func looksLikeItsGoldenFile(name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
    let (tidied, diagnostics) = Formatter.format(SourceText(path: name, bytes: bytes))
    let text = tidied.map { String(decoding: $0.bytes, as: UTF8.self) }
    let said = DiagnosticRenderer(language: .vi).render(diagnostics)
    Golden.expect(text ?? said, matches: "format/" + name.replacing(".yaml", with: ".golden"))
  }
}
