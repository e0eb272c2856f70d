import Calendars
import Foundation

/// Finds the folders of a period's exports: one for each month that the obligations' periods span,
/// where they exist; else the folder itself.
enum ExportFolders {
  /// Absolute paths, earliest first; empty when `root` is no folder.
  static func folders(in root: String, for period: Period, _ kinds: [Period.Kind]) -> [String] {
    guard isFolder(root) else { return [] }
    let periods = Set(kinds).flatMap { period.periods(of: $0) }
    let names = Set(periods.flatMap(\.months).map(\.name) + periods.map(\.name) + [period.name])
    let found = names.sorted().map { root + "/" + $0 }.filter(isFolder)
    return found.isEmpty ? [root] : found
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
