import TestSupport
import Testing

@testable import Evaluation

/// The records that are named of a keyed dataset while it is read.
@Suite("The smallest keys") struct SmallestKeyTests {
  @Test(arguments: [0, 1, 2, 7, 100]) func areKeptInAnyOrder(limit: Int) {
    var numbers = SeededRandom(seed: 11)
    let words = ["", "H26.15-250901-000", "a", "A|", "Đ"]
    let keys = (0..<300).map { _ in
      (
        owner: Int.random(in: 0..<4, using: &numbers),
        text: (words.randomElement(using: &numbers) ?? "")
          + "\(Int.random(in: 0..<200, using: &numbers))"
      )
    }
    for order in [keys, keys.reversed(), keys.sorted { $0.text < $1.text }] {
      let parts = [SmallestKeys(limit: limit), SmallestKeys(limit: limit)]
      for part in parts { part.reserve(4) }
      for (index, key) in order.enumerated() {
        Self.offer(key.text, key.owner, index, parts[index % 2])
      }
      parts[0].absorb(parts[1], owners: [0, 1, 2, 3], places: [0, 1, 2, 3])
      let totals = Totals([])
      parts[0].move(to: totals)
      let kept = Dictionary(grouping: totals.proofs) { $0.place }
      for owner in 0..<4 {
        let all = order.enumerated().filter { $0.element.owner == owner }.map {
          Named(key: $0.element.text, line: $0.offset)
        }
        let own = (kept[Int32(owner)] ?? []).map {
          Named(key: totals.keys.text(at: $0.key), line: Int($0.line))
        }
        #expect(own == Array(all.sorted().prefix(limit)))
      }
    }
  }

  private struct Named: Comparable {
    let key: String
    let line: Int
    static func < (left: Self, right: Self) -> Bool {
      (left.key, left.line) < (right.key, right.line)
    }
  }

  private static func offer(_ key: String, _ owner: Int, _ line: Int, _ keys: SmallestKeys) {
    Array(key.utf8).withUnsafeBufferPointer { text in
      let head = KeyHead(text)
      guard keys.mayTake(text, head, of: owner) else { return }
      let proof = Totals.Proof(
        place: Int32(owner), kind: Totals.Kind(.fail, proves: true), file: 0, piece: 0,
        line: Int32(line), row: 0)
      keys.take(text, proof, nil, of: owner)
    }
  }
}
