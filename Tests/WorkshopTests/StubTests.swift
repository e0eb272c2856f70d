import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Workshop

/// Stubs as they are written: they load, and `fmt` finds nothing to tidy.
@Suite("Stubs")
struct StubTests {
  private static let steps: [(Stub.Kind, String)] = [
    (.dataset, "steps"), (.directive, "nd1-2025"), (.obligation, "nd1-2025/on-time"),
  ]

  @Test func loadAndAreTidy() throws {
    let folder = try Tool.folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    let rules = folder.path + "/rules"
    for (kind, id) in Self.steps {
      var stub = Stub(in: rules, Self.files(rules))
      #expect(try stub.write(kind, id) == nil)
      for file in Self.files(rules) {
        #expect(Formatter.format(file.source).0?.bytes == file.source.bytes, "\(file.url)")
      }
      let texts = Self.files(rules).map {
        "=== \($0.source.path)\n" + $0.source.string(0..<$0.source.bytes.count)
      }
      Golden.expect(
        texts.joined().replacing(folder.path + "/", with: ""), matches: "stubs/\(kind).golden")
    }
    let result = try Tool.run(["lint", "rules", "--lang", "en"], in: folder)
    #expect(result.code == 0, "\(result.complaints)")
    Golden.expect(
      result.complaints + result.output,
      matches: "stubs/lint.golden")
  }

  @Test func areNeverWrittenOver() throws {
    let folder = try Tool.folder(["rules/datasets/steps.yaml": Data("# của tôi\n".utf8)])
    defer { try? FileManager.default.removeItem(at: folder) }
    let rules = folder.path + "/rules"
    var stub = Stub(in: rules, Self.files(rules))
    #expect(try stub.write(.dataset, "steps")?.code == "TT1105")
    #expect(Self.files(rules).map { $0.source.string(0..<99) } == ["# của tôi\n"])
  }

  private static func files(_ folder: String) -> [YAMLFiles.File] {
    var ignored: [Diagnostic] = []
    return YAMLFiles.files([folder], shownFrom: "/", &ignored)
  }
}
