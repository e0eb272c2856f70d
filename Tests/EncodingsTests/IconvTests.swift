import Foundation
import Testing

@testable import Encodings

/// The same as glibc's tables, where `iconv` is installed.
@Suite struct IconvTests {
  static let path = "/usr/bin/iconv"

  @Test(arguments: [
    (Encoding.windows1258, "CP1258"), (.viscii, "VISCII"), (.tcvn3, "TCVN5712-1"),
    (.utf16LE, "UTF-16LE"), (.utf16BE, "UTF-16BE"), (.utf8, "UTF-8"),
  ])
  func readsWhatIconvWrites(encoding: Encoding, name: String) throws {
    guard FileManager.default.isExecutableFile(atPath: Self.path) else {
      return print("SKIPPED \(name): no \(Self.path)")
    }
    var text = try Cases.lines("texts.txt").joined(separator: "\n")
    if encoding == .tcvn3 { text = text.lowercased() }
    let bytes = try Self.iconv(Array(text.utf8), to: name)
    let (read, faults) = TextDecoder.decode(bytes, as: encoding)
    #expect(string(read) == text)
    #expect(faults.isEmpty)
  }

  private static func iconv(_ text: [UInt8], to name: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(text).write(to: input)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-f", "UTF-8", "-t", name, "-o", output.path, input.path]
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: output))
  }
}
