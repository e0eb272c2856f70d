/// All of some conditions: false where one is, true where all are (CEL's absorbing `&&`).
final class Conjunction: Kernel {
  let register = TruthRegister()
  private let operands: [TruthRegister]

  init(_ operands: [TruthRegister]) { self.operands = operands }

  func run(_ slice: BatchSlice) {
    let (yes, no) = (register.yes.words, register.no.words)
    register.yes.fill(true)
    register.no.fill(false)
    for operand in operands {
      for word in 0..<slice.words {
        yes[word] &= operand.yes.words[word]
        no[word] |= operand.no.words[word]
      }
    }
  }
}

/// Any of some conditions: true where one is, false where none is (CEL's absorbing `||`).
final class Disjunction: Kernel {
  let register = TruthRegister()
  private let operands: [TruthRegister]

  init(_ operands: [TruthRegister]) { self.operands = operands }

  func run(_ slice: BatchSlice) {
    let (yes, no) = (register.yes.words, register.no.words)
    register.yes.fill(false)
    register.no.fill(true)
    for operand in operands {
      for word in 0..<slice.words {
        yes[word] |= operand.yes.words[word]
        no[word] &= operand.no.words[word]
      }
    }
  }
}

/// A condition asked only where another is true; where that is false it is too, where that is neither it
/// is neither.
final class Subsequent: Kernel {
  let register = TruthRegister()
  private let first: TruthRegister
  private let second: TruthRegister

  init(_ first: TruthRegister, _ second: TruthRegister) {
    (self.first, self.second) = (first, second)
  }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      let yes = first.yes.words[word]
      register.yes.words[word] = yes & second.yes.words[word]
      register.no.words[word] = first.no.words[word] | yes & second.no.words[word]
    }
  }
}

/// Where nothing is pending any more.
final class Readiness: Kernel {
  let register = TruthRegister()
  private let pending: TruthRegister

  init(_ pending: TruthRegister) { self.pending = pending }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words { register.yes.words[word] = pending.no.words[word] }
  }
}

/// The opposite of a condition.
final class Negation: Kernel {
  let register = TruthRegister()
  private let operand: TruthRegister

  init(_ operand: TruthRegister) { self.operand = operand }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      register.yes.words[word] = operand.no.words[word]
      register.no.words[word] = operand.yes.words[word]
    }
  }
}

/// Whether two conditions are equal.
final class SameTruth: Kernel {
  let register = TruthRegister()
  private let left: TruthRegister
  private let right: TruthRegister

  init(_ left: TruthRegister, _ right: TruthRegister) { (self.left, self.right) = (left, right) }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      let (a, b) = (left.yes.words[word], right.yes.words[word])
      let (c, d) = (left.no.words[word], right.no.words[word])
      register.yes.words[word] = a & b | c & d
      register.no.words[word] = a & d | c & b
    }
  }
}

/// One condition where another is true, a third where it is false (`?:`).
final class TruthChoice: Kernel {
  let register = TruthRegister()
  private let condition: TruthRegister
  private let then: TruthRegister
  private let otherwise: TruthRegister

  init(_ condition: TruthRegister, _ then: TruthRegister, _ otherwise: TruthRegister) {
    (self.condition, self.then, self.otherwise) = (condition, then, otherwise)
  }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      let (yes, no) = (condition.yes.words[word], condition.no.words[word])
      register.yes.words[word] = yes & then.yes.words[word] | no & otherwise.yes.words[word]
      register.no.words[word] = yes & then.no.words[word] | no & otherwise.no.words[word]
    }
  }
}

/// One number where a condition is true, another where it is false (`?:`).
final class NumberChoice: Kernel {
  let register: NumberRegister
  private let condition: TruthRegister
  private let then: NumberRegister
  private let otherwise: NumberRegister

  /// Both numbers have the same lane.
  init(_ condition: TruthRegister, _ then: NumberRegister, _ otherwise: NumberRegister) {
    (self.condition, self.then, self.otherwise) = (condition, then, otherwise)
    register = NumberRegister(then.lane)
  }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      let (yes, no) = (condition.yes.words[word], condition.no.words[word])
      register.valid.words[word] = yes & then.valid.words[word] | no & otherwise.valid.words[word]
      register.absent.words[word] =
        yes & then.absent.words[word] | no & otherwise.absent.words[word]
      for index in word * 64..<word * 64 + 64 {
        let isThen = yes >> UInt64(index & 63) & 1 == 1
        register.values[index] = isThen ? then.values[index] : otherwise.values[index]
      }
    }
  }
}

/// A condition that is the same for all records.
final class ConstantTruth: Kernel {
  let register = TruthRegister()

  init(_ value: Bool) {
    register.yes.fill(value)
    register.no.fill(!value)
  }

  func run(_ slice: BatchSlice) {}
}
