import Foundation
import TestSupport
import Testing

@testable import Workshop

/// Tries the examples of a page: puts them into the workspace of `pages` beside this file and runs the
/// tool, or reads them where they are workbooks.
struct PageExample: Sendable, CustomTestStringConvertible {
  let page: Page

  private static let base = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "pages")

  /// Where the mappings stand that examples give only a few keys of, and how far they are indented.
  private static let mappings: [String: (file: String, indent: String)] = [
    "obligation": ("rules/example.yaml", "    "), "directive": ("rules/example.yaml", "  "),
    "calendar": ("rules/calendar.yaml", "  "),
  ]

  var testDescription: String { page.code }

  /// What the bad example gives: its code. A lock of one file locks no other. Equal files hold equal records, too; and examples are UTF-8,
  /// so that one with bytes of no character in another encoding is named otherwise.
  var expected: Set<String> {
    switch page.code {
    case "TT0510": ["TT0510", "TT0530"]
    case "TT0580": ["TT0580", "TT0585"]
    case "TT0732", "TT0733": [page.code, "TT0734"]
    case "TT0734": ["TT0733", "TT0734"]
    default: [page.code]
    }
  }

  /// Whether a code matters: findings of lint beside another mistake, or beside each other, do not.
  private func counts(_ code: String) -> Bool { code == page.code || !code.hasPrefix("TT10") }

  /// The codes that the tool gives; `nil` for what cannot be tried.
  func codes(good: Bool) throws -> Set<String>? {
    let examples = page.examples.filter { $0.isGood == good }
    guard examples.allSatisfy({ $0.format != "text" }) else { return nil }
    let workbooks = examples.filter { WorkbookExample.formats.contains($0.format) }
    if !workbooks.isEmpty, !Self.isOfExports(page.code) {
      return Set(try workbooks.flatMap { try WorkbookExample(example: $0).codes() })
    }
    var files = try Self.workspace()
    for example in examples where !["console", "sql"].contains(example.format) {
      Self.put(example, into: &files)
    }
    var data = files.mapValues { Data($0.utf8) }
    for database in examples where database.format == "sql" {
      data[database.path] = try TestDatabase.bytes(database.text)
    }
    for workbook in workbooks {
      data[workbook.path] = Data(try WorkbookExample(example: workbook).bytes())
    }
    let folder = try Tool.folder(data)
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Tool.run(Self.command(examples), in: folder)
    let found = (result.output + result.complaints)
      .matches(of: #/\[(?<shown>TT\d{4})\]|"code" : "(?<written>TT\d{4})"/#)
    return Set(found.compactMap { ($0.shown ?? $0.written).map(String.init) }.filter(counts))
  }

  /// Whether a code of workbooks is said by the reader of exports.
  private static func isOfExports(_ code: String) -> Bool { ("TT0575"..."TT0579").contains(code) }

  /// The command of the example, or else what reads its files.
  private static func command(_ examples: [Page.Example]) -> [String] {
    if let line = examples.first(where: { $0.format == "console" })?.text {
      return words(line)
    }
    let hasExports = examples.contains { $0.path.hasPrefix("exports/") }
    return hasExports ? ["check", "--format", "json"] : ["lint", "rules"]
  }

  /// The words after `$ tuanthu`; what stands in single quotes is one word.
  private static func words(_ line: String) -> [String] {
    let parts = line.split(separator: "'", omittingEmptySubsequences: false).enumerated()
    let words = parts.flatMap { index, part in
      index.isMultiple(of: 2) ? part.split(whereSeparator: \.isWhitespace) : [part]
    }
    return words.dropFirst(2).map(String.init)
  }

  private static func workspace() throws -> [String: String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return try paths.filter { $0.contains(".") }.reduce(into: [:]) { files, path in
      files[path] = try String(contentsOf: base.appending(path: path), encoding: .utf8)
    }
  }

  /// An example is a file, or replaces and adds keys of a mapping.
  private static func put(_ example: Page.Example, into files: inout [String: String]) {
    guard let (file, indent) = mappings[example.path] else {
      files[example.path] = example.text
      return
    }
    let own = example.text.split(separator: "\n")
    let keys = Set(own.filter { !$0.hasPrefix(" ") }.map { key($0) })
    let isKey = { (line: Substring) in
      line.hasPrefix(indent)
        && line.dropFirst(indent.count).first.map { !" -".contains($0) } == true
    }
    var lines = (files[file] ?? "").split(separator: "\n")
    lines.removeAll { isKey($0) && keys.contains(key($0.dropFirst(indent.count))) }
    let start = lines.firstIndex(where: isKey) ?? lines.endIndex
    lines.insert(contentsOf: own.map { indent + $0 }, at: start)
    files[file] = lines.joined(separator: "\n") + "\n"
  }

  private static func key(_ line: Substring) -> Substring { line.prefix { $0 != ":" } }
}
