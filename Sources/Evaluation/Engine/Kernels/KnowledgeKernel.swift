/// Something that has to be known of a record before kernels may judge it.
enum Need {
  /// A number, or that there is none because a cell is empty.
  case settled(NumberRegister)
  /// A number.
  case value(NumberRegister)
  /// A condition.
  case truth(TruthRegister)
  /// A number where a condition holds.
  case valueIf(TruthRegister, NumberRegister)

  /// What tells it from others.
  var identity: String {
    switch self {
    case .settled(let number): "settled \(ObjectIdentifier(number))"
    case .value(let number): "value \(ObjectIdentifier(number))"
    case .truth(let truth): "truth \(ObjectIdentifier(truth))"
    case .valueIf(let truth, let number):
      "\(ObjectIdentifier(number)) if \(ObjectIdentifier(truth))"
    }
  }

  /// The records of a word of which it is known.
  @inline(__always)
  func known(_ word: Int) -> UInt64 {
    switch self {
    case .settled(let number): number.valid.words[word] | number.absent.words[word]
    case .value(let number): number.valid.words[word]
    case .truth(let truth): truth.yes.words[word] | truth.no.words[word]
    case .valueIf(let truth, let number):
      truth.no.words[word] | truth.yes.words[word] & number.valid.words[word]
    }
  }
}

/// Where everything is known that has to be.
final class Knowledge: Kernel {
  let mask = Mask()
  private let needs: [Need]

  init(_ needs: [Need]) { self.needs = needs }

  func run(_ slice: BatchSlice) {
    mask.fill(true)
    for need in needs {
      for word in 0..<slice.words { mask.words[word] &= need.known(word) }
    }
  }
}
