import Foundation
import Testing

/// A line of a case file with its section.
struct CaseLine: Sendable, CustomTestStringConvertible {
  let file: String
  let number: Int
  let section: String
  let left: String
  let right: String

  var testDescription: String { "\(file):\(number) \(left)" }

  /// The lines of a file beside this one, cut at the last ` separator `.
  static func read(_ file: String, at separator: String) -> [CaseLine] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
    var section = ""
    var lines: [CaseLine] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("== ") { section = String(line.dropFirst(3)) }
      guard !line.hasPrefix("#"), !line.hasPrefix("== "),
        let cut = line.ranges(of: " \(separator) ").last
      else { continue }
      lines.append(
        CaseLine(
          file: file, number: index + 1, section: section, left: String(line[..<cut.lowerBound]),
          right: String(line[cut.upperBound...])))
    }
    return lines
  }
}
