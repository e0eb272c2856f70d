import Foundation

/// An open file of the system, closed when nobody has it any more.
final class Descriptor: Sendable {
  /// Its number.
  let number: Int32

  /// Takes over an open file.
  init(_ number: Int32) { self.number = number }

  deinit { close(number) }
}
