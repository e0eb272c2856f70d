import Tables

/// Of the records of each owner that prove a violation, those with the smallest keys: as many as are named,
/// whatever the order in which records come.
///
/// Mostly they come in the order of their keys, so that most are told by one comparison with the
/// greatest key that may count. Up to twice as many as are named are kept before the rest is dropped.
final class SmallestKeys {
  /// A record that may be named; `Totals.Proof.key` says where its key stands in `texts`.
  private struct Candidate {
    var proof: Totals.Proof
    let moments: Totals.Moments?
  }

  private let limit: Int
  private var texts = KeyTexts()
  private var candidates: [[Candidate]] = []
  /// Where the greatest key stands that may count, for each owner; -1 where there is none.
  private var greatest: [Int32] = []
  /// Its head; of an owner who has room, one that no key exceeds. A pointer, since an array of a property
  /// costs several times as much to look at for every record.
  private(set) var heads = UnsafeMutablePointer<KeyHead>.make(64, of: .least)
  private var room = 64
  /// How many bytes of `texts` belong to no candidate any more.
  private var dropped = 0

  /// - Parameter limit: how many are named for each owner.
  init(limit: Int) { self.limit = limit }

  deinit { heads.deallocate() }

  /// Makes room for owners.
  func reserve(_ owners: Int) {
    let known = candidates.count
    guard owners > known else { return }
    candidates.append(contentsOf: repeatElement([], count: owners - known))
    greatest.append(contentsOf: repeatElement(-1, count: owners - known))
    if owners > room {
      let wanted = max(owners, 2 * room)
      (heads, room) = (heads.grown(known, to: wanted), wanted)
    }
    for owner in known..<owners { heads[owner] = limit > 0 ? .greatest : .least }
  }

  /// Whether a record with a key may be one of its owner's.
  @inline(__always)
  func mayTake(_ key: UnsafeBufferPointer<UInt8>, _ head: KeyHead, of owner: Int) -> Bool {
    let most = heads[owner]
    if head != most { return head < most }
    return greatest[owner] >= 0 && !texts.isText(at: greatest[owner], before: key)
  }

  /// Takes a record that may be one of its owner's.
  func take(
    _ key: UnsafeBufferPointer<UInt8>, _ proof: Totals.Proof, _ moments: Totals.Moments?,
    of owner: Int
  ) {
    var proof = proof
    proof.key = texts.add(key)
    candidates[owner].append(Candidate(proof: proof, moments: moments))
    let count = candidates[owner].count
    if count <= limit {
      if greatest[owner] < 0 || texts.isText(at: greatest[owner], before: key) {
        greatest[owner] = proof.key
      }
      if count == limit { heads[owner] = texts.head(at: greatest[owner]) }
    } else if count == 2 * limit {
      prune(owner)
      if dropped > 1 << 16, dropped > texts.size / 2 { compact() }
    }
  }

  /// Takes what another thread kept, which keeps nothing any more.
  /// - Parameters:
  ///   - owners: the number here of each owner there.
  ///   - places: the same of places.
  func absorb(_ other: SmallestKeys, owners: [Int32], places: [Int32]) {
    reserve(Int(owners.max() ?? -1) + 1)
    for (number, candidates) in other.candidates.enumerated() {
      let owner = Int(owners[number])
      for candidate in candidates {
        var proof = candidate.proof
        proof.place = places[Int(proof.place)]
        other.texts.withText(at: proof.key) { key in
          if mayTake(key, KeyHead(key), of: owner) {
            take(key, proof, candidate.moments, of: owner)
          }
        }
      }
    }
    other.clear()
  }

  /// Gives all records that are named to `totals`, those of an owner in their order; keeps nothing any more.
  func move(to totals: Totals) {
    for owner in candidates.indices {
      prune(owner)
      for candidate in candidates[owner] { totals.keep(candidate.proof, candidate.moments) }
      candidates[owner] = []
    }
    totals.keys = texts
    clear()
  }

  private func clear() { (candidates, greatest, texts) = ([], [], KeyTexts()) }

  /// Drops those that are not named.
  private func prune(_ owner: Int) {
    candidates[owner].sort { left, right in
      texts.isOrdered(left.proof, right.proof)
    }
    while candidates[owner].count > limit, let last = candidates[owner].popLast() {
      dropped += texts.size(at: last.proof.key)
    }
    guard candidates[owner].count == limit, let last = candidates[owner].last else { return }
    greatest[owner] = last.proof.key
    heads[owner] = texts.head(at: last.proof.key)
  }

  /// Leaves the texts of candidates only.
  private func compact() {
    var own = KeyTexts()
    for owner in candidates.indices {
      for index in candidates[owner].indices {
        let old = candidates[owner][index].proof.key
        let new = texts.withText(at: old) { own.add($0) }
        candidates[owner][index].proof.key = new
        if old == greatest[owner] { greatest[owner] = new }
      }
    }
    (texts, dropped) = (own, 0)
  }
}
