import Diagnostics
import Foundation
import Reports

/// A file that an option names. It is written beside its place, and put there when it is whole; an older
/// file stays as it was until then.
struct PlacedFile {
  /// As it was given.
  let name: String
  private let path: String

  /// The file at a path; `nil` where no file can be written.
  init?(_ name: String) {
    let url = URL(fileURLWithPath: name).resolvingSymlinksInPath()
    (self.name, path) = (name, url.path)
    let old = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    let folder = url.deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder), old ?? .typeRegular == .typeRegular
    else { return nil }
  }

  /// Writes it.
  /// - Throws: what `body` throws, or an error of the disk.
  func write(_ body: (ReportFile) throws -> Void) throws {
    let part = path + ".part"
    do {
      let file = try ReportFile(path: part)
      try body(file)
      try file.close()
      guard rename(part, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(atPath: part)
      throw error
    }
  }

  /// Whether both are the same file.
  func isSame(as other: PlacedFile) -> Bool { path == other.path }
}
