import Foundation

/// Where tests find what does not stand beside them.
package enum Places {
  /// The root of the checkout.
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a file in the root, for `Golden` to find others by.
  package static var inRoot: String { root.appending(path: "Package.swift").path }

  /// The folder of test data written by others, or `nil` where it is absent (tests then skip aloud).
  package static var conformance: URL? {
    existing(variable("TUANTHU_CONFORMANCE") ?? root.path + "/../shared/conformance")
  }

  /// The folder of real exports, or `nil` where it is absent.
  package static var data: URL? {
    existing(variable("TUANTHU_DATA") ?? root.path + "/../shared/data")
  }

  private static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }

  private static func existing(_ path: String) -> URL? {
    FileManager.default.fileExists(atPath: path) ? URL(fileURLWithPath: path) : nil
  }
}
