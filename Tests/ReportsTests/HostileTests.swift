import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reports

/// Values that mean something to what reads a report come through every format as plain text.
@Suite("Hostile values")
struct HostileTests {
  /// The values of `hostile.json`.
  static let values: [String] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "hostile.json")
    let texts = try? JSONDecoder().decode([String].self, from: Data(contentsOf: file))
    return texts ?? []
  }()

  /// A value of more than a mebibyte.
  private static let long = String(repeating: "ệ", count: 350_000)

  @Test func areThirty() { #expect(Self.values.count == 30) }

  @Test("lines of workflow commands stay commands", arguments: values.indices)
  func github(_ index: Int) throws {
    let text = try Written.text(
      "github", Sample.outcomes.assessment(value: Self.values[index]), .vi)
    let lines = text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" })
    #expect(lines.count == (try commands(value: "x")))
    #expect(lines.allSatisfy { String($0).hasPrefix("::") })
  }

  private func commands(value: String) throws -> Int {
    try Written.text("github", Sample.outcomes.assessment(value: value), .vi)
      .split(separator: "\n").count
  }

  @Test("no cell is a formula, no cell breaks out of its row", arguments: values.indices)
  func csv(_ index: Int) throws {
    for format in ["csv", "breaches", "heads"] {
      let plain = cells(try Written.text(format, Sample.outcomes.assessment(value: "x"), .vi))
      let rows = cells(
        try Written.text(format, Sample.outcomes.assessment(value: Self.values[index]), .vi))
      #expect(rows.map(\.count) == plain.map(\.count), "\(format)")
      for cell in rows.joined() { #expect(!"=+-@\t\r\n".contains(cell.first ?? "x")) }
    }
  }

  /// RFC 4180.
  private func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\n" where !isQuoted: rows.append([""])
      case "\r" where !isQuoted: break
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  @Test("Markdown keeps its rows and tags nothing", arguments: values.indices)
  func markdown(_ index: Int) throws {
    func lines(_ value: String) throws -> [Substring] {
      try Written.text("markdown", Sample.outcomes.assessment(value: value), .vi)
        .split(separator: "\n", omittingEmptySubsequences: false)
    }
    let (plain, text) = (try lines("x"), try lines(Self.values[index]))
    #expect(text.count == plain.count)
    for line in text {
      let tags = line.replacing("<!-- -->", with: "")
      #expect(!tags.contains("<") && !tags.contains("\u{202E}"), "\(line.prefix(200))")
      #expect(!line.contains("@someone") && !line.contains("://"))
    }
  }

  @Test("what other readers make of every format")
  func others() throws {
    guard let python = Python(with: ["lxml", "openpyxl", "docx"]) else {
      print("SKIPPED: no Python with lxml, openpyxl and python-docx (make oracle installs them)")
      return
    }
    let folder = try Tool.folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, value) in (["x"] + Self.values + [Self.long]).enumerated() {
      for format in ["json", "sarif", "gitlab", "junit", "csv", "heads", "breaches", "xlsx"]
        + ["docx", "letter", "sheets"]
      {
        try Written.write(
          format, Sample.outcomes.assessment(value: value), .vi,
          to: folder.appending(path: "\(index).\(format)").path)
      }
    }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "readers/hostile.py")
    let said = try python.run(script, [folder.path, String(Self.values.count + 1)])
    #expect(said == "ok\n")
  }
}
