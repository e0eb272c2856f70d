import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLTree

@testable import Workshop

/// The schemas know the keys that the readers allow, no more and no fewer.
///
/// An unknown key is put into every mapping of some files; what the readers then call the keys allowed
/// is compared with the mapping's. Whoever gives a reader a new mapping adds it to these files.
@Suite("Schemas and readers")
struct SchemaDriftTests {
  private static let unknown = "zzzzzz"

  /// What the good files of RulebookTests have not.
  private static let more = """
    datasets:
      - id: steps
        record: step
        title: Bước
        columns: [{ id: dossier, type: string }, { id: day, type: date }]
        child-of: { dataset: dossiers, by: dossier }
    directive:
      id: more
      number: 1/QĐ
      title: Thêm
      issuer: UBND
      confidence: T
      in-force: { from: 2025-01-01 }
      allow: { code: TT1001, because: thử }
    obligations:
      - id: clock
        title: Đồng hồ
        duty: { cite: Điều 1 }
        binds: { cite: Điều 1 }
        answers: head
        every: month
        severity: low
        over: dossiers
        unit: dossier.unit
        clock:
          from: dossier.received_at
          limit: workingDays(5)
          pauses: { over: dossier.steps, from: step.day, until: step.day }
        done: dossier.completed_at
        when: due
        no-target: { because: thử, cite: Điều 1 }

    """

  @Test func rules() throws {
    let rules = Places.root.appending(path: "Tests/RulebookTests")
    var files: [String: String] = [:]
    let names = ["calendar", "datasets", "units", "directive"].map { "base/\($0)" }
    let good = [
      "all-keys", "baselines", "indexes", "measures", "options", "periods", "supersedes", "waivers",
    ].map { "good/\($0)" }
    for base in names + good {
      files["rules/\(base).yaml"] = try String(
        contentsOf: rules.appending(path: "\(base).yaml"), encoding: .utf8)
    }
    files["rules/more.yaml"] = Self.more
    try compare(
      .rules, files, ["lint", "rules", "--lang", "en"], readElsewhere: ["measure", "aggregate"])
  }

  @Test func workspace() throws {
    let text = "rules: [rules]\nperiod: 2025-09\n"
    try compare(
      .workspace, ["tuanthu.yaml": text + "\nletterhead: { issuer: A }\n"],
      ["lint", "--lang", "en"])
  }

  @Test func exports() throws {
    var files = try base()
    files["exports/2025-09/exports.yaml"] = """
      files:
        - { path: '*.csv' }
        - { postgres: { service: tuanthu-khong-co }, table: dossiers }

      """
    try compare(.exports, files, ["check", "--lang", "en"])
  }

  @Test func cases() throws {
    var files = try base()
    files["rules/index.yaml"] = """
      directive:
        { id: chi-so, number: 1/QĐ, title: A, issuer: A, confidence: R, in-force: { from: 2025-01-01 } }
      index:
        id: phuc-vu
        title: A
        every: month
        binds: { cite: Điều 1 }
        groups:
          - id: a
            title: A
            cite: Điều 1
            criteria: [{ id: b, title: B, max: 1, measures: { r: nd63/entered }, score: r }]

      """
    files["rules/cases.yaml"] = """
      given: { obligation: nd63/entered, period: 2025-09 }
      cases:
        - note: one unit
          unit: { level: so }
          want: { verdict: met, counts: { passed: 1 } }
        - note: written as in a registry
          units: [{ code: A, name: A, level: so }]
          posts:
            - unit: A
              role: head
              title: Head
              holdings: [{ holder: B, kind: official, from: 2025-01-01, document: 1/QĐ }]
          want: met
        - note: of an index
          index: phuc-vu
          unit: { level: so }
          want: { points: 0 }
      """
    try compare(.cases, files, ["test", "rules", "--lang", "en"])
  }

