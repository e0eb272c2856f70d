/// The keys of all records: those of objects within objects joined by points (`applicant.name`).
struct JSONPaths {
  /// What was met under a path.
  struct Use {
    /// Its name.
    let name: [UInt8]
    /// Something other than an object or `null`.
    var hasValue = false
    var hasObject = false
    var hasNull = false

    /// Whether it is a column. What is sometimes `null` and else an object is none.
    var isColumn: Bool { hasValue || hasNull && !hasObject }
  }

  /// In the order in which they were met first.
  private(set) var all: [Use] = []
  private var numbers: [[UInt8]: Int] = [:]
  private var size = 0
  private var lastFound = -1

  /// The number of a path, which is new or not; `nil` when there are too many.
  mutating func number(of name: [UInt8]) -> Int? {
    let next = lastFound + 1
    if next < all.count, all[next].name == name {
      lastFound = next
      return next
    }
    if let number = numbers[name] {
      lastFound = number
      return number
    }
    size += name.count
    if all.count == JSONLimits.keys || size > JSONLimits.keySize { return nil }
    numbers[name] = all.count
    all.append(Use(name: name))
    lastFound = all.count - 1
    return lastFound
  }

  /// Says that the next record begins.
  mutating func beginRecord() { lastFound = -1 }

  /// Notes what a record holds.
  mutating func note(_ record: JSONRecord, objects: [Int]) {
    for value in record.values {
      if value.kind == .null {
        all[value.path].hasNull = true
      } else {
        all[value.path].hasValue = true
      }
    }
    for path in objects { all[path].hasObject = true }
  }
}
