import Assessment
import Diagnostics
import Numbers
import YAMLTree

/// Reads `want`: a verdict's word alone, or a mapping of what is wanted.
struct WantReader {
  private static let keys = [
    "verdict", "reason", "breaches", "unknown", "counts", "measured", "shortfall", "head",
    "target", "bounds",
  ]
  private static let outcomes = Verdict.Outcome.allCases.map(\.rawValue) + [Expectation.notBound]

  private(set) var diagnostics: [Diagnostic] = []

  /// What is wanted for a unit, or for a group of its records.
  mutating func want(_ node: Node, unit: String, group: String? = nil) -> Want {
    Want(unit: unit, group: group, expectations: expectations(node))
  }

  /// What is wanted for each of several units (`X`) and groups (`X/group`).
  mutating func wants(_ node: Node, _ units: [String]) -> [Want] {
    guard let entries = node.entries, !entries.isEmpty else {
      diagnostics.append(.nothingWanted(node.span))
      return []
    }
    return entries.compactMap { entry in
      let parts = entry.key.text.split(separator: "/", maxSplits: 1).map(String.init)
      guard let unit = parts.first, units.contains(unit) else {
        diagnostics.append(.unknownWantedUnit(Located(entry.key.text, entry.keySpan), units))
        return nil
      }
      return want(entry.value, unit: unit, group: parts.count > 1 ? parts[1] : nil)
    }
  }

  private mutating func expectations(_ node: Node) -> [Expectation] {
    if let scalar = node.scalar { return verdict(alone: Located(scalar.text, node.span)) }
    guard let fields = Fields(node, keys: Self.keys, of: .want, &diagnostics) else { return [] }
    let words =
      [
        fields.word("verdict", Self.outcomes.map { ($0, $0) }, &diagnostics).map(verdict),
        reason(fields),
      ].compactMap { $0 }
    let found = words + lists(fields) + counts(fields) + numbers(fields) + bounds(fields)
    if found.isEmpty, diagnostics.isEmpty { diagnostics.append(.nothingWanted(node.span)) }
    return found
  }

  private mutating func verdict(alone word: Located<String>) -> [Expectation] {
    if Self.outcomes.contains(word.value) { return [verdict(word)] }
    diagnostics.append(.notAmong("want", word, Self.outcomes))
    return []
  }

  private func verdict(_ word: Located<String>) -> Expectation {
    Expectation("verdict", word.value, word.span) { $0.outcome.rawValue }
  }

  // MARK: - Words and lists

  private mutating func reason(_ fields: Fields) -> Expectation? {
    let words = Verdict.Reason.allCases.map(\.rawValue) + [Expectation.none]
    return fields.word("reason", words.map { ($0, $0) }, &diagnostics).map {
      Expectation("reason", $0.value, $0.span) { $0.reason?.rawValue ?? Expectation.none }
    }
  }

  private mutating func lists(_ fields: Fields) -> [Expectation] {
    [
      list("breaches", fields) { $0.evidence.records.map(\.key) },
      list("unknown", fields) { $0.unknown.records.map(\.key) },
      list("head", fields) { $0.heads },
      fields.string("target", &diagnostics).map {
        Expectation("target", $0.value, $0.span) { $0.target?.cite ?? Expectation.none }
      },
    ].compactMap { $0 }
  }

  private mutating func list(
    _ key: String, _ fields: Fields, _ read: @escaping @Sendable (Verdict) -> [String]
  ) -> Expectation? {
    guard let node = fields[key] else { return nil }
    let texts = fields.strings(key, &diagnostics).map(\.value)
    return Expectation(key, names: texts, node.span, read)
  }

  // MARK: - Numbers

  private mutating func counts(_ fields: Fields) -> [Expectation] {
    let parts: [(String, @Sendable (Verdict) -> Int)] = [
      ("passed", { $0.counts.passed }), ("failed", { $0.counts.failed }),
      ("not-due", { $0.counts.notDue }), ("unknown", { $0.counts.unknown }),
    ]
    guard let node = fields["counts"],
      let counts = Fields(node, keys: parts.map(\.0), of: .counts, &diagnostics)
    else { return [] }
    return parts.compactMap { key, read in
      counts.int(key, &diagnostics).map {
        Expectation("counts.\(key)", String($0.value), $0.span) { String(read($0)) }
      }
    }
  }

  private mutating func numbers(_ fields: Fields) -> [Expectation] {
    let shortfall = fields.scalar("shortfall", .wholeOrNone, &diagnostics) { scalar in
      scalar.text == Expectation.none || scalar.int != nil ? scalar.text : nil
    }.map { found in
      Expectation("shortfall", found.value, found.span) {
        $0.shortfall.map { String($0) } ?? Expectation.none
      }
    }
    return [measured(fields), shortfall].compactMap { $0 }
  }

  /// `0/1` wants just this numerator and denominator; `50%` and `0.5` want the value.
  private mutating func measured(_ fields: Fields) -> Expectation? {
    let found = fields.scalar("measured", .measure, &diagnostics) { scalar in
      Self.isFraction(scalar.text)
        ? (text: scalar.text, isFraction: true)
        : Self.number(scalar).map { (text: $0, isFraction: false) }
    }
    return found.map { found in
      Expectation("measured", found.value.text, found.span) {
        found.value.isFraction ? $0.measuredFraction : Expectation.text($0.measured?.value)
      }
    }
  }

  private static func isFraction(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { Rational(decimal: $0) != nil }
  }

  private static func number(_ scalar: Scalar) -> String? {
    scalar.text == Expectation.none ? scalar.text : scalar.rational?.description
  }

  private mutating func bounds(_ fields: Fields) -> [Expectation] {
    guard let node = fields["bounds"] else { return [] }
    let ends = (node.items ?? []).compactMap { $0.scalar.flatMap(Self.number) }
    guard ends.count == 2 || node.scalar?.text == Expectation.none else {
      diagnostics.append(.badBounds(node.span))
      return []
    }
    let text = ends.count == 2 ? "[\(ends[0]), \(ends[1])]" : Expectation.none
    return [Expectation("bounds", text, node.span) { $0.boundsText }]
  }
}
