import Diagnostics
import Foundation
import JSONRecords

/// Reads the keys of a file of JSON or JSON Lines, and finds out whose dataset its records are.
struct JSONHead {
  private let task: FileTask
  private let bytes: FileBytes
  private let request: ExportRequest
  private let texts: TextStore

  /// The head of `bytes`, the file of `task`.
  /// - Parameter texts: where the text of its records goes.
  init(_ task: FileTask, _ bytes: FileBytes, _ request: ExportRequest, _ texts: TextStore) {
    (self.task, self.bytes, self.request, self.texts) = (task, bytes, request, texts)
  }

  /// How to read the file; nothing, with a defect, when nothing in it can be used.
  func sources(
    _ log: inout DefectLog
  ) throws(FileFault) -> [(task: FileTask, source: ScanSource)] {
    let conversion = FileConversion(task, bytes, texts, faultLimit: request.defectLimit)
    switch try conversion.run(&log) {
    case .own: return try sources(bytes, &log)
    case .converted(let text): return try sources(text.bytes, &log)
    case .refused(let diagnostic): return refuse(diagnostic, &log)
    }
  }

  private func sources(
    _ text: FileBytes, _ log: inout DefectLog
  ) throws(FileFault) -> [(task: FileTask, source: ScanSource)] {
    do {
      let file = try JSONFile(
        { try text.read(at: $0, into: $1) }, isLineByLine: isLineByLine, path: task.entry?.table)
      if case .array(let path) = file.form, !path.isEmpty, task.entry?.table == nil {
        log.add(Defect(.encoding, file: task.shown, .arrayRead(task.shown, path)))
      }
      let conversion = JSONConversion(file, task, request, texts)
      guard let converted = try conversion.run({ Self.column(of: $0, in: text) }, &log) else {
        return refuse(.noKeys(task.shown), &log)
      }
      let head = FileHead(task, bytes, request, texts)
      let source = try head.source(converted, &log)
      return source.map { [(task, $0)] } ?? []
    } catch let fault as JSONFault {
      return refuse(.brokenJSON(task.shown, fault, column: Self.column(of: fault, in: text)), &log)
    } catch let refusal as JSONFile.Refusal {
      return refuse(refusal, &log)
    } catch {
      throw FileFault(error)
    }
  }

  private var isLineByLine: Bool {
    ["jsonl", "ndjson"].contains((task.path as NSString).pathExtension.lowercased())
  }

  /// The character of its line that a fault is at, from 1.
  private static func column(of fault: JSONFault, in text: FileBytes) -> Int {
    let count = min(fault.offset - fault.lineStart, 1024 * 1024)
    var line = [UInt8](repeating: 0, count: max(1, count))
    let got = line.withUnsafeMutableBytes { (try? text.read(at: fault.lineStart, into: $0)) ?? 0 }
    return line.prefix(min(got, count)).count { $0 & 0xC0 != 0x80 } + 1
  }

  private func refuse(
    _ refusal: JSONFile.Refusal, _ log: inout DefectLog
  ) -> [(task: FileTask, source: ScanSource)] {
    switch refusal {
    case .empty: refuse(.emptyFile(task.shown), as: .emptyFile, &log)
    case .noArray(let asked): refuse(.noArray(task.shown, asked: asked), &log)
    case .severalArrays(let paths): refuse(.severalArrays(task.shown, paths), &log)
    }
  }

  private func refuse(
    _ diagnostic: Diagnostic, as kind: DefectKind = .unreadableFile, _ log: inout DefectLog
  ) -> [(task: FileTask, source: ScanSource)] {
    log.add(Defect(kind, file: task.shown, diagnostic))
    return []
  }
}
