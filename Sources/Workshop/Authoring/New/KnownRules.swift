import Diagnostics
import YAMLTree

/// What stubs can build upon: as much of some rule files as can be read, right or wrong.
struct KnownRules {
  /// A dataset as far as a stub needs it.
  struct Dataset {
    let id: String
    let record: String
    /// The column that probably holds the unit's code.
    let unitColumn: String?
    /// A date or time that every record has.
    let moment: String?
  }

  /// The files, by the directive's id.
  private(set) var directives: [String: YAMLFiles.File] = [:]
  private(set) var datasets: [Dataset] = []
  private(set) var hasCalendar = false

  /// What is in `files`.
  init(_ files: [YAMLFiles.File]) {
    for file in files {
      guard let root = YAMLParser.parse(file.source).root else { continue }
      if let id = root["directive"]?["id"]?.scalar?.text { directives[id] = file }
      datasets += (root["datasets"]?.items ?? []).compactMap(Dataset.init)
      if root["calendar"] != nil { hasCalendar = true }
    }
  }

  /// The ids of the obligations in `file`.
  static func obligations(in file: YAMLFiles.File) -> Set<String> {
    let items = YAMLParser.parse(file.source).root?["obligations"]?.items ?? []
    return Set(items.compactMap { $0["id"]?.scalar?.text })
  }
}

extension KnownRules.Dataset {
  init?(_ node: Node) {
    guard let id = node["id"]?.scalar?.text, let record = node["record"]?.scalar?.text else {
      return nil
    }
    let columns = (node["columns"]?.items ?? []).map { column in
      (
        id: column["id"]?.scalar?.text ?? "", type: column["type"]?.scalar?.text ?? "",
        isFull: column["nullable"] == nil && column["optional"] == nil
      )
    }
    let texts = columns.filter { $0.type == "string" && $0.isFull }.map(\.id)
    self.id = id
    self.record = record
    unitColumn = texts.first { $0.contains("unit") } ?? texts.last
    moment = columns.first { ["date", "timestamp"].contains($0.type) && $0.isFull }?.id
  }
}

extension Node {
  /// The value of a key, of a mapping.
  subscript(key: String) -> Node? { entries?.first { $0.key.text == key }?.value }
}
