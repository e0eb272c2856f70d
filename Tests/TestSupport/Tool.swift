import Foundation

/// Runs the `tuanthu` that was built beside the tests.
package struct Tool {
  /// What a run gave.
  package struct Result: Sendable {
    /// The exit code.
    package let code: Int32
    /// Standard output.
    package let output: String
    /// Standard error.
    package let complaints: String
  }

  /// Runs the tool in `folder`, with `NO_COLOR` set.
  /// - Parameter environment: more of the environment.
  package static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Result {
    try run(executable, arguments, in: folder, environment)
  }

  /// What a line of shell prints to either stream, as a terminal shows it; it finds the tool by name.
  package static func shell(_ command: String, in folder: URL) throws -> String {
    let shell = URL(fileURLWithPath: "/bin/sh")
    return try run(shell, ["-c", "{ \(command)\n} 2>&1"], in: folder).output
  }

  private static func run(
    _ executable: URL, _ arguments: [String], in folder: URL, _ more: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(more) { _, new in new }
    let files = [folder.appending(path: ".out"), folder.appending(path: ".err")]
    for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    return Result(code: process.terminationStatus, output: texts[0], complaints: texts[1])
  }

  private static var environment: [String: String] {
    let own = ProcessInfo.processInfo.environment
    let path = executable.deletingLastPathComponent().path + ":" + (own["PATH"] ?? "/usr/bin:/bin")
    return own.merging(["NO_COLOR": "1", "PATH": path]) { _, new in new }
  }

  private static var executable: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
      path: "tuanthu")
  }

  /// A new folder that holds some files; the caller removes it.
  package static func folder(_ files: [String: Data]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tuanthu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, data) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
    return folder
  }
}
