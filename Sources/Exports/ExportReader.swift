import Calendars
import Diagnostics
import Tables

/// Reads exports into tables.
package enum ExportReader {
  /// Reads every file of the request. One bad file never stops the others.
  /// - Parameter progress: told how many bytes were read so far, after each block.
  package static func read(
    _ request: ExportRequest, progress: (@Sendable (Int) -> Void)? = nil
  ) -> ExportSet {
    ExportSet()
  }
}
