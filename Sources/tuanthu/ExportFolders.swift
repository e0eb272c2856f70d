import Foundation

/// The folders of exports: one for each month, quarter, half-year or year, or the root itself.
struct ExportFolders {
  /// Absolute.
  let root: String

  /// Whether there is a root.
  var isThere: Bool { Self.isFolder(root) }

  /// Whether there is a folder of that name.
  func has(_ name: String) -> Bool { Self.isFolder(path(name)) }

  /// Where the folder of a name is; the root for an empty one.
  func path(_ name: String) -> String { name.isEmpty ? root : root + "/" + name }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
