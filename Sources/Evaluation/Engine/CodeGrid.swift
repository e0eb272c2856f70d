import CScan
import Foundation

/// The numbers of the combinations of the lowest places and codes, a row of codes for each place: found with
/// one look, where a table of hashes needs three. Only one thread uses it at a time, so that nothing is
/// gained by checking each access.
final class CodeGrid {
  /// The most numbers that it holds: of more, few stay near the processor.
  private static let bound = 1 << 21

  /// The numbers, 0 where there is none; `nil` while there is no grid.
  @exclusivity(unchecked) private(set) var numbers: UnsafeMutablePointer<UInt32>?
  /// How many places have a row.
  @exclusivity(unchecked) private(set) var rows = 0
  /// A row has so many codes, as a power of two.
  @exclusivity(unchecked) private(set) var codeBits = 0
  /// Whether there is no grid, since it were too large.
  private(set) var isGivenUp = false

  /// - Parameter rows: how many places there are, as far as that is known.
  init(rows: Int) { self.rows = rows }

  deinit { free(numbers) }

  /// Where the number of a combination stands.
  private func index(_ place: Int32, _ code: Int64) -> Int? {
    place < rows && code >> Int64(codeBits) == 0 ? Int(place) << codeBits | Int(code) : nil
  }

  /// The number of a combination; 0 where there is none.
  subscript(place: Int32, code: Int64) -> UInt32 {
    guard let numbers, let index = index(place, code) else { return 0 }
    return numbers[index]
  }

  /// Keeps a number, unless another of the same place and code was kept before.
  /// - Returns: `false` where there is no room and `makeRoom` is called for; all numbers are put again after it.
  func put(_ number: Int, _ place: Int32, _ code: Int64) -> Bool {
    if isGivenUp { return true }
    guard let numbers, let index = index(place, code) else { return false }
    if numbers[index] == 0 { numbers[index] = UInt32(number) }
    return true
  }

  /// Makes an empty grid with a place for a combination, or gives up where that is too large.
  func makeRoom(_ place: Int32, _ code: Int64) {
    free(numbers)
    numbers = nil
    while rows <= place { rows = max(64, rows * 2) }
    while code >> Int64(codeBits) != 0 { codeBits = max(6, codeBits + 1) }
    if rows <= Self.bound >> codeBits {
      let memory = cmemory_zeros((rows << codeBits) * MemoryLayout<UInt32>.stride)
      numbers = memory?.bindMemory(to: UInt32.self, capacity: rows << codeBits)
    }
    isGivenUp = numbers == nil
  }
}
