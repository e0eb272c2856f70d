import Encodings
import Foundation
import TestSupport
import Testing

/// A copy of a folder of exports with its files in another encoding; `exports.yaml` stays as it is.
struct EncodedExports: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The bytes of a text; `nil` where the encoding lacks a character.
  private let write: @Sendable (String) throws -> [UInt8]?

  /// All ways of writing that give the same text.
  static let all: [EncodedExports] =
    Encoding.allCases.filter { $0 != .utf8 && $0 != .windows1252 }.map { encoding in
      EncodedExports(testDescription: encoding.rawValue) {
        try TestEncoder(encoding).encode($0)
      }
    } + [
      EncodedExports(testDescription: "UTF-16LE with a mark") {
        try TestEncoder(.utf16LE).encode("\u{FEFF}" + $0)
      },
      EncodedExports(testDescription: "UTF-16BE with a mark") {
        try TestEncoder(.utf16BE).encode("\u{FEFF}" + $0)
      },
      EncodedExports(testDescription: "UTF-8 with a mark") { Array(("\u{FEFF}" + $0).utf8) },
      EncodedExports(testDescription: "UTF-8, decomposed") {
        Array($0.decomposedStringWithCanonicalMapping.utf8)
      },
    ]

  /// The exports folder that holds the copy; the caller removes it.
  func make(from folder: String) throws -> String {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "encoded-\(UUID().uuidString)")
    let target = root.appending(path: "2025-09")
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where name.hasSuffix(".csv") || name.hasSuffix(".yaml") {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder).appending(path: name))
      let copy = target.appending(path: name)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (name.hasSuffix(".csv") ? encoded(data, name) : data).write(to: copy)
    }
    return root.path
  }

  private func encoded(_ data: Data, _ name: String) throws -> Data {
    let text = String(decoding: data, as: UTF8.self).drop { $0 == "\u{FEFF}" }
    let composed = String(text).precomposedStringWithCanonicalMapping
    guard let bytes = try write(composed) else {
      throw CocoaError(.fileWriteInapplicableStringEncoding)
    }
    return Data(bytes)
  }
}
