/// What a part of a workbook refers to, by the names it uses for that.
struct Relationships {
  struct Target {
    /// The last word of its type: `worksheet`, `styles`, `sharedStrings`.
    let type: String
    /// The name of the part in the archive.
    let part: String
  }

  private(set) var targets: [String: Target] = [:]

  /// The first target of a type.
  func first(ofType type: String) -> Target? {
    targets.sorted { $0.key < $1.key }.first { $0.value.type == type }?.value
  }

  /// Reads what `part` refers to; nothing where the archive does not say.
  static func of(_ part: String, in archive: ZipArchive) throws(WorkbookError) -> Relationships {
    let (folder, name) = split(part)
    let list = "\(folder)/_rels/\(name).rels"
    guard archive[list] != nil else { return Relationships() }
    let handler = RelationshipsHandler(folder: folder)
    try XMLEvents.read(list, of: archive, handler)
    return handler.relationships
  }

  private static func split(_ part: String) -> (folder: Substring, name: Substring) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part[...]) }
    return (part[..<slash], part[part.index(after: slash)...])
  }

  fileprivate mutating func add(_ id: String, _ target: Target) { targets[id] = target }
}

/// Takes the events of a list of relationships.
private final class RelationshipsHandler: XMLHandler {
  var relationships = Relationships()
  private(set) var halt: XMLHalt?
  private let folder: Substring

  init(folder: Substring) { self.folder = folder }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.local == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"]?.string != "External"
    else { return }
    let word = type.string.split(separator: "/").last.map(String.init) ?? ""
    relationships.add(id.string, Relationships.Target(type: word, part: resolve(target.string)))
    if relationships.targets.count > WorkbookLimit.entries.most { halt = .limit(.entries) }
  }

  /// A target is absolute (`/xl/…`) or relative to the folder of the part that names it.
  private func resolve(_ target: String) -> String {
    let isAbsolute = target.hasPrefix("/") || target.hasPrefix("\\")
    return ZipEntry.clean(isAbsolute ? target : "\(folder)/\(target)")
  }
}
