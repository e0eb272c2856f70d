import Foundation
import TestSupport

/// A copy of a folder of exports with the records of each file in another order, and the files too:
/// those that `exports.yaml` does not name move into numbered folders, and are read by path.
///
/// The files of the example hold no line breaks inside quotes; the header stays first.
enum ShuffledExports {
  /// The exports folder that holds the copy; the caller removes it.
  static func make(from folder: String, seed: UInt64) throws -> String {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "shuffled-\(UUID().uuidString)")
    let target = root.appending(path: "2025-09")
    var random = SeededRandom(seed: seed)
    let named = try String(contentsOfFile: folder + "/exports.yaml", encoding: .utf8)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    for name in names {
      let source = URL(fileURLWithPath: folder).appending(path: name)
      guard name.hasSuffix(".csv") || name.hasSuffix(".yaml") else { continue }
      let data = try Data(contentsOf: source)
      let moves = name.hasSuffix(".csv") && !named.contains(name) && data.count > 1000
      let place = moves ? "\(random.roll(10...99))/\(name)" : name
      let copy = target.appending(path: place)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (name.hasSuffix(".csv") ? shuffled(data, &random) : data).write(to: copy)
    }
    return root.path
  }

  private static func shuffled(_ data: Data, _ random: inout SeededRandom) -> Data {
    var lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
    guard lines.count > 2 else { return data }
    lines = [lines[0]] + lines.dropFirst().shuffled(using: &random)
    return Data(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
  }
}
