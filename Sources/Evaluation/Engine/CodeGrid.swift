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
  @exclusivity(unchecked) private(set) var isGivenUp = false

  /// - Parameter rows: how many places there are, as far as that is known.
  init(rows: Int) { self.rows = rows }

  deinit { free(numbers) }

  /// How many places and codes there is room for, together.
  private var size: Int { rows << codeBits }

  /// Where the number of a combination stands.
  private func cell(_ place: Int32, _ code: Int64) -> Int? {
    place < rows && code >> Int64(codeBits) == 0 ? Int(place) << codeBits | Int(code) : nil
  }

  /// The number of a combination; 0 where there is none.
  subscript(place: Int32, code: Int64) -> UInt32 {
    guard let numbers, let cell = cell(place, code) else { return 0 }
    return numbers[cell]
  }

  /// Keeps a number for which there is room, unless another of the same place and code was kept before.
  func put(_ number: Int, _ place: Int32, _ code: Int64) {
    guard let numbers, let cell = cell(place, code), numbers[cell] == 0 else { return }
    numbers[cell] = UInt32(number)
  }

  /// Calls `body` with each number and its place and code.
  func forEach(_ body: (_ number: Int, _ place: Int32, _ code: Int64) -> Void) {
    guard let numbers else { return }
    let codes = (1 << codeBits) - 1
    for cell in 0..<size where numbers[cell] != 0 {
      body(Int(numbers[cell]), Int32(cell >> codeBits), Int64(cell & codes))
    }
  }

  /// Makes room for a combination.
  /// - Parameter greatest: the greatest code that is asked for soon.
  /// - Returns: whether there is; without room the grid is given up, and keeps what it holds until `clear`.
  func makeRoom(
    _ place: Int32, _ code: Int64, greatest: @autoclosure () -> Int64
  ) -> Bool {
    if isGivenUp { return false }
    if numbers != nil, cell(place, code) != nil { return true }
    let larger = CodeGrid(rows: rows)
    larger.codeBits = codeBits
    larger.grow(place, max(code, greatest()))
    guard larger.numbers != nil else {
      isGivenUp = true
      return false
    }
    forEach { larger.put($0, $1, $2) }
    (rows, codeBits) = (larger.rows, larger.codeBits)
    swap(&numbers, &larger.numbers)
    return true
  }

  private func grow(_ place: Int32, _ code: Int64) {
    while rows <= place { rows = max(64, rows * 2) }
    while code >> Int64(codeBits) != 0 { codeBits = max(6, codeBits + 1) }
    guard rows <= Self.bound >> codeBits else { return }
    let memory = cmemory_zeros(size * MemoryLayout<UInt32>.stride)
    numbers = memory?.bindMemory(to: UInt32.self, capacity: size)
  }

  /// Forgets all numbers.
  func clear() {
    free(numbers)
    numbers = nil
  }
}
