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
    let limit = constant
    switch order {
    case .less: each(slice) { $0 < limit }
    case .lessOrEqual: each(slice) { $0 <= limit }
    case .greater: each(slice) { $0 > limit }
    case .greaterOrEqual: each(slice) { $0 >= limit }
    case .equal: each(slice) { $0 == limit }
    case .unequal: each(slice) { $0 != limit }
    }
  }

  @inline(__always)
  private func each(_ slice: BatchSlice, _ holds: (Int64) -> Bool) {
    for word in 0..<slice.words {
      let found = bits(of: numbers.values + word * 64, holds)
      let valid = numbers.valid.words[word]
      register.yes.words[word] = found & valid
      register.no.words[word] = ~found & valid
    }
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
    switch order {
    case .less: each(slice) { $0 < $1 }
    case .lessOrEqual: each(slice) { $0 <= $1 }
    case .greater: each(slice) { $0 > $1 }
    case .greaterOrEqual: each(slice) { $0 >= $1 }
    case .equal: each(slice) { $0 == $1 }
    case .unequal: each(slice) { $0 != $1 }
    }
  }

  @inline(__always)
  private func each(_ slice: BatchSlice, _ holds: (Int64, Int64) -> Bool) {
    for word in 0..<slice.words {
      let found = bits(of: left.values + word * 64, right.values + word * 64, holds)
      let valid = left.valid.words[word] & right.valid.words[word]
      register.yes.words[word] = found & valid
      register.no.words[word] = ~found & valid
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
