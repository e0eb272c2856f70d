import ArgumentParser
import Diagnostics
import Foundation

/// Writes to the terminal: reports to standard output, everything else to standard error.
struct Console {
  /// The language of messages.
  let language: Language

  /// A console in `language`. A reader that goes away (a broken pipe) is a normal end.
  init(language: Language) {
    self.language = language
    signal(SIGPIPE, SIG_IGN)
  }

  /// Whether reports are coloured: a terminal, and `NO_COLOR` is unset or empty (no-color.org).
  var colour: Bool { isatty(STDOUT_FILENO) == 1 && !noColour }

  private var noColour: Bool {
    ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
  }

  /// How many cells a line takes: the terminal's columns, 100 elsewhere.
  var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return min(Int(size.ws_col), 120)
  }

  /// Writes a report.
  func print(_ text: String, terminator: String = "\n") {
    print(Data((text + terminator).utf8))
  }

  /// Writes a report that is in UTF-8 already.
  func print(_ text: Data) { try? FileHandle.standardOutput.write(contentsOf: text) }

  /// Writes a remark.
  func note(_ text: Text) { complain(text.in(language) + "\n") }

  /// Writes diagnostics in the order of their places; after errors, unless more is said, where they
  /// are explained.
  func show(_ diagnostics: [Diagnostic], isLast: Bool = true) {
    guard !diagnostics.isEmpty else { return }
    render(diagnostics)
    let codes = Set(diagnostics.filter { $0.severity == .error }.map(\.code)).sorted()
    if isLast, !codes.isEmpty { complain("\n" + Text.explained(codes).in(language) + "\n") }
  }

  /// Shows one diagnostic, and gives the exit to throw.
  func stop(_ diagnostic: Diagnostic, _ code: Int32) -> ExitCode {
    render([diagnostic])
    return ExitCode(code)
  }

  /// Ends with an exit code.
  func finish(_ code: Int32) throws {
    if code != 0 { throw ExitCode(code) }
  }

  private func render(_ diagnostics: [Diagnostic]) {
    let isColoured = isatty(STDERR_FILENO) == 1 && !noColour
    complain(DiagnosticRenderer(language: language, colour: isColoured).render(diagnostics))
  }

  private func complain(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
