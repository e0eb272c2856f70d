import Diagnostics
import Foundation
import YAMLTree

/// The beginnings of rule files: what to fill in stands in the place of what is missing.
package struct Stub {
  /// What a stub begins.
  package enum Kind: String, Sendable, CaseIterable {
    case directive
    case obligation
    case dataset
  }

  private let folder: String
  private let rules: KnownRules
  /// The files written, as shown to people.
  package private(set) var written: [String] = []

  /// Stubs in a folder of rules, which need not be there yet.
  /// - Parameters:
  ///   - folder: its path, as shown to people and relative to the current folder.
  ///   - files: the rule files in it.
  package init(in folder: String, _ files: [YAMLFiles.File]) {
    self.folder = folder
    rules = KnownRules(files)
  }

  /// Writes the files of a stub. Nothing is written over; an obligation is added to the end of its
  /// directive's file.
  /// - Parameter id: of an obligation, `DIRECTIVE/ID`.
  /// - Returns: why nothing was written, or `nil`.
  /// - Throws: what the file system says.
  package mutating func write(_ kind: Kind, _ id: String) throws -> Diagnostic? {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == (kind == .obligation ? 2 : 1), parts.allSatisfy(Self.isID) else {
      return .badStubID(kind, id)
    }
    switch kind {
    case .directive: return try directive(id)
    case .obligation: return try obligation(parts[1], of: parts[0])
    case .dataset: return try dataset(id)
    }
  }

  // MARK: - Kinds

  private mutating func directive(_ id: String) throws -> Diagnostic? {
    if let file = rules.directives[id] { return .stubThere(id, file.source.path) }
    guard let dataset = rules.datasets.first else { return .noDatasetYet }
    let first = "yeu-cau-1"
    let text = StubTexts.directive(id) + StubTexts.obligation(first, over: dataset, indent: 2)
    return try write([
      ("\(id)/directive.yaml", text),
      ("\(id)/cases.yaml", StubTexts.cases("\(id)/\(first)", over: dataset)),
    ])
  }

  private mutating func dataset(_ id: String) throws -> Diagnostic? {
    if rules.datasets.contains(where: { $0.id == id }) { return .stubThere(id, folder) }
    let calendar = rules.hasCalendar ? [] : [("calendar.yaml", StubTexts.calendar)]
    return try write([("datasets/\(id).yaml", StubTexts.dataset(id))] + calendar)
  }

  private mutating func obligation(_ id: String, of directive: String) throws -> Diagnostic? {
    guard let file = rules.directives[directive] else {
      return .noDirective(directive, rules.directives.keys.sorted())
    }
    guard !KnownRules.obligations(in: file).contains(id) else {
      return .stubThere("\(directive)/\(id)", file.source.path)
    }
    guard let dataset = rules.datasets.first else { return .noDatasetYet }
    guard let longer = Self.appended(to: file.source, id, dataset) else {
      return .notAppended(file.source)
    }
    let path = file.url.deletingLastPathComponent().appending(path: "\(id).cases.yaml")
    let shown = file.source.path.split(separator: "/").dropLast().joined(separator: "/")
    guard !FileManager.default.fileExists(atPath: path.path) else {
      return .stubThere("\(directive)/\(id)", "\(shown)/\(id).cases.yaml")
    }
    try Data(longer.utf8).write(to: file.url)
    try Data(StubTexts.cases("\(directive)/\(id)", over: dataset).utf8).write(to: path)
    written = [file.source.path, "\(shown)/\(id).cases.yaml"]
    return nil
  }

  /// The file with one obligation more, or `nil` where it cannot be added at the end without changing
  /// what stands there.
  private static func appended(
    to source: SourceText, _ id: String, _ dataset: KnownRules.Dataset
  ) -> String? {
    guard let before = YAMLParser.parse(source).root, let items = before["obligations"]?.items,
      let column = items.last.map({ dashColumn($0) })
    else { return nil }
    let text = source.string(0..<source.bytes.count)
    let longer =
      text + (text.hasSuffix("\n") ? "\n" : "\n\n")
      + StubTexts.obligation(id, over: dataset, indent: column)
    let after = YAMLParser.parse(SourceText(path: source.path, text: longer)).root
    let newItems = after?["obligations"]?.items ?? []
    let isSame =
      newItems.count == items.count + 1 && zip(items, newItems).allSatisfy(Formatter.isSame)
      && after?.entries?.count == before.entries?.count
    return isSame ? longer : nil
  }

  /// The column of the dash before an item.
  private static func dashColumn(_ item: Node) -> Int {
    let line =
      item.span.source.string(0..<item.span.bytes.lowerBound)
      .split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    return line.prefix { $0 == " " }.count
  }

  // MARK: - Files

  private mutating func write(_ files: [(path: String, text: String)]) throws -> Diagnostic? {
    let targets = files.map { ("\(folder)/\($0.path)", $0.text) }
    for (path, _) in targets where FileManager.default.fileExists(atPath: path) {
      return .fileThere(path)
    }
    for (path, text) in targets {
      let url = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    written = targets.map(\.0)
    return nil
  }

  /// Words of lower case letters and digits, joined by dashes.
  private static func isID(_ text: String) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
  }
}
