import Diagnostics
import Foundation
import YAMLTree

/// The YAML files beside the tests.
struct YAMLFiles {
  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The names of the files in a folder, in order, without `.yaml`.
  static func names(in folder: String) -> [String] {
    let url = here.appending(path: folder)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// One file, `broken/duplicate-key`.
  static func source(_ path: String) throws -> SourceText {
    let data = try Data(contentsOf: here.appending(path: path + ".yaml"))
    return SourceText(path: path + ".yaml", bytes: Array(data))
  }
}

extension Node {
  /// It and all that is in it; keys are not nodes.
  var all: [Node] {
    switch content {
    case .scalar: [self]
    case .sequence(let items): [self] + items.flatMap(\.all)
    case .mapping(let entries): [self] + entries.flatMap(\.value.all)
    }
  }

  /// Every scalar in it, keys included.
  var scalars: [Scalar] {
    switch content {
    case .scalar(let scalar): [scalar]
    case .sequence(let items): items.flatMap(\.scalars)
    case .mapping(let entries): entries.flatMap { [$0.key] + $0.value.scalars }
    }
  }
}
