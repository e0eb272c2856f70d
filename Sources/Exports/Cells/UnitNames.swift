import Synchronization

/// Finds the codes of units by what exports call them, for the files of one folder, and remembers what
/// it found: a name that was read as a code is said. A class, since all threads that read share it.
package final class UnitNames: Sendable {
  private let code: @Sendable (String) -> String?
  private let met = Mutex<[String: String]>([:])

  /// - Parameter code: the code that a text stands for, if it is sure; `nil` for a text that is a code
  ///   or that nobody can tell.
  package init(_ code: @escaping @Sendable (String) -> String?) { self.code = code }

  /// The names that were read, with the codes that they were read as.
  package var read: [String: String] { met.withLock { $0 } }

  /// The code that a text stands for, else the text.
  func code(of text: String) -> String {
    guard let code = code(text) else { return text }
    met.withLock { $0[text] = code }
    return code
  }
}
