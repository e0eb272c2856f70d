/// How urgent a violation is; an internal classification, not a legal one.
package enum Severity: String, Sendable, Codable, Comparable, CaseIterable {
  case low
  case medium
  case high
  case critical

  package static func < (left: Severity, right: Severity) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
