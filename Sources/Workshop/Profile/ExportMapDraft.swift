import Exports
import Foundation

/// An `exports.yaml` to start from, made of what stands in files: what is sure is written, what is not is a
/// remark.
package struct ExportMapDraft: Sendable {
  /// A file with one table of a dataset.
  private struct Mapped {
    let path: String
    let table: TableProfile
  }

  /// Files that are described alike.
  private struct Group {
    var paths: [String]
    let lines: [String]
  }

  private let profiles: [FileProfile]

  /// The draft for some files.
  package init(_ profiles: [FileProfile]) { self.profiles = profiles }

  /// The text of the file.
  /// - Parameter folder: the folder that it will stand in; by default the one that holds all files.
  package func text(folder: String?) -> String {
    let paths = profiles.map { URL(fileURLWithPath: $0.file).standardizedFileURL.path }
    let root =
      folder.map { URL(fileURLWithPath: $0).standardizedFileURL.path } ?? Self.common(paths)
    let prefix = root.hasSuffix("/") ? root : root + "/"
    var (groups, remarks): ([Group], [String]) = ([], [])
    for (profile, path) in zip(profiles, paths) {
      guard path.hasPrefix(prefix) else {
        remarks += MapTexts.outside(profile.file)
        continue
      }
      let inner = String(path.dropFirst(prefix.count))
      guard let lines = lines(profile) else {
        remarks += MapTexts.unmatched(inner, profile)
        continue
      }
      if let index = groups.firstIndex(where: { $0.lines == lines }) {
        groups[index].paths.append(inner)
      } else {
        groups.append(Group(paths: [inner], lines: lines))
      }
    }
    let all = paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    let entries = Self.entries(groups, among: all).flatMap { entry($0.pattern, $0.lines) }
    let body = entries.isEmpty ? ["files: []"] : ["files:"] + entries
    return (MapTexts.head + body + remarks).map { $0 + "\n" }.joined()
  }

  private func entry(_ pattern: String, _ lines: [String]) -> [String] {
    ["  - path: \(YAMLText.quoted(pattern))"] + lines.map { "    " + $0 }
  }

  /// What is said of a file below its path; `nil` where nothing is sure.
  private func lines(_ profile: FileProfile) -> [String]? {
    let matching = profile.tables.filter { $0.match?.dataset != nil }
    guard let table = matching.first, let match = table.match, let dataset = match.dataset else {
      return nil
    }
    if matching.count > 1 { return nil }
    var lines = ["dataset: \(dataset)"]
    if let sheet = table.sheet, profile.tables.count > 1 {
      lines.append("sheet: \(YAMLText.quoted(sheet))")
    }
    if let encoding = table.encoding, encoding != "UTF-8" { lines.append("encoding: \(encoding)") }
    if let delimiter = table.delimiter, delimiter != "," {
      lines.append("delimiter: \(delimiter == "\t" ? "tab" : YAMLText.quoted(delimiter))")
    }
    return lines + columns(table, match)
  }

  private func columns(_ table: TableProfile, _ match: TableProfile.Match) -> [String] {
    let sure = table.columns.filter { $0.column != nil && !$0.isAmbiguous }
    let named = sure.compactMap { column in
      column.header.flatMap { header in
        column.column.map { "  \($0): \(YAMLText.quoted(header))" }
      }
    }
    let unsure = table.columns.filter(\.isAmbiguous).compactMap { column in
      column.column.map { MapTexts.ambiguous($0, column.header ?? "") }
    }
    let absent = match.absent.map(MapTexts.absent)
    let extra = table.columns.filter { $0.column == nil }.map { MapTexts.extra($0.header) }
    return (named.isEmpty ? [] : ["columns:"] + named) + unsure + absent + extra
  }

  // MARK: - Paths

  /// Files by their paths; the greatest group of a folder last, as `*.csv`, since the first entry that matches
  /// counts. Not where a file of the folder is in no group, or lies in a folder below it.
  private static func entries(
    _ groups: [Group], among all: [String]
  ) -> [(pattern: String, lines: [String])] {
    let kinds = Dictionary(grouping: all, by: kind)
    var (single, rest): ([(String, [String])], [(String, [String])]) = ([], [])
    for (kind, files) in kinds.sorted(by: { $0.key < $1.key }) {
      let parts = groups.map { group in
        Group(paths: group.paths.filter { Self.kind($0) == kind }.sorted(), lines: group.lines)
      }.filter { !$0.paths.isEmpty }
      let isWhole = parts.reduce(0) { $0 + $1.paths.count } == files.count
      let folder = String(kind.prefix { $0 != "*" })
      let hasInner = all.contains {
        $0.hasPrefix(folder) && $0.dropFirst(folder.count).contains("/")
      }
      let most = parts.map(\.paths.count).max() ?? 0
      let last =
        isWhole && !hasInner && most > 1
        ? parts.firstIndex { $0.paths.count == most } : nil
      for (index, part) in parts.enumerated() where index != last {
        single += part.paths.map { ($0, part.lines) }
      }
      if let last { rest.append((kind, parts[last].lines)) }
    }
    return (single + rest).map { (pattern: $0.0, lines: $0.1) }
  }

  /// The pattern of the files beside one that end like it.
  private static func kind(_ path: String) -> String {
    let name = path as NSString
    let folder = name.deletingLastPathComponent
    return (folder.isEmpty ? "" : folder + "/") + "*." + name.pathExtension
  }

  /// The folder that holds all of some files.
  private static func common(_ paths: [String]) -> String {
    let folders = paths.map { Array($0.split(separator: "/").dropLast()) }
    let first = folders.first ?? []
    let count = first.indices.prefix { index in
      folders.allSatisfy { $0.indices.contains(index) && $0[index] == first[index] }
    }.count
    return "/" + first.prefix(count).joined(separator: "/")
  }
}

/// Texts as YAML holds them.
enum YAMLText {
  /// In single quotation marks; in double ones where it holds line breaks or the like.
  static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    if isPlain { return "'" + text.replacing("'", with: "''") + "'" }
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: scalar.value < 0x20 || scalar.value == 0x7F ? " " : String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }

  /// On one line, so that it can stand in a remark.
  static func line(_ text: String) -> String { text.replacing(/\s+/, with: " ") }
}