  /// The small city of the commands' cases.
  private func base() throws -> [String: String] {
    let text = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "cases/base.yaml"), encoding: .utf8)
    let root = try #require(YAMLParser.parse(SourceText(path: "base.yaml", text: text)).root)
    let files = root.entries?.first { $0.key.text == "files" }?.value.entries ?? []
    let pairs = files.map { ($0.key.text, $0.value.scalar?.text ?? "") }
    return Dictionary(pairs) { first, _ in first }
  }

  /// - Parameter readElsewhere: mappings of which the readers list the keys in other words.
  private func compare(
    _ kind: FileKind, _ files: [String: String], _ command: [String],
    readElsewhere: Set<String> = []
  ) throws {
    var missing = Mapping.all(within: kind.root).filter { !readElsewhere.contains($0.key) }
    for (path, text) in files.sorted(by: { $0.key < $1.key }) where isOf(kind, path) {
      let source = SourceText(path: path, text: text)
      let root = try #require(YAMLParser.parse(source).root)
      for place in Place.all(in: root, .mapping(kind.root)) {
        guard let mapping = missing.removeValue(forKey: place.mapping.name) else { continue }
        var files = files
        files[path] = place.text(adding: Self.unknown)
        let allowed = try allowed(files, command)
        #expect(allowed == mapping.keys.map(\.name).sorted(), "\(mapping.name) in \(path)")
      }
    }
    #expect(missing.isEmpty, "no file of this test has: \(missing.keys.sorted())")
  }

  private func isOf(_ kind: FileKind, _ path: String) -> Bool {
    switch kind {
    case .exports: path.hasSuffix("exports.yaml")
    case .workspace: path == "tuanthu.yaml"
    case .cases: path.hasSuffix("cases.yaml")
    case .rules: path.hasPrefix("rules/") && !path.hasSuffix("cases.yaml")
    }
  }

  /// What the command says that may be written instead.
  private func allowed(_ files: [String: String], _ command: [String]) throws -> [String] {
    let folder = try Tool.folder(files.mapValues { Data($0.utf8) })
    defer { try? FileManager.default.removeItem(at: folder) }
    let said = try Tool.run(command, in: folder).complaints
    guard let place = said.range(of: "has no key '\(Self.unknown)'"),
      let list = said[place.upperBound...].firstRange(of: "the keys allowed are: ")
    else { return ["(nothing about the unknown key) " + said] }
    let line = said[list.upperBound...].prefix { $0 != "\n" }
    return line.components(separatedBy: ", ").sorted()
  }
}

/// A mapping of a file, and which one it is.
private struct Place {
  let node: Node
  let mapping: Mapping

  static func all(in node: Node, _ shape: Shape) -> [Place] {
    switch shape {
    case .mapping(let mapping):
      guard let entries = node.entries else { return [] }
      return [Place(node: node, mapping: mapping)]
        + entries.flatMap { entry in
          mapping.keys.filter { $0.name == entry.key.text }
            .flatMap { all(in: entry.value, $0.shape) }
        }
    case .list(let item): return (node.items ?? [node]).flatMap { all(in: $0, item) }
    case .either(let shapes):
      return shapes.first { fits(node, $0) }.map { all(in: node, $0) } ?? []
    case .named(let value): return (node.entries ?? []).flatMap { all(in: $0.value, value) }
    default: return []
    }
  }

  /// Whether a value has a shape, as far as shapes that exclude each other need it.
  private static func fits(_ node: Node, _ shape: Shape) -> Bool {
    switch shape {
    case .mapping(let mapping):
      node.entries?.allSatisfy { entry in
        mapping.keys.contains { $0.name == entry.key.text && fits(entry.value, $0.shape) }
      } ?? false
    case .either(let shapes): shapes.contains { fits(node, $0) }
    case .list, .items, .named: true
    default: node.scalar != nil
    }
  }

  /// The file with one more key in this mapping.
  func text(adding key: String) -> String {
    let source = node.span.source
    let start = node.span.bytes.lowerBound
    let isFlow = source.bytes[start] == UInt8(ascii: "{")
    let indent = String(repeating: " ", count: node.span.column - 1)
    let place = isFlow ? start + 1 : start
    let added = isFlow ? "\(key): 0, " : "\(key): 0\n\(indent)"
    return source.string(0..<place) + added + source.string(place..<source.bytes.count)
  }
}

extension Mapping {
  /// A mapping and those that may stand within it, by name.
  fileprivate static func all(within root: Mapping) -> [String: Mapping] {
    var found: [String: Mapping] = [:]
    var open: [Shape] = [.mapping(root)]
    while let shape = open.popLast() {
      switch shape {
      case .mapping(let mapping) where found[mapping.name] == nil:
        found[mapping.name] = mapping
        open += mapping.keys.map(\.shape)
      case .list(let item), .items(let item, _), .named(let item): open.append(item)
      case .either(let shapes): open += shapes
      default: break
      }
    }
    return found
  }
}
