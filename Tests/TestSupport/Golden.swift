import Foundation
import Testing

/// Compares text with a golden file; `RECORD=1` rewrites the file and fails, so that review is a diff.
package enum Golden {
  /// Expects `text` to be what the file `name` beside the test holds.
  package static func expect(
    _ text: String, matches name: String, beside file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let path = URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      record(text, at: path)
      Issue.record("recorded \(name); run again without RECORD", sourceLocation: sourceLocation)
      return
    }
    let want =
      (try? String(contentsOf: path, encoding: .utf8)) ?? "(no golden file: run with RECORD=1)"
    #expect(text == want, sourceLocation: sourceLocation)
  }

  private static func record(_ text: String, at path: URL) {
    let folder = path.deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? text.write(to: path, atomically: true, encoding: .utf8)
  }
}
