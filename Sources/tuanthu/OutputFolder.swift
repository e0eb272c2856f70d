import Foundation
import Reports

/// The folder of `--out`, which is made when it is not there.
struct OutputFolder {
  private let folder: URL

  /// The folder at `path`.
  init(_ path: String) {
    folder = URL(fileURLWithPath: path).standardizedFileURL
  }

  /// The reports that stand in it, in the order of their names.
  /// - Throws: exit code 2 where they cannot be written.
  func reports(_ console: Console) throws -> [ReportTarget] {
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try [("assessment.json", ReportFormat.json), ("report.txt", .text)].map { name, format in
      try ReportTarget(format, folder.appending(path: name).path, console)
    }
  }
}
