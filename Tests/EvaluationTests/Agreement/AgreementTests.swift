import Assessment
import Foundation
import Rulebook
import TestSupport
import Testing

@testable import Evaluation

/// The engine finds what the oracle finds, on random rules and exports: over tables that are kept, on one
/// thread and on several, and over records that are judged while they are read.
///
/// `TUANTHU_FUZZ=20` makes it twenty times as long, `TUANTHU_SEED=…` repeats one rulebook.
@Suite("The engine against the oracle")
struct AgreementTests {
  static let rulebooks = 1010
  static let exportsEach = 5
  private static let onlySeed = ProcessInfo.processInfo.environment["TUANTHU_SEED"].flatMap {
    UInt64($0)
  }

  @Test(arguments: 0..<4) func agree(part: Int) throws {
    let bench = try Workbench()
    var tally = AgreementTally()
    if let seed = Self.onlySeed {
      guard part == 0 else { return }
      for source in RandomRulebook(Dice(seed: seed)).sources {
        print(String(decoding: source.bytes, as: UTF8.self))
      }
      try run(seed, bench, &tally)
      return tally.expectAgreement()
    }
    let count = Effort.rounds(Self.rulebooks / 4)
    for number in 0..<count { try run(UInt64(number * 4 + part), bench, &tally) }
    tally.expectAgreement()
    tally.expectEnough()
  }

  private func run(_ seed: UInt64, _ bench: borrowing Workbench, _ tally: inout AgreementTally)
    throws
  {
    let dice = Dice(seed: seed)
    let rules = RandomRulebook(dice)
    let (loaded, why) = rules.load()
    guard let rulebook = loaded else { return tally.refuse(seed, why) }
    tally.add(rules)
    for number in 0..<Self.exportsEach {
      let exports = RandomExports(rules.schema, dice)
      try bench.write(exports.files)
      if Self.onlySeed != nil { print(bench.files.joined(separator: "\n")) }
      let pair = AgreementPair(
        rulebook, evidence: dice.pick(100, 1, 3), threads: dice.roll(1...4),
        pieceSize: dice.pick(150, 400, 2000),
        hashMask: dice.pick(.max, .max, 0x8000_0000_0000_0003),
        name: "seed \(seed), exports \(number)")
      try pair.check(bench, &tally)
    }
  }
}
