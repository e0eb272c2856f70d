import Tables

/// Of the records of each owner that prove a violation, those with the smallest keys: as many as are named,
/// whatever the order in which records come.
///
/// Mostly they come in the order of their keys, so that most are told by one comparison with the
/// greatest key that is kept.
final class SmallestKeys {
  /// A record that may be named.
  struct Candidate {
    let head: KeyHead
    let key: String
    var proof: Totals.Proof
    let moments: Totals.Moments?

    /// The order of keys; of equal ones, that of files and lines.
    fileprivate static func < (left: Self, right: Self) -> Bool {
      if left.head != right.head { return left.head < right.head }
      if left.key != right.key { return left.key < right.key }
      return (left.proof.file, left.proof.piece, left.proof.line)
        < (right.proof.file, right.proof.piece, right.proof.line)
    }
  }

  private let limit: Int
  /// For each owner a heap, the greatest first.
  private var heaps: [[Candidate]] = []
  /// The head of the greatest key of each owner; of an owner who has room, one that no key exceeds.
  private var heads: [KeyHead] = []

  /// - Parameter limit: how many are kept for each owner.
  init(limit: Int) { self.limit = limit }

  /// Makes room for owners.
  func reserve(_ owners: Int) {
    guard owners > heaps.count else { return }
    let more = owners - heaps.count
    heaps.append(contentsOf: repeatElement([], count: more))
    heads.append(contentsOf: repeatElement(limit > 0 ? .greatest : .least, count: more))
  }

  /// Whether a record with a key may be one of its owner's.
  /// - Parameter key: its text.
  func mayTake(_ key: UnsafeBufferPointer<UInt8>, _ head: KeyHead, of owner: Int) -> Bool {
    let most = heads[owner]
    if head != most { return head < most }
    guard let greatest = heaps[owner].first else { return false }
    return !greatest.key.isLess(than: key)
  }

  /// Takes a record, unless as many with smaller keys are there.
  func take(_ candidate: Candidate, of owner: Int) {
    if heaps[owner].count < limit {
      heaps[owner].append(candidate)
      rise(owner)
    } else if let greatest = heaps[owner].first, candidate < greatest {
      heaps[owner][0] = candidate
      sink(owner)
    }
    if heaps[owner].count == limit, let greatest = heaps[owner].first {
      heads[owner] = greatest.head
    }
  }

  /// Takes what another thread kept.
  /// - Parameters:
  ///   - owners: the number here of each owner there.
  ///   - places: the same of places.
  func absorb(_ other: SmallestKeys, owners: [Int32], places: [Int32]) {
    reserve(Int(owners.max() ?? -1) + 1)
    for (owner, heap) in other.heaps.enumerated() {
      for var candidate in heap {
        candidate.proof.place = places[Int(candidate.proof.place)]
        take(candidate, of: Int(owners[owner]))
      }
    }
  }

  /// All records that are kept, in no order.
  var candidates: [Candidate] { heaps.flatMap(\.self) }

  private func rise(_ owner: Int) {
    var child = heaps[owner].count - 1
    while child > 0, heaps[owner][(child - 1) / 2] < heaps[owner][child] {
      heaps[owner].swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private func sink(_ owner: Int) {
    var parent = 0
    while 2 * parent + 1 < heaps[owner].count {
      var child = 2 * parent + 1
      if child + 1 < heaps[owner].count, heaps[owner][child] < heaps[owner][child + 1] {
        child += 1
      }
      if !(heaps[owner][parent] < heaps[owner][child]) { return }
      heaps[owner].swapAt(parent, child)
      parent = child
    }
  }
}

/// The first sixteen bytes of a text: texts are in the order of their heads, where these differ. Texts of
/// keys are composed (NFC), so that the order of their bytes is that of `String`.
struct KeyHead: Comparable {
  private let high: UInt64
  private let low: UInt64

  private init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// Greater than that of any text: no byte of one is 255.
  static let greatest = KeyHead(high: .max, low: .max)
  /// That of an empty text.
  static let least = KeyHead(high: 0, low: 0)

  /// The head of a text.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    high = Self.word(text, 0)
    low = Self.word(text, 8)
  }

  @inline(__always)
  private static func word(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt64 {
    if text.count >= offset + 8 {
      return UInt64(
        bigEndian: UnsafeRawBufferPointer(text).loadUnaligned(
          fromByteOffset: offset, as: UInt64.self))
    }
    return (offset..<offset + 8).reduce(0) { $0 << 8 | ($1 < text.count ? UInt64(text[$1]) : 0) }
  }

  @inline(__always)
  static func < (left: KeyHead, right: KeyHead) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

extension String {
  /// Whether its bytes come before others.
  fileprivate func isLess(than other: UnsafeBufferPointer<UInt8>) -> Bool {
    utf8.lexicographicallyPrecedes(other)
  }
}
