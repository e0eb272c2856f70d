import Foundation

/// A file that a format writes. It is empty at first.
package struct ReportFile {
  /// Where it is, for what writes files by itself (a library, another program).
  package let path: String
  private let handle: FileHandle

  /// A new file at a path, in the place of an old one.
  /// - Throws: an error when there can be none.
  package init(path: String) throws {
    self.path = path
    try Data().write(to: URL(fileURLWithPath: path))
    handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  /// Adds bytes at the end.
  package func append(_ bytes: Data) throws { try handle.write(contentsOf: bytes) }

  /// Adds a text at the end, in UTF-8.
  package func append(_ text: String) throws { try append(Data(text.utf8)) }

  /// Ends writing.
  package func close() throws { try handle.close() }
}
