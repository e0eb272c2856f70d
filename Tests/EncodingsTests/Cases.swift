import Foundation

@testable import Encodings

/// The files of the folder `cases`.
enum Cases {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "cases")

  /// The lines of a file, without comments and empty lines.
  static func lines(_ name: String) throws -> [String] {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  /// The lines under each heading `# name` of a file; what comes before the first is left out.
  static func sections(_ name: String) throws -> [(name: String, lines: [String])] {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return text.split(separator: "\n# ").dropFirst().map { section in
      let lines = section.split(separator: "\n").map(String.init)
      return (lines[0], Array(lines.dropFirst()))
    }
  }

  /// Bytes written as "61 CC".
  static func bytes(_ hex: some StringProtocol) -> [UInt8] {
    hex.split(separator: " ").compactMap { UInt8($0, radix: 16) }
  }
}

/// Decodes in blocks of a size.
func decode(
  _ bytes: [UInt8], as encoding: Encoding, blockSize: Int
) -> (text: [UInt8], faults: [DecodingFault]) {
  var decoder = TextDecoder(encoding, faultLimit: .max)
  var text: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: blockSize) {
    Array(bytes[start..<min(start + blockSize, bytes.count)]).withUnsafeBufferPointer {
      decoder.decode($0, into: &text)
    }
  }
  decoder.finish(into: &text)
  return (text, decoder.faults)
}

func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
