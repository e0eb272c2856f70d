import Foundation

/// Other people's readers, by way of Python: the environment of `make oracle`, or any that has them.
package struct Python {
  private let command: [String]

  /// A Python that has modules; `nil` where there is none (tests then skip aloud).
  package init?(with modules: [String]) {
    let own = ProcessInfo.processInfo.environment["TUANTHU_PYTHON"]
    let candidates = [
      own.map { [$0] } ?? [], [Places.root.path + "/.venv/bin/python3"],
      ["/usr/bin/env", "python3"],
    ]
    let imports = "import \(modules.joined(separator: ", ")); print('yes')"
    let found = candidates.first { candidate in
      guard let path = candidate.first, FileManager.default.isExecutableFile(atPath: path) else {
        return false
      }
      return (try? Self.run(candidate + ["-c", imports])) == "yes\n"
    }
    guard let found else { return nil }
    command = found
  }

  /// What a script prints, and its complaints after that.
  package func run(_ script: URL, _ arguments: [String]) throws -> String {
    try Self.run(command + [script.path] + arguments)
  }

  private static func run(_ command: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
