import Foundation
import TestSupport
import Testing

/// What the README shows is what happens: its files are written, its commands run, its outputs compared.
///
/// `<!-- file: PATH -->` before a fenced block makes a file of it; a block that starts with `$ tuanthu`
/// is a command with its output.
@Suite("README")
struct ReadmeTests {
  @Test func showsTheTruth() throws {
    let readme = Places.root.appending(path: "README.md")
    let blocks = Block.all(in: try String(contentsOf: readme, encoding: .utf8))
    let files = blocks.compactMap { block in block.file.map { ($0, Data(block.text.utf8)) } }
    let folder = try Tool.folder(Dictionary(files) { _, last in last })
    defer { try? FileManager.default.removeItem(at: folder) }
    let commands = blocks.filter { $0.text.hasPrefix("$ tuanthu") }
    #expect(!files.isEmpty && !commands.isEmpty)
    for block in commands {
      let lines = block.text.split(separator: "\n", maxSplits: 1)
      let arguments = lines[0].dropFirst(10).split(separator: " ").map(String.init)
      let result = try Tool.run(arguments, in: folder)
      #expect(result.output + result.complaints == String(lines.count > 1 ? lines[1] : ""))
    }
  }

  private struct Block {
    let file: String?
    let text: String

    static func all(in readme: String) -> [Block] {
      var blocks: [Block] = []
      var file: String?
      var body: [Substring]?
      for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("```") {
          if let lines = body {
            blocks.append(Block(file: file, text: lines.joined(separator: "\n") + "\n"))
            (body, file) = (nil, nil)
          } else {
            body = []
          }
        } else if body != nil {
          body?.append(line)
        } else if line.hasPrefix("<!-- file: ") {
          file = String(line.dropFirst(11).prefix { $0 != " " })
        }
      }
      return blocks
    }
  }
}
