import Registry
import Tables

/// The bound units of an obligation, numbered, and whose records are whose. A class, since obligations
/// share it: records have the same owners for them.
final class UnitPlaces: Sendable {
  /// In the order of their codes.
  let units: [Unit]
  private let bound: [String: Int32]
  private let known: [String: Unit]
  private let apart: Set<String>
  private let rollUp: Bool

  /// - Parameters:
  ///   - bound: the units bound by the obligation, by code.
  ///   - known: all units of the period, by code.
  ///   - apart: the codes of bound units about whose records more is said than kernels know.
  init(bound: [String: Unit], known: [String: Unit], apart: Set<String>, rollUp: Bool) {
    units = bound.keys.sorted().compactMap { bound[$0] }
    self.bound = Dictionary(
      uniqueKeysWithValues: units.enumerated().map { ($1.code, Int32($0)) })
    self.known = known
    self.apart = apart
    self.rollUp = rollUp
  }

  /// Whose a record is.
  enum Owner: Hashable {
    /// Bound units, by their numbers.
    case units([Int32])
    /// The oracle has to say.
    case unclear
  }

  /// Whose a record is that names the unit with a code.
  func owner(_ code: String) -> Owner {
    guard known[code] != nil else { return .unclear }
    let codes = (rollUp ? known.chain(from: code) : [code]).filter { bound[$0] != nil }
    return codes.contains(where: apart.contains) ? .unclear : .units(codes.compactMap { bound[$0] })
  }
}

/// Finds the bound unit of each record; with roll-up, the one that stands so many steps above.
final class UnitKernel: Kernel {
  /// The numbers of the units.
  let register: SlotRegister
  /// Where the oracle has to say whose the record is.
  let unclear = Mask()
  private let codes: NumberRegister
  private let texts: SharedTexts
  private let places: UnitPlaces
  private let step: Int
  /// By code: a unit's number, -1 for none, -2 for unclear.
  private var owners: [Int32] = [-2, -2]

  /// - Parameter step: which of the owners of a record it is.
  init(_ codes: NumberRegister, _ texts: SharedTexts, _ places: UnitPlaces, step: Int) {
    (self.codes, self.texts, self.places, self.step) = (codes, texts, places, step)
    register = SlotRegister(.units(places.units.count))
  }

  func prepare(_ batch: Batch) {
    for text in texts.texts(from: owners.count - 2) { owners.append(owner(text)) }
  }

  private func owner(_ code: String) -> Int32 {
    switch places.owner(code) {
    case .unclear: -2
    case .units(let units): step < units.count ? units[step] : -1
    }
  }

  func run(_ slice: BatchSlice) {
    owners.withUnsafeBufferPointer { owners in
      for word in 0..<slice.words {
        var (valid, unclear): (UInt64, UInt64) = (0, 0)
        for index in 0..<min(64, slice.count - word * 64) {
          let owner = owners[Int(codes.values[word * 64 + index])]
          register.slots[word * 64 + index] = owner
          valid |= (owner >= 0 ? 1 : 0) << UInt64(index)
          unclear |= (owner == -2 ? 1 : 0) << UInt64(index)
        }
        register.valid.words[word] = valid
        self.unclear.words[word] = unclear
      }
    }
  }
}
