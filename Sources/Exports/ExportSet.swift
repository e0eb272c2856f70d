import Diagnostics
import Tables

/// Everything that was handed in, and what is wrong with it.
package struct ExportSet: Sendable {
  /// The records, by dataset id; datasets without any file are absent.
  package var tables: [String: Table]
  /// Every file, in the order of paths.
  package var files: [ExportFile]
  /// What is wrong with the exports, in the order of files and lines.
  package var defects: [Defect]
  /// Mistakes in `exports.yaml`.
  package var diagnostics: [Diagnostic]
  /// The names of the folders it was read from: `2025-09`; an empty one for the root itself.
  package var folders: [String] = []

  /// A set from its parts.
  package init(
    tables: [String: Table] = [:], files: [ExportFile] = [], defects: [Defect] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.tables = tables
    self.files = files
    self.defects = defects
    self.diagnostics = diagnostics
  }
}
