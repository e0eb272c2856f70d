import Tables

/// How many records a program works on at a time: their registers stay in the nearest cache.
enum Slice {
  /// A multiple of 64.
  static let capacity = 1024
  /// The words of a mask over them.
  static let words = capacity / 64
}

/// Some consecutive records of a batch that a program is run on.
struct BatchSlice {
  /// The batch.
  let batch: Batch
  /// The first record; a multiple of 64.
  let start: Int
  /// How many there are, at most `Slice.capacity`.
  let count: Int

  /// The words of a mask that are used.
  var words: Int { (count + 63) / 64 }

  /// The records there are in a word of a mask.
  func records(ofWord word: Int) -> UInt64 {
    let left = count - word * 64
    return left >= 64 ? .max : (1 << UInt64(left)) - 1
  }
}

/// One bit for each record of a slice.
final class Mask {
  /// `Slice.words` words.
  let words: UnsafeMutablePointer<UInt64>

  /// No record.
  init() {
    words = .allocate(capacity: Slice.words)
    words.initialize(repeating: 0, count: Slice.words)
  }

  deinit { words.deallocate() }

  /// Sets all bits, or none.
  func fill(_ bit: Bool) { words.update(repeating: bit ? .max : 0, count: Slice.words) }
}

/// A condition over the records of a slice, where it is surely true and where surely false. Where it is
/// neither, kernels say nothing: a record for which that matters is left to the oracle.
final class TruthRegister {
  let yes = Mask()
  let no = Mask()
}

/// What the values of a register are.
enum Lane: Hashable {
  case int
  /// Multiplied by ten to the power of the scale.
  case decimal(scale: Int)
  /// Days since 1970-01-01.
  case date
  /// Microseconds since 1970-01-01T00:00:00Z.
  case timestamp
  case workingDays
  case calendarDays
  case calendarMonths
  /// Seconds of working time.
  case workingHours
  /// The code of a text plus two; 0 for an empty cell, 1 for an unreadable one.
  case text
}

/// Numbers over the records of a slice: where there is one for sure, where there surely is none because
/// a cell is empty. Where neither, kernels say nothing.
final class NumberRegister {
  /// What they are.
  let lane: Lane
  /// `Slice.capacity` values; anything where there is none.
  let values: UnsafeMutablePointer<Int64>
  /// Where there is a value.
  let valid = Mask()
  /// Where there is none, because a cell is empty.
  let absent = Mask()

  /// A register of zeros without value.
  init(_ lane: Lane) {
    self.lane = lane
    values = .allocate(capacity: Slice.capacity)
    values.initialize(repeating: 0, count: Slice.capacity)
  }

  deinit { values.deallocate() }
}

/// The place in an accumulator of each record of a slice; -1 for none.
final class SlotRegister {
  /// `Slice.capacity` places.
  let slots: UnsafeMutablePointer<Int32>
  /// Where there is one.
  let valid = Mask()
  /// What the numbers mean.
  let space: PlaceSpace

  /// No places of a space.
  init(_ space: PlaceSpace) {
    self.space = space
    slots = .allocate(capacity: Slice.capacity)
    slots.initialize(repeating: -1, count: Slice.capacity)
  }

  deinit { slots.deallocate() }
}

/// One step of a program: fills its register from others for the records of a slice.
protocol Kernel: AnyObject {
  /// Called once for each batch, before its slices: texts that are new may be looked at.
  func prepare(_ batch: Batch)
  /// Fills the register.
  func run(_ slice: BatchSlice)
}

extension Kernel {
  func prepare(_ batch: Batch) {}
}
