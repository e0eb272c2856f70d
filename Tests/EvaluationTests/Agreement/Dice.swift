import TestSupport

/// What generators throw: the same numbers for the same seed.
final class Dice {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// A number of the range.
  func roll(_ range: ClosedRange<Int>) -> Int { random.roll(range) }

  /// True so many times in a hundred.
  func chance(_ percent: Int) -> Bool { roll(1...100) <= percent }

  /// One of some items.
  func pick<Item>(_ items: Item...) -> Item { pick(of: items) }

  /// One of some items.
  func pick<Item>(of items: [Item]) -> Item { items[roll(0...items.count - 1)] }
}
