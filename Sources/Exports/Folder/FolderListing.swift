import Calendars
import Foundation

/// The files of an exports folder and of the folders in it.
struct FolderListing {
  /// What a file is by its name.
  enum Kind {
    case csv
    case workbook
    /// JSON or JSON Lines.
    case json
    /// SQLite; a file of any name may be one by its first bytes.
    case database
    /// No file: a server.
    case server
    /// A format that holds tables but is not read.
    case other
    case unknown
    /// Never an export: `README.md`, notes.
    case never
  }

  /// The paths of the files, relative to the folder, in order.
  private(set) var paths: [String] = []
  /// The folders that could not be listed, relative to the folder.
  private(set) var closed: [String] = []
  /// The folders that are named almost like a period, and are not read: which month they are for
  /// nobody can say.
  private(set) var misnamed: [String] = []

  /// Lists `folder`. Hidden files and folders are left out; so are what Office puts beside a file while
  /// somebody has it open (`~$book.xlsx`), and folders in it that are named like a period: they hold
  /// another month's exports.
  init(_ folder: String) {
    list(folder, prefix: "")
    paths.sort()
    misnamed.sort()
  }

  private mutating func list(_ folder: String, prefix: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      closed.append(prefix.isEmpty ? "." : String(prefix.dropLast()))
      return
    }
    for name in names where !name.hasPrefix(".") && !name.hasPrefix("~$") {
      let path = folder + "/" + name
      if isFolder(path) {
        enter(name, path, prefix: prefix)
      } else if prefix + name != ExportMap.fileName {
        paths.append(prefix + name)
      }
    }
  }

  private mutating func enter(_ name: String, _ path: String, prefix: String) {
    if Period(name) != nil { return }
    if name.contains(/^(?:[0-9]{4}[-_. ]?[0-9]{1,2}|[0-9]{1,2}[-_. ][0-9]{4})$/) {
      misnamed.append(prefix + name)
    } else {
      list(path, prefix: prefix + name + "/")
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// What the file at `path` is by its name.
  static func kind(of path: String) -> Kind {
    // What SQLite puts beside a database.
    if ["-wal", "-shm", "-journal"].contains(where: path.hasSuffix) { return .never }
    return switch (path as NSString).pathExtension.lowercased() {
    case "csv", "tsv", "tab": .csv
    case "md", "txt": .never
    case "xlsx", "xlsm", "ods", "xls", "xlsb": .workbook
    case "json", "jsonl", "ndjson": .json
    case "sqlite", "sqlite3", "db3": .database
    case "pdf", "doc", "docx", "zip", "rar", "7z", "gz",
      "xml", "html", "htm", "parquet", "mdb", "accdb", "dbf":
      .other
    default: .unknown
    }
  }

  /// The parts of a path by which a file can be named after a unit: folders, and the file's stem.
  static func names(in path: String) -> [String] {
    var parts = path.split(separator: "/").map(String.init)
    if let file = parts.popLast() { parts.append((file as NSString).deletingPathExtension) }
    return parts
  }
}
