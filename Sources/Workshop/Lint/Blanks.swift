import Diagnostics
import Rulebook

/// What `tuanthu new` left for people to fill in, and nobody did.
enum Blanks {
  /// What is found in the files of a rulebook.
  static func findings(_ rulebook: Rulebook) -> [Diagnostic] {
    let spans =
      rulebook.directives.map(\.span) + rulebook.obligations.map(\.span)
      + rulebook.datasets.compactMap(\.span)
    return Set(spans.map(\.source)).flatMap(findings)
  }

  private static func findings(_ source: SourceText) -> [Diagnostic] {
    guard holdsBlank(source.bytes) else { return [] }
    var start = 0
    return source.string(0..<source.bytes.count)
      .split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
        defer { start += line.utf8.count + 1 }
        guard let place = line.firstRange(of: StubTexts.blank),
          !line[..<place.lowerBound].contains("#")
        else { return nil }
        let offset = start + line[..<place.lowerBound].utf8.count
        return .leftBlank(Span(source, offset..<offset + StubTexts.blank.utf8.count))
      }
  }

  private static func holdsBlank(_ bytes: [UInt8]) -> Bool {
    let blank = Array(StubTexts.blank.utf8)
    return bytes.indices.contains { bytes[$0] == blank[0] && bytes[$0...].starts(with: blank) }
  }
}
