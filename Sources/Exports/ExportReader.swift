/// Reads exports into tables.
package enum ExportReader {
  /// Reads every file of the request. One bad file never stops the others.
  /// - Parameter progress: told how many bytes were read so far, after each block.
  package static func read(
    _ request: ExportRequest, progress: (@Sendable (Int) -> Void)? = nil
  ) -> ExportSet {
    var session = ReadingSession(request, progress: progress)
    return session.run()
  }
}
