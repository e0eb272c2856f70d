import Foundation
import TestSupport
import Testing

@testable import Assessment

/// What holds of every trial computation, tried on the month of the example.
@Suite("What if")
struct WhatIfTests {
  private static let example = Places.root.appending(path: "examples/hanoi")

  private func trial(_ arguments: [String]) throws -> Trial {
    let settings = try String(
      contentsOf: Self.example.appending(path: "tuanthu.yaml"), encoding: .utf8
    ).replacing("../../rules", with: Places.root.appending(path: "rules").path)
      .replacing("registry", with: Self.example.appending(path: "registry").path)
      .replacing("exports: exports", with: "exports: \(Self.example.path)/exports")
    let folder = try Tool.folder(["tuanthu.yaml": Data(settings.utf8)])
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Tool.run(["what-if", "--format", "json"] + arguments, in: folder)
    #expect(result.code == 0, "\(result.complaints)")
    return try JSONDecoder().decode(Trial.self, from: Data(result.output.utf8))
  }

  @Test func theSameRulesFlipNothing() throws {
    let rules = [
      Places.root.appending(path: "rules"), Self.example.appending(path: "registry"),
    ]
    let trial = try trial(rules.flatMap { ["--rules-then", $0.path] })
    #expect(trial.flips.isEmpty && trial.remeasured.isEmpty)
    #expect(trial.totals.reduce(0) { $0 + $1.before } > 500)
    #expect(trial.totals.allSatisfy { $0.before == $0.after })
    #expect(trial.before == trial.after)
  }

  @Test func thereAndBackAgainMirrorsEveryFlip() throws {
    let early = "2025-09-20"
    let late = "2025-10-05T17:00:00+07:00"
    let there = try trial(["--as-of", early, "--as-of-then", late])
    let back = try trial(["--as-of", late, "--as-of-then", early])
    #expect(there.flips.count > 10 && there.remeasured.count > 10)
    #expect(there.flips.map(\.before) == back.flips.map(\.after))
    #expect(there.flips.map(\.after) == back.flips.map(\.before))
    #expect(there.remeasured.map(\.before) == back.remeasured.map(\.after))
    #expect(there.totals.map(\.before) == back.totals.map(\.after))
  }

  @Test func aLowerTargetOnlyHelps() throws {
    let trial = try trial(["--target", "cv4173-2025/results-on-time=at-least:95%"])
    #expect(!trial.flips.isEmpty)
    for flip in trial.flips {
      #expect(flip.obligation == "cv4173-2025/results-on-time")
      let (before, after) = try (#require(flip.before), #require(flip.after))
      #expect(before.outcome < after.outcome, "\(flip.unit)")
      #expect(flip.isSameMeasure)
    }
  }
}
