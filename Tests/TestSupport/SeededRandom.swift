/// A small generator that gives the same numbers on every machine and run, so that a failure can be
/// repeated (SplitMix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
package struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// A generator whose numbers depend on `seed` alone.
  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of the range, without the standard library's own, unpromised, way to choose.
  package mutating func roll(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// A number from 0 up to `limit`, which is left out.
  package mutating func next(_ limit: Int) -> Int { roll(0...max(0, limit - 1)) }
}
