import Foundation

/// Numbers by place, zero (all bits) where nothing was added; grows with the places. A class with a pointer, since
/// adding to a property's array for every record costs ten times as much. Only one thread uses it at a time, so
/// that nothing is gained by checking each access.
final class Grown<Number: BitwiseCopyable & AdditiveArithmetic & Sendable> {
  /// The numbers, `room` of them.
  @exclusivity(unchecked) private(set) var base: UnsafeMutablePointer<Number>
  @exclusivity(unchecked) private(set) var room: Int

  /// Whether there are so many that they do not stay near the processor.
  var isFar: Bool { room > 8192 }

  /// Whether room was ever made.
  var isUsed: Bool { room > 0 }

  /// No places.
  init() {
    room = 0
    base = Self.zeros(1)
  }

  deinit { free(base) }

  /// Memory that costs nothing until it is written.
  private static func zeros(_ count: Int) -> UnsafeMutablePointer<Number> {
    guard let memory = calloc(count, MemoryLayout<Number>.stride) else {
      preconditionFailure("out of memory")
    }
    return memory.bindMemory(to: Number.self, capacity: count)
  }

  /// Makes room for places.
  func reserve(_ count: Int) {
    guard count > room else { return }
    let larger = max(count, room * 2, 64)
    let grown = Self.zeros(larger)
    // What is zero is not written, so that it goes on costing nothing.
    for index in 0..<room where base[index] != .zero { grown[index] = base[index] }
    free(base)
    (base, room) = (grown, larger)
  }

  /// Adds the numbers of another, of each place to the one here that `places` says; there is room for all.
  func add(_ other: Grown, at places: [Int32]) {
    let (own, theirs) = (base, other.base)
    for place in 0..<min(places.count, other.room) where theirs[place] != .zero {
      own[Int(places[place])] += theirs[place]
    }
  }

  /// The number of a place; zero beyond those for which room was made.
  subscript(place: Int) -> Number { place < room ? base[place] : .zero }
}

/// Calls `body` with the index of each bit that is set.
@inline(__always)
func forEachBit(of word: UInt64, _ body: (Int) -> Void) {
  var rest = word
  while rest != 0 {
    body(rest.trailingZeroBitCount)
    rest &= rest - 1
  }
}
