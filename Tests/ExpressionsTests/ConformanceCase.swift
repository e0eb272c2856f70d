import Foundation

@testable import Expressions

/// One case of the conformance suite with an id of its own.
struct ConformanceCase {
  let id: String
  let suiteCase: SuiteCase

  /// All cases of a folder of JSON-lines files, with ids `file/section/name`, numbered where equal.
  static func all(in folder: URL) throws -> [ConformanceCase] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".jsonl") }.sorted()
    var seen: [String: Int] = [:]
    return try names.flatMap { name in
      let lines = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        .split(separator: "\n")
      return lines.compactMap { SuiteCase(line: String($0)) }.map { suiteCase in
        let base = "\(name.dropLast(6))/\(suiteCase.name)"
        seen[base, default: 0] += 1
        let count = seen[base] ?? 1
        return ConformanceCase(id: count > 1 ? "\(base)#\(count)" : base, suiteCase: suiteCase)
      }
    }
  }
}
