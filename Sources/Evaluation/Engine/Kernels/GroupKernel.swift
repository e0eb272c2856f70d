import Tables

/// Finds the group of each record: of its place, a text and a limit.
final class GroupKernel: Kernel {
  let register: SlotRegister
  private let index: GroupIndex
  private let places: SlotRegister
  private let codes: NumberRegister
  private let values: NumberRegister?
  /// Where each record of a word is looked for.
  private let slots: UnsafeMutablePointer<Int>

  /// - Parameters:
  ///   - codes: `nil` where they tell nothing apart; the same of `values`.
  ///   - other: finds the same groups for other records.
  init(
    _ places: SlotRegister, codes: NumberRegister?, values: NumberRegister?,
    sharing other: GroupKernel?
  ) {
    self.places = places
    self.codes = codes ?? ConstantNumber(0, .int).register
    self.values = values
    index = other?.index ?? GroupIndex(hasValues: values != nil)
    register = SlotRegister(other?.register.space ?? .groups(index, of: places.space))
    slots = .allocate(capacity: 64)
  }

  deinit { slots.deallocate() }

  func run(_ slice: BatchSlice) {
    if let values {
      run(slice, values.valid.words) { values.values[$0] }
    } else {
      run(slice, nil) { _ in 0 }
    }
  }

  /// - Parameters:
  ///   - hasValue: where there is a value, if one is wanted.
  ///   - value: that of a record.
  @inline(__always)
  private func run(
    _ slice: BatchSlice, _ hasValue: UnsafeMutablePointer<UInt64>?, _ value: (Int) -> Int64
  ) {
    for word in 0..<slice.words {
      let valid =
        places.valid.words[word] & codes.valid.words[word] & (hasValue?[word] ?? .max)
        & slice.records(ofWord: word)
      register.valid.words[word] = valid
      let missing = look(word, value) & valid
      forEachBit(of: missing) { bit in
        let record = word * 64 + bit
        register.slots[record] = index.number(
          places.slots[record], codes.values[record], value(record))
      }
    }
  }

  /// Looks for the records of a word where they most likely are, all together: while one waits for memory the
  /// others go on. Returns those that are not there.
  @inline(__always)
  private func look(_ word: Int, _ value: (Int) -> Int64) -> UInt64 {
    let (view, first, found) = (index.view, word * 64, register.slots + word * 64)
    let (places, codes, slots) = (places.slots, codes.values, slots)
    for bit in 0..<64 {
      let head = GroupIndex.View.head(places[first + bit], codes[first + bit])
      slots[bit] = view.slot(head, value(first + bit))
      view.prefetch(slots[bit])
    }
    for bit in 0..<64 { found[bit] = view.number(at: slots[bit]) }
    var missing: UInt64 = 0
    for bit in 0..<64 {
      let head = GroupIndex.View.head(places[first + bit], codes[first + bit])
      let number = Int(found[bit])
      let isFound = number >= 0 && view.isKey(number, head, value(first + bit))
      missing |= (isFound ? 0 : 1) << UInt64(bit)
    }
    return missing
  }
}
