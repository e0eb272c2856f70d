import CScan
import Calendars

/// Compares numbers with a constant or each other.
enum Order: String, Hashable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case unequal = "!="

  /// The same with the sides changed.
  var mirrored: Order {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .unequal: self
    }
  }
}

/// Compares each number with a constant of its lane.
final class CompareConstant: Kernel {
  let register = TruthRegister()
  private let numbers: NumberRegister
  private let order: Order
  private let constant: Int64

  init(_ numbers: NumberRegister, _ order: Order, _ constant: Int64) {
    (self.numbers, self.order, self.constant) = (numbers, order, constant)
  }

  func run(_ slice: BatchSlice) {
    let (numbers, found, count) = (numbers.values, register.yes.words, slice.count)
    switch order {
    case .less, .greaterOrEqual: cmasks_less_than(numbers, constant, count, found)
    case .greater, .lessOrEqual: cmasks_greater_than(numbers, constant, count, found)
    case .equal, .unequal: cmasks_equal_to(numbers, constant, count, found)
    }
    register.settle(slice, order) { self.numbers.valid.words[$0] }
  }
}

/// Compares two numbers of one lane.
final class CompareNumbers: Kernel {
  let register = TruthRegister()
  private let left: NumberRegister
  private let right: NumberRegister
  private let order: Order

  init(_ left: NumberRegister, _ order: Order, _ right: NumberRegister) {
    (self.left, self.order, self.right) = (left, order, right)
  }

  func run(_ slice: BatchSlice) {
    let (left, right, found) = (left.values, right.values, register.yes.words)
    switch order {
    case .less, .greaterOrEqual: cmasks_less(left, right, slice.count, found)
    case .greater, .lessOrEqual: cmasks_less(right, left, slice.count, found)
    case .equal, .unequal: cmasks_equal(left, right, slice.count, found)
    }
    register.settle(slice, order) {
      self.left.valid.words[$0] & self.right.valid.words[$0]
    }
  }
}

extension TruthRegister {
  /// Puts right what was found where `yes` is: it holds of records that are valid, and an order that is the
  /// opposite of the one that was looked for holds where that does not.
  @inline(__always)
  fileprivate func settle(_ slice: BatchSlice, _ order: Order, valid: (Int) -> UInt64) {
    let (yes, no) = (yes.words, no.words)
    let opposite: UInt64 =
      switch order {
      case .less, .greater, .equal: 0
      case .lessOrEqual, .greaterOrEqual, .unequal: .max
      }
    for word in 0..<slice.words {
      let (found, valid) = (yes[word] ^ opposite, valid(word))
      yes[word] = found & valid
      no[word] = ~found & valid
    }
  }
}

/// The same number for every record.
final class ConstantNumber: Kernel {
  let register: NumberRegister

  init(_ value: Int64, _ lane: Lane) {
    register = NumberRegister(lane)
    register.values.update(repeating: value, count: Slice.capacity)
    register.valid.fill(true)
  }

  func run(_ slice: BatchSlice) {}
}

/// A number made of another; `nil` leaves it to the oracle (what overflows is an error of the rule).
final class MapNumber: Kernel {
  let register: NumberRegister
  private let source: NumberRegister
  private let step: (Int64) -> Int64?

  init(_ source: NumberRegister, _ lane: Lane, _ step: @escaping (Int64) -> Int64?) {
    (self.source, self.step) = (source, step)
    register = NumberRegister(lane)
  }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      var (rest, valid) = (source.valid.words[word], source.valid.words[word])
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        let index = word * 64 + bit
        if let value = step(source.values[index]) {
          register.values[index] = value
        } else {
          valid &= ~(1 << UInt64(bit))
        }
        rest &= rest - 1
      }
      register.valid.words[word] = valid
      register.absent.words[word] = source.absent.words[word]
    }
  }
}

/// A number made of two others; `nil` leaves it to the oracle.
final class CombineNumbers: Kernel {
  let register: NumberRegister
  private let left: NumberRegister
  private let right: NumberRegister
  private let step: (Int64, Int64) -> Int64?

  init(
    _ left: NumberRegister, _ right: NumberRegister, _ lane: Lane,
    _ step: @escaping (Int64, Int64) -> Int64?
  ) {
    (self.left, self.right, self.step) = (left, right, step)
    register = NumberRegister(lane)
  }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      let both = left.valid.words[word] & right.valid.words[word]
      var (rest, valid) = (both, both)
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        let index = word * 64 + bit
        if let value = step(left.values[index], right.values[index]) {
          register.values[index] = value
        } else {
          valid &= ~(1 << UInt64(bit))
        }
        rest &= rest - 1
      }
      let known =
        (left.valid.words[word] | left.absent.words[word])
        & (right.valid.words[word] | right.absent.words[word])
      register.valid.words[word] = valid
      register.absent.words[word] = known & ~both
    }
  }
}
