import CScan
import Tables

/// Finds the group of each record: of its place, a text and a limit.
final class GroupKernel: Kernel {
  let register: SlotRegister
  private let index: GroupIndex
  private let places: SlotRegister
  private let codes: NumberRegister
  private let values: NumberRegister?

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
    index = other?.index ?? GroupIndex(hasValues: values != nil, places: places.space.count)
    register = SlotRegister(other?.register.space ?? .groups(index, of: places.space))
  }

  func run(_ slice: BatchSlice) {
    var table = index.table
    for word in 0..<slice.words {
      let first = word * 64
      let valid =
        places.valid.words[word] & codes.valid.words[word] & (values?.valid.words[word] ?? .max)
        & slice.records(ofWord: word)
      register.valid.words[word] = valid
      let missing = cgroups_find(
        &table, places.slots + first, codes.values + first, values.map { $0.values + first },
        register.slots + first)
      forEachBit(of: missing & valid) { add(first + $0, slice) }
      if missing & valid != 0 { table = index.table }
    }
  }

  /// Lets anybody ask for what the groups are.
  func settle() { index.settle() }

  private func add(_ record: Int, _ slice: BatchSlice) {
    register.slots[record] = index.number(
      places.slots[record], codes.values[record], values?.values[record] ?? 0,
      greatest: greatestCode(slice))
  }

  private func greatestCode(_ slice: BatchSlice) -> Int64 {
    var greatest: Int64 = 0
    for word in 0..<slice.words {
      forEachBit(of: codes.valid.words[word] & slice.records(ofWord: word)) {
        greatest = max(greatest, codes.values[word * 64 + $0])
      }
    }
    return greatest
  }
}
