import Foundation

/// How long the fuzz runs go on: `TUANTHU_FUZZ=20` makes them twenty times as long.
package enum Effort {
  /// `rounds`, times the factor asked for.
  package static func rounds(_ rounds: Int) -> Int {
    rounds * (ProcessInfo.processInfo.environment["TUANTHU_FUZZ"].flatMap { Int($0) } ?? 1)
  }
}
