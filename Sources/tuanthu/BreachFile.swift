import ArgumentParser
import Diagnostics
import Evaluation
import Foundation
import Reports

/// The file of `--breaches`. It is written beside its place, and put there when it is whole.
struct BreachFile {
  /// As it was given, and where it is.
  private let name: String
  private let path: String
  private let console: Console
  private static let block = 1 << 20

  /// The file at a path.
  /// - Throws: exit code 2 where no file can be written.
  init(_ name: String, _ console: Console) throws {
    let url = URL(fileURLWithPath: name).resolvingSymlinksInPath()
    (self.name, path, self.console) = (name, url.path, console)
    let old = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    let folder = url.deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder), old ?? .typeRegular == .typeRegular
    else { throw console.stop(.breachesNotWritten(name), 2) }
  }

  /// Writes all breaches, in the place of an older file.
  /// - Parameter redactor: hides their keys.
  /// - Throws: exit code 2 when that cannot be done; an older file stays as it was.
  func write(_ breaches: BreachList, _ redactor: KeyRedactor?) throws {
    let part = path + ".part"
    do {
      try write(breaches, redactor, to: part)
      guard rename(part, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(atPath: part)
      throw console.stop(.breachesNotWritten(name), 2)
    }
    console.note(.written([name]))
  }

  private func write(
    _ breaches: BreachList, _ redactor: KeyRedactor?, to part: String
  ) throws {
    try Data().write(to: URL(fileURLWithPath: part))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: part))
    var bytes = Data(BreachTable.header.utf8)
    try breaches.forEach { breach in
      let shown = redactor.map { $0.redacted(breach) } ?? breach
      bytes.append(contentsOf: BreachTable.line(shown).utf8)
      if bytes.count < Self.block { return }
      try file.write(contentsOf: bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try file.write(contentsOf: bytes)
    try file.close()
  }
}
