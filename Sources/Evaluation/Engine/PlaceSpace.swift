/// What the numbers in a register of places mean: units, groups of their records, or spans of days within
/// those.
final class PlaceSpace {
  private enum Kind {
    case units(Int)
    case groups(GroupIndex, of: PlaceSpace)
    case segments(Int32, of: PlaceSpace)
  }

  /// One place, for people.
  struct Place {
    /// The number of the unit.
    let unit: Int
    /// The code and the value that tell its group apart.
    var key: GroupIndex.Key?
    /// The span of days.
    var segment = 0
  }

  private let kind: Kind
  private var absorbed: (from: ObjectIdentifier, map: [Int32])?

  private init(_ kind: Kind) { self.kind = kind }

  /// Units by their numbers.
  static func units(_ count: Int) -> PlaceSpace { PlaceSpace(.units(count)) }

  /// Groups of the records of the places of another space.
  static func groups(_ index: GroupIndex, of parent: PlaceSpace) -> PlaceSpace {
    PlaceSpace(.groups(index, of: parent))
  }

  /// `count` spans of days for each place of another space.
  static func segments(_ count: Int32, of parent: PlaceSpace) -> PlaceSpace {
    PlaceSpace(.segments(count, of: parent))
  }

  /// How many places there are by now.
  var count: Int {
    switch kind {
    case .units(let count): count
    case .groups(let index, _): index.count
    case .segments(let count, let parent): parent.count * Int(count)
    }
  }

  /// What a place is. Groups are known when they are settled.
  func place(_ number: Int) -> Place {
    switch kind {
    case .units: return Place(unit: number)
    case .groups(let index, let parent):
      let key = index.key(number)
      var place = parent.place(Int(key.place))
      place.key = key
      return place
    case .segments(let count, let parent):
      var place = parent.place(number / Int(count))
      place.segment = number % Int(count)
      return place
    }
  }

  /// What tells the groups of this very space apart; `nil` where it has none.
  func key(_ number: Int) -> GroupIndex.Key? {
    if case .groups(let index, _) = kind { index.key(number) } else { nil }
  }

  /// What tells the groups of this very space apart, by their numbers; none where it has none.
  var keys: LazyMapSequence<Range<Int>, GroupIndex.Key> {
    guard case .groups(let index, _) = kind else {
      return (0..<0).lazy.map { _ in GroupIndex.Key(place: 0, code: 0, value: 0) }
    }
    return index.keys
  }

  /// The number of the unit of each place.
  var units: [Int32] {
    switch kind {
    case .units(let count): return (0..<Int32(count)).map { $0 }
    case .groups(let index, let parent):
      let units = parent.units
      return index.keys.map { units[Int($0.place)] }
    case .segments(let count, let parent):
      return parent.units.flatMap { Array(repeating: $0, count: Int(count)) }
    }
  }

  /// Adds the places of another thread's space of the same meaning; gives the number here of each there.
  func absorb(_ other: PlaceSpace) -> [Int32] {
    if let absorbed, absorbed.from == ObjectIdentifier(other) { return absorbed.map }
    let map = newMap(other)
    absorbed = (ObjectIdentifier(other), map)
    return map
  }

  private func newMap(_ other: PlaceSpace) -> [Int32] {
    switch (kind, other.kind) {
    case (.groups(let index, let parent), .groups(let others, let otherParent)):
      let parents = parent.absorb(otherParent)
      return index.absorb(others, parents: parents)
    case (.segments(let count, let parent), .segments(_, let otherParent)):
      return parent.absorb(otherParent).flatMap { place in
        (0..<count).map { place * count + $0 }
      }
    default: return (0..<Int32(other.count)).map { $0 }
    }
  }
}
