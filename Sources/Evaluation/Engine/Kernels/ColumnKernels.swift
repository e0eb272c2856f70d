import Tables

/// Loads a column of numbers, dates or moments. An event after as-of has not happened yet.
final class LoadNumbers: Kernel {
  let register: NumberRegister
  private let column: Int
  private let latest: Int64

  /// - Parameter latest: greater values count as empty.
  init(_ column: Int, _ lane: Lane, latest: Int64) {
    self.column = column
    self.latest = latest
    register = NumberRegister(lane)
  }

  func run(_ slice: BatchSlice) {
    let cells = slice.batch.columns[column]
    cells.values.withUnsafeBufferPointer { values in
      if let base = values.baseAddress {
        register.values.update(from: base + slice.start, count: slice.count)
      }
    }
    let first = slice.start / 64
    for word in 0..<slice.words {
      let present = cells.present.words[first + word]
      register.valid.words[word] = present
      register.absent.words[word] = cells.readable.words[first + word] & ~present
    }
    if latest < .max { hideLater(slice) }
  }

  private func hideLater(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      let later = bits(of: register.values + word * 64) { $0 > latest } & register.valid.words[word]
      register.valid.words[word] &= ~later
      register.absent.words[word] |= later
    }
  }
}

/// Loads a column of texts as codes.
final class LoadTexts: Kernel {
  let register = NumberRegister(.text)
  private let column: Int

  init(_ column: Int) { self.column = column }

  func run(_ slice: BatchSlice) {
    let cells = slice.batch.columns[column]
    let first = slice.start / 64
    cells.values.withUnsafeBufferPointer { values in
      for index in 0..<slice.count { register.values[index] = values[slice.start + index] + 2 }
    }
    for word in 0..<slice.words {
      let present = cells.present.words[first + word]
      let empty = cells.readable.words[first + word] & ~present
      register.valid.words[word] = present
      register.absent.words[word] = empty
      var missing = ~present & slice.records(ofWord: word)
      while missing != 0 {
        let bit = missing.trailingZeroBitCount
        register.values[word * 64 + bit] = empty >> UInt64(bit) & 1 == 1 ? 0 : 1
        missing &= missing - 1
      }
    }
  }
}

/// Loads a column of conditions.
final class LoadTruth: Kernel {
  let register = TruthRegister()
  private let column: Int

  init(_ column: Int) { self.column = column }

  func run(_ slice: BatchSlice) {
    let cells = slice.batch.columns[column]
    let first = slice.start / 64
    cells.values.withUnsafeBufferPointer { values in
      for word in 0..<slice.words {
        var bits: UInt64 = 0
        let from = slice.start + word * 64
        for index in 0..<min(64, values.count - from) {
          bits |= (values[from + index] != 0 ? 1 : 0) << UInt64(index)
        }
        let present = cells.present.words[first + word]
        register.yes.words[word] = bits & present
        register.no.words[word] = ~bits & present
      }
    }
  }
}

/// Whether a cell is there: a column's, or what a register holds.
final class Presence: Kernel {
  let register = TruthRegister()
  private let numbers: NumberRegister

  init(_ numbers: NumberRegister) { self.numbers = numbers }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      register.yes.words[word] = numbers.valid.words[word]
      register.no.words[word] = numbers.absent.words[word]
    }
  }
}

/// Whether a cell of a column of conditions is there.
final class TruthPresence: Kernel {
  let register = TruthRegister()
  private let column: Int

  init(_ column: Int) { self.column = column }

  func run(_ slice: BatchSlice) {
    let cells = slice.batch.columns[column]
    let first = slice.start / 64
    for word in 0..<slice.words {
      let present = cells.present.words[first + word]
      register.yes.words[word] = present
      register.no.words[word] = cells.readable.words[first + word] & ~present
    }
  }
}

/// A bit for each of 64 values.
@inline(__always)
func bits(
  of values: UnsafeMutablePointer<Int64>, _ holds: (Int64) -> Bool
) -> UInt64 {
  var bits: UInt64 = 0
  for index in 0..<64 { bits |= (holds(values[index]) ? 1 : 0) << UInt64(index) }
  return bits
}

/// A bit for each pair of 64 values.
@inline(__always)
func bits(
  of left: UnsafeMutablePointer<Int64>, _ right: UnsafeMutablePointer<Int64>,
  _ holds: (Int64, Int64) -> Bool
) -> UInt64 {
  var bits: UInt64 = 0
  for index in 0..<64 { bits |= (holds(left[index], right[index]) ? 1 : 0) << UInt64(index) }
  return bits
}
