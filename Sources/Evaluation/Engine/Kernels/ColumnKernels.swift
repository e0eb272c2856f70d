import CScan
import Tables

/// Loads a column of numbers, dates or moments. An event after as-of has not happened yet.
final class LoadNumbers: Kernel {
  let register: NumberRegister
  private let column: Int
  private let latest: Int64
  private let later = Mask()

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
    let later = later.words
    cmasks_greater_than(register.values, latest, slice.count, later)
    for word in 0..<slice.words {
      later[word] &= register.valid.words[word]
      register.valid.words[word] &= ~later[word]
      register.absent.words[word] |= later[word]
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
    let codes = register.values
    cells.values.withUnsafeBufferPointer { values in
      for index in 0..<slice.count { codes[index] = values[slice.start &+ index] &+ 2 }
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
    let (yes, no) = (register.yes.words, register.no.words)
    cells.values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      cmasks_equal_to(start + slice.start, 0, slice.count, no)
    }
    for word in 0..<slice.words {
      let present = cells.present.words[slice.start / 64 + word]
      yes[word] = ~no[word] & present
      no[word] &= present
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
