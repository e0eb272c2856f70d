/// Numbers by place, zero where nothing was added; grows with the places.
struct Grown<Number: BitwiseCopyable & AdditiveArithmetic & Sendable> {
  private(set) var numbers: [Number] = []

  /// Makes room for places.
  mutating func reserve(_ count: Int) {
    guard count > numbers.count else { return }
    numbers.append(
      contentsOf: repeatElement(.zero, count: max(count, numbers.count * 2) - numbers.count))
  }

  /// The number of a place; zero beyond those for which room was made.
  subscript(place: Int) -> Number {
    get { place < numbers.count ? numbers[place] : .zero }
    set { numbers[place] = newValue }
  }

  /// Gives access without any checks: room must have been made.
  @inline(__always)
  mutating func withNumbers(_ body: (UnsafeMutablePointer<Number>) -> Void) {
    numbers.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { body(base) }
    }
  }
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
