import Diagnostics

/// Collects defects, with their places up to a limit for each file, kind and column.
struct DefectLog {
  private struct Slot: Hashable {
    let file: String
    let kind: DefectKind
    let column: Int?
  }

  private struct Tally {
    var count = 0
    var sample: Defect
  }

  private let limit: Int
  private var kept: [Defect] = []
  private var tallies: [Slot: Tally] = [:]

  /// A log that keeps `limit` defects of one kind for each file and column.
  init(limit: Int) { self.limit = max(1, limit) }

  /// Adds a defect, which is only made when it is kept.
  /// - Parameter column: the index of the column it is about.
  mutating func add(
    _ kind: DefectKind, file: String, column: Int? = nil, _ make: () -> Defect
  ) {
    let slot = Slot(file: file, kind: kind, column: column)
    if let count = tallies[slot]?.count {
      tallies[slot]?.count = count + 1
      if count < limit { kept.append(make()) }
    } else {
      let defect = make()
      tallies[slot] = Tally(count: 1, sample: defect)
      kept.append(defect)
    }
  }

  /// Counts further defects like one that was added before.
  mutating func add(_ count: Int, of kind: DefectKind, file: String, column: Int?) {
    tallies[Slot(file: file, kind: kind, column: column)]?.count += count
  }

  /// Adds a defect of a file.
  mutating func add(_ defect: Defect) { kept.append(defect) }

  /// All defects in order; those beyond the limit as one more defect for each file and column.
  var all: [Defect] {
    let rest = tallies.values.filter { $0.count > limit }.map { tally in
      var defect = Defect(
        tally.sample.kind, file: tally.sample.file,
        .more(tally.count - limit, like: tally.sample))
      defect.dataset = tally.sample.dataset
      defect.columnID = tally.sample.columnID
      defect.column = tally.sample.column
      defect.count = tally.count - limit
      return defect
    }
    return (kept + rest).sorted(by: Defect.inOrder)
  }
}
