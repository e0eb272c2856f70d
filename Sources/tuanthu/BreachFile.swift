import ArgumentParser
import Diagnostics
import Evaluation
import Foundation
import Reports

/// The file of `--breaches`.
struct BreachFile {
  private let file: PlacedFile
  private let console: Console
  private static let block = 1 << 20

  /// The file at a path.
  /// - Throws: exit code 2 where no file can be written.
  init(_ name: String, _ console: Console) throws {
    guard let file = PlacedFile(name) else { throw console.stop(.breachesNotWritten(name), 2) }
    (self.file, self.console) = (file, console)
  }

  /// Writes all breaches, in the place of an older file.
  /// - Parameter redactor: hides their keys.
  /// - Throws: exit code 2 when that cannot be done; an older file stays as it was.
  func write(_ breaches: BreachList, _ redactor: KeyRedactor?) throws {
    do {
      try file.write { try write(breaches, redactor, to: $0) }
    } catch {
      throw console.stop(.breachesNotWritten(file.name), 2)
    }
    console.note(.written([file.name]))
  }

  private func write(
    _ breaches: BreachList, _ redactor: KeyRedactor?, to file: ReportFile
  ) throws {
    var bytes = Data(BreachTable.header.utf8)
    try breaches.forEach { breach in
      let shown = redactor.map { $0.redacted(breach) } ?? breach
      bytes.append(contentsOf: BreachTable.line(shown).utf8)
      if bytes.count < Self.block { return }
      try file.append(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try file.append(bytes)
  }
}
