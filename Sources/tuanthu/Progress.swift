import Diagnostics
@preconcurrency import Dispatch
import Exports
import Foundation
import Synchronization

/// A line on standard error that tells how much was read; only on a terminal, only when it takes long.
/// An interrupt wipes it and ends the run: nothing has been written then.
final class Progress: Sendable {
  private struct State {
    var before = ReadAmount()
    var phase = ReadAmount()
    var shown = -1
  }

  private let state = Mutex(State())
  private let total: Int
  private let language: Language
  private let start = ContinuousClock.now
  private let interrupt: any DispatchSourceSignal

  /// The progress of reading some folders; `nil` where nobody watches, or it will not take long.
  init?(_ folders: [String], _ language: Language) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    total = folders.reduce(0) { $0 + Self.size(of: $1) }
    guard total > 20_000_000 else { return nil }
    self.language = language
    signal(SIGINT, SIG_IGN)
    interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    interrupt.setEventHandler {
      Self.write("\r\u{1B}[K")
      exit(130)
    }
    interrupt.resume()
  }

  /// What to call with how much was read, beginning now.
  func reader() -> @Sendable (ReadAmount) -> Void {
    state.withLock { state in
      state.before.bytes += state.phase.bytes
      state.before.records += state.phase.records
      state.phase = ReadAmount()
    }
    return { [self] in show($0) }
  }

  /// Wipes the line when all is read, and leaves interrupts to the system again.
  func finish() {
    interrupt.cancel()
    signal(SIGINT, SIG_DFL)
    Self.write("\r\u{1B}[K")
  }

  private func show(_ amount: ReadAmount) {
    let line = state.withLock { state -> String? in
      state.phase = amount
      let bytes = state.before.bytes + amount.bytes
      let percent = min(100, bytes * 100 / max(1, total))
      defer { state.shown = percent }
      if state.shown == percent { return nil }
      return text(percent, bytes, state.before.records + amount.records)
    }
    if let line { Self.write("\r" + line + "\u{1B}[K") }
  }

  private func text(_ percent: Int, _ bytes: Int, _ records: Int) -> String {
    let cells = percent * 30 / 100
    let bar = String(repeating: "█", count: cells) + String(repeating: "░", count: 30 - cells)
    let elapsed = ContinuousClock.now - start
    let seconds = max(
      0.001, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
    let left = Int(seconds * Double(total - min(bytes, total)) / Double(max(1, bytes)) + 0.5)
    let rates = Text.rates(
      megabytes: Int(Double(bytes) / seconds / 1e6), records: Int(Double(records) / seconds),
      left: left)
    return "\(bar) \(percent)% · \(rates.in(language))"
  }

  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  private static func size(of folder: String) -> Int {
    let keys: [URLResourceKey] = [.fileSizeKey]
    let files = FileManager.default.enumerator(
      at: URL(fileURLWithPath: folder), includingPropertiesForKeys: keys)
    return (files?.compactMap { $0 as? URL } ?? []).reduce(0) { sum, file in
      let file = file.resolvingSymlinksInPath()
      return sum + ((try? file.resourceValues(forKeys: Set(keys)))?.fileSize ?? 0)
    }
  }
}

extension Text {
  fileprivate static func rates(megabytes: Int, records: Int, left: Int) -> Text {
    Text(
      vi: "\(megabytes) MB/giây · \(records) hồ sơ/giây · còn \(left) giây",
      en: "\(megabytes) MB/s · \(records) records/s · \(left) s left")
  }
}
