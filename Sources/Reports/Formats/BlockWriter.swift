import Foundation

/// Hands lines to a file in blocks of a mebibyte.
struct BlockWriter {
  private static let block = 1 << 20
  private let file: ReportFile
  private var bytes = Data()

  init(_ file: ReportFile) { self.file = file }

  /// Adds a line, with its end.
  mutating func append(_ line: String) throws {
    bytes.append(contentsOf: line.utf8)
    if bytes.count >= Self.block { try flush() }
  }

  /// Writes what is left.
  mutating func flush() throws {
    try file.append(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
