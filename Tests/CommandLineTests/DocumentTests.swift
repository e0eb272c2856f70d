import Foundation
import TestSupport
import Testing

/// What documents show is what happens: each is walked from top to bottom in a folder of its own, its
/// files written, its commands run, their outputs compared. `RECORD=1` rewrites the outputs in the
/// document and fails.
@Suite("Documents")
struct DocumentTests {
  @Test(arguments: Document.all)
  func showsTheTruth(_ document: Document) throws {
    let folder = try Tool.folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    var pieces = document.pieces
    for index in pieces.indices {
      guard case .block(var block) = pieces[index] else { continue }
      if let change = block.change { try change.make(block.text, in: folder) }
      guard block.isConsole else { continue }
      let outputs = try block.commands.map { try "$ \($0)\n" + Tool.shell($0, in: folder) }
      if !isRecording { #expect(outputs.joined() == block.text, "\(document.name)") }
      block.text = outputs.joined()
      pieces[index] = .block(block)
    }
    #expect(pieces.contains { $0.block?.isConsole == true })
    if isRecording { Golden.expect(pieces.text, matches: document.name, beside: Places.inRoot) }
  }

  /// A translation has the same files and commands, in the same order.
  @Test(arguments: Document.all.filter { $0.name.hasSuffix("-en.md") })
  func translationsShowTheSame(_ document: Document) throws {
    let original = try #require(Document.all.first { $0.name == document.original })
    #expect(document.subjects == original.subjects)
  }
}

/// `README.md` or an article of a DocC catalogue.
struct Document: CustomTestStringConvertible {
  /// Its path from the root of the checkout.
  let name: String
  let pieces: [Piece]

  var testDescription: String { name }
  var original: String { name.replacing("-en.md", with: ".md") }
  var subjects: [String] { pieces.compactMap(\.block).flatMap(\.subjects) }

  /// All that there are.
  static let all: [Document] = {
    let articles = FileManager.default.enumerator(
      atPath: Places.root.appending(path: "Sources").path)?
      .compactMap { $0 as? String }
      .filter { $0.contains(".docc/") && $0.hasSuffix(".md") }
      .map { "Sources/\($0)" }
    return (["README.md"] + (articles ?? []).sorted()).compactMap(Document.init).filter {
      !$0.subjects.isEmpty
    }
  }()

  private init?(_ name: String) {
    guard let text = try? String(contentsOf: Places.root.appending(path: name), encoding: .utf8)
    else { return nil }
    self.name = name
    pieces = Piece.all(in: text)
  }
}

/// A part of a document: a line of prose, or a fenced block.
enum Piece {
  case line(String)
  case block(Block)

  var block: Block? {
    if case .block(let block) = self { block } else { nil }
  }

  static func all(in document: String) -> [Piece] {
    var pieces: [Piece] = []
    var change: Block.Change?
    var open: Block?
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```"), let block = open {
        pieces.append(.block(block))
        (open, change) = (nil, nil)
      } else if line.hasPrefix("```") {
        open = Block(fence: String(line), change: change)
      } else if open != nil {
        open?.text += line + "\n"
      } else {
        change = Block.Change(String(line)) ?? change
        pieces.append(.line(String(line)))
      }
    }
    return pieces
  }
}

extension [Piece] {
  /// The document that they make up.
  var text: String {
    map { piece in
      switch piece {
      case .line(let line): line
      case .block(let block): block.fence + "\n" + block.text + "```"
      }
    }.joined(separator: "\n")
  }
}

/// A fenced block. A comment before it says what it does to a file:
///
/// - `<!-- file: PATH -->`: it is the whole file;
/// - `<!-- add: PATH -->`: it is added to the end of the file;
/// - `<!-- change: PATH -->`: its lines that begin with `-` stand in the file, one after the other, and
///   those that begin with `+` take their place.
///
/// A block of the language `console` holds commands, each on a line after `$ `, followed by what they
/// print to either stream.
struct Block {
  let fence: String
  let change: Change?
  var text = ""

  var isConsole: Bool { fence == "```console" }

  var commands: [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
  }

  /// What stays the same in a translation.
  var subjects: [String] {
    isConsole ? commands : change.map { ["\($0.kind) \($0.path)"] } ?? []
  }

  /// What a block does to a file.
  struct Change {
    let kind: Substring
    let path: Substring

    init?(_ line: String) {
      guard let match = line.wholeMatch(of: /<!-- (file|add|change): (\S+) -->/) else { return nil }
      (kind, path) = (match.1, match.2)
    }

    func make(_ text: String, in folder: URL) throws {
      let file = folder.appending(path: String(path))
      let old = kind == "file" ? "" : try String(contentsOf: file, encoding: .utf8)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(changed(old, text).utf8).write(to: file)
    }

    private func changed(_ old: String, _ text: String) -> String {
      guard kind == "change" else { return old + text }
      let (out, new) = (lines("-", text), lines("+", text))
      #expect(old.ranges(of: out).count == 1, "once in \(path):\n\(out)")
      return old.replacing(out, with: new)
    }

    private func lines(_ sign: Character, _ text: String) -> String {
      text.split(separator: "\n").filter { $0.first == sign }.map { $0.dropFirst() + "\n" }.joined()
    }
  }
}
