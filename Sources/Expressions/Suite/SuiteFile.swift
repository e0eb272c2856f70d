/// A file of conformance cases, one a line.
package enum SuiteFile {
  /// How many cases came out as wanted.
  package struct Tally: Sendable, Hashable {
    /// Those that did.
    package var passed = 0
    /// Those that did not, and lines that are no case.
    package var failed = 0

    /// None yet.
    package init() {}
  }

  /// Runs every case of a text; blank lines are passed over.
  /// - Parameters:
  ///   - path: how lines that are no case are named, with their number.
  ///   - report: takes one line for each case: `pass SECTION/NAME`, or `fail SECTION/NAME: wanted … got …`.
  package static func run(
    _ text: String, path: String, into tally: inout Tally, report: (String) -> Void
  ) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) {
      guard let suiteCase = SuiteCase(line: String(line)) else {
        tally.failed += 1
        report(oneLine("fail \(path):\(index + 1): wanted a JSON object with 'expr' got \(line)"))
        continue
      }
      let result = suiteCase.run()
      if result.passes { tally.passed += 1 } else { tally.failed += 1 }
      report(
        oneLine(
          result.passes
            ? "pass \(suiteCase.name)"
            : "fail \(suiteCase.name): wanted \(result.wanted) got \(result.got)"))
    }
  }

  /// Without control characters, and not longer than a reader bears.
  private static func oneLine(_ text: String) -> String {
    let plain = String(
      text.prefix(1000).map { character in
        character.unicodeScalars.contains { $0.properties.generalCategory == .control }
          ? " " : character
      })
    return text.count > 1000 ? plain + "…" : plain
  }
}
