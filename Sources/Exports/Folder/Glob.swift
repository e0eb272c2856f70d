import Foundation

/// A pattern of paths: `*` and `?` stand for characters other than `/`, `**` for any.
struct Glob: Sendable {
  /// The pattern as written.
  let pattern: String
  private let characters: [Character]

  /// The pattern written as `pattern`; without a `/` it is matched with file names in any folder.
  init(_ pattern: String) {
    self.pattern = pattern
    characters = Array(pattern.precomposedStringWithCanonicalMapping)
  }

  /// Whether a path, relative to the folder of `exports.yaml`, matches.
  func matches(_ path: String) -> Bool {
    let path = Array(path.precomposedStringWithCanonicalMapping)
    if Self.matches(characters[...], path[...]) { return true }
    guard !characters.contains("/"), let slash = path.lastIndex(of: "/") else { return false }
    return Self.matches(characters[...], path[(slash + 1)...])
  }

  private static func matches(_ pattern: ArraySlice<Character>, _ path: ArraySlice<Character>)
    -> Bool
  {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "*" { return matchesStar(pattern, path) }
    guard let next = path.first, first == next || (first == "?" && next != "/") else {
      return false
    }
    return matches(pattern.dropFirst(), path.dropFirst())
  }

  private static func matchesStar(_ pattern: ArraySlice<Character>, _ path: ArraySlice<Character>)
    -> Bool
  {
    let rest = pattern.drop { $0 == "*" }
    let crosses = pattern.count - rest.count > 1
    var path = path
    while true {
      if matches(rest, path) { return true }
      guard let next = path.popFirst(), crosses || next != "/" else { return false }
    }
  }
}
