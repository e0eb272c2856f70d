/// Reads exports into tables.
package enum ExportReader {
  /// Reads every file of the request. One bad file never stops the others.
  /// - Parameter progress: told how much was read so far, after each block.
  package static func read(
    _ request: ExportRequest, progress: (@Sendable (ReadAmount) -> Void)? = nil
  ) -> ExportSet {
    read(request, sets: [request.folders], progress: progress).first ?? ExportSet()
  }

  /// Reads every file of the request once and gives the exports of some of its folders at a time:
  /// what is handed in again replaces what was handed in before within each set alone.
  /// - Parameter sets: folders of the request.
  package static func read(
    _ request: ExportRequest, sets: [[String]], progress: (@Sendable (ReadAmount) -> Void)? = nil
  ) -> [ExportSet] {
    var session = ReadingSession(request, progress: progress)
    return session.run(sets)
  }
}
