import Assessment
import Foundation
import Numbers
import TestSupport
import Testing

/// The month of Hà Nội against its planted answer, verdict by verdict and breach by breach.
@Suite("The planted answer of Hà Nội")
struct HanoiTests {
  let assessment: Assessment
  let answer: PlantedAnswer

  init() throws {
    assessment = try Self.shared.get()
    answer = try PlantedAnswer.read()
  }

  private static let shared = Result { try ExampleRun.hanoi().assessment() }

  /// Those of periods that ended with the month; the others are no verdicts yet.
  private var verdicts: [Verdict] { assessment.verdicts.filter { $0.outcome != .toDate } }

  @Test func everyVerdictIsThere() {
    let found = Set(verdicts.map { "\($0.obligation) \($0.unit)" })
    let planted = Set(
      answer.obligations.flatMap { obligation, units in units.keys.map { "\(obligation) \($0)" } })
    #expect(found.subtracting(planted).sorted() == [])
    #expect(planted.subtracting(found).sorted() == [])
  }

  @Test func verdictsAndNumbers() throws {
    for verdict in verdicts {
      let want = try #require(answer.obligations[verdict.obligation]?[verdict.unit])
      let note = Comment(rawValue: verdict.number)
      #expect(verdict.outcome.rawValue == want.verdict, note)
      #expect(verdict.counts.passed == want.numerator, note)
      if let denominator = want.denominator {
        #expect(verdict.counts.passed + verdict.counts.failed == denominator, note)
      }
      #expect(verdict.counts.notDue == want.notDue, note)
      #expect(verdict.counts.unknown == want.unknown + want.unknownScope, note)
      if let keys = want.unknownKeys {
        #expect(verdict.unknown.records.map(\.key) == keys.map(\.text).sorted(), note)
      }
    }
  }

  @Test func breachesUnderWhoeverAnswers() throws {
    for verdict in verdicts {
      let want = try #require(answer.obligations[verdict.obligation]?[verdict.unit])
      guard want.verdict != "no-target" else { continue }
      let planted = (want.breaches ?? [:]).mapValues { $0.map(\.text).sorted() }
      #expect(breaches(of: verdict) == planted, Comment(rawValue: verdict.number))
      if let answers = want.answers {
        #expect(verdict.answers.compactMap(\.holder) == answers, Comment(rawValue: verdict.number))
      }
    }
  }

  private func breaches(of verdict: Verdict) -> [String: [String]] {
    let pairs = verdict.answers.filter { !$0.breaches.isEmpty }.map { answer in
      (answer.state == .vacant ? "vacant" : answer.holder ?? answer.state.rawValue, answer.breaches)
    }
    let isLate = verdict.counts.failed > 0
    return isLate ? Dictionary(pairs) { $0 + $1 } : [:]
  }

  @Test func handIns() {
    func units(_ kind: Finding.Kind) -> [String: [String]] {
      let found = assessment.findings.filter { $0.kind == kind }
      return Dictionary(grouping: found) { $0.dataset ?? "" }.mapValues {
        $0.compactMap(\.unit).sorted()
      }
    }
    #expect(units(.missingHandIn) == answer.handedInNothing)
    #expect(units(.nilReturn) == answer.nilReturns)
    let strays = assessment.findings.filter { $0.kind == .unassignedRecords }
    let counts = strays.map { ($0.dataset ?? "", $0.count ?? 0) }
    #expect(Dictionary(counts) { $0 + $1 } == answer.unassigned.mapValues(\.count))
  }

  @Test func defects() {
    func count(_ kind: String) -> Int {
      assessment.defects.filter { $0.kind == kind }.reduce(0) { $0 + $1.count }
    }
    let names = [
      "after-snapshot": "after-snapshot", "duplicate-equal": "duplicate-record",
      "duplicate-conflicting": "conflicting-record", "empty-required": "empty-value",
    ]
    for (planted, kind) in names { #expect(count(kind) == answer.defects[planted], "\(planted)") }
    let unreadable = count("unreadable-value") + count("not-allowed")
    #expect(unreadable == answer.defects["unreadable-value"])
    for (planted, want) in answer.defects where planted.hasPrefix("check ") {
      #expect(count(String(planted.dropFirst(6))) == want, "\(planted)")
    }
  }

  @Test func twiceGivesTheSameBytes() throws {
    #expect(try assessment.json() == ExampleRun.hanoi().assessment().json())
  }

  @Test func jsonReadsBack() throws {
    #expect(try Assessment.read(json: assessment.json()) == assessment)
  }

  /// Rows in another order, files under other names: only `manifest` and `places` may differ.
  @Test func anotherOrderChangesOnlyManifestAndPlaces() throws {
    let copy = try ShuffledExports.make(
      from: Places.root.path + "/examples/hanoi/exports/2025-09", seed: 7)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    var shuffled = try ExampleRun.hanoi(exports: copy).assessment()
    shuffled.manifest = assessment.manifest
    shuffled.places = assessment.places
    #expect(try shuffled.json() == assessment.json())
  }

  /// Files in old encodings: the text is the same, so only `manifest` and `places` may differ.
  @Test(arguments: EncodedExports.all)
  func anotherEncodingChangesOnlyManifestAndPlaces(encoded: EncodedExports) throws {
    let copy = try encoded.make(from: Places.root.path + "/examples/hanoi/exports/2025-09")
    defer { try? FileManager.default.removeItem(atPath: copy) }
    var other = try ExampleRun.hanoi(exports: copy).assessment()
    let names = Set(other.manifest.inputs.compactMap(\.encoding?.name))
    let isUTF8 = encoded.testDescription.hasPrefix("UTF-8")
    #expect(names.count == (isUTF8 ? 0 : 1))
    #expect(names.allSatisfy { encoded.testDescription.hasPrefix($0.prefix(5)) })
    other.manifest = assessment.manifest
    other.places = assessment.places
    #expect(try other.json() == assessment.json())
  }
}
