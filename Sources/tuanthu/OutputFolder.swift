import Foundation

/// Writes reports into a folder, which is made when it is not there.
struct OutputFolder {
  private let folder: URL

  /// The folder at `path`.
  init(_ path: String) {
    folder = URL(fileURLWithPath: path).standardizedFileURL
  }

  /// Writes files by name, and gives their paths in the order of names.
  func write(_ files: [String: Data]) throws -> [String] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try files.sorted { $0.key < $1.key }.map { name, data in
      let path = folder.appending(path: name)
      try data.write(to: path, options: .atomic)
      return path.path
    }
  }
}
