import Foundation

/// All offsets of a zone from 1850 to 2200, read once, because asking Foundation for every one of
/// millions of cells is slow. Before and after those years the nearest offset is used.
struct OffsetTable: Sendable {
  /// The offset before the first change, in seconds east of UTC.
  private let initial: Int
  /// When it changes: seconds since the epoch, in order.
  private var instants: [Int64] = []
  /// The same moments on the clock that had run until then, or, where it is set back, the end of
  /// the hour that comes twice. A clock time before that belongs to the old offset.
  private var clocks: [Int64] = []
  /// The offset from each change on.
  private var offsets: [Int] = []

  /// A zone whose offset never changes.
  init(fixed offset: Int) { initial = offset }

  /// Reads the changes of a zone.
  init(_ zone: TimeZone) {
    var time = OffsetTable.start
    initial = zone.secondsFromGMT(for: time)
    var previous = initial
    while let change = zone.nextDaylightSavingTimeTransition(after: time), change > time,
      change < OffsetTable.end
    {
      time = change
      let offset = zone.secondsFromGMT(for: change)
      guard offset != previous else { continue }
      append(offset, at: Int64(change.timeIntervalSince1970), after: previous)
      previous = offset
    }
  }

  private static let start = Date(timeIntervalSince1970: -3_786_825_600)
  private static let end = Date(timeIntervalSince1970: 7_258_118_400)

  private mutating func append(_ offset: Int, at instant: Int64, after previous: Int) {
    instants.append(instant)
    clocks.append(instant + Int64(max(previous, offset)))
    offsets.append(offset)
  }

  /// From when on the last offset is in force, and what it is.
  var settled: (from: Int64, offset: Int) { (instants.last ?? .min, offsets.last ?? initial) }

  /// The offset in force at a moment.
  func offset(atSeconds seconds: Int64) -> Int { offset(instants, seconds) }

  /// The offset that makes a moment of a clock time (see `clocks`).
  func offset(atClock seconds: Int64) -> Int { offset(clocks, seconds) }

  /// The offset that makes moments of all clock times from `first` to `last`, if it is one.
  func offset(fromClock first: Int64, to last: Int64) -> Int? {
    let isSteady = !clocks.contains { $0 > first && $0 <= last }
    return isSteady ? offset(atClock: first) : nil
  }

  private func offset(_ changes: [Int64], _ seconds: Int64) -> Int {
    var (low, high) = (0, changes.count)
    // Most data is younger than the last change of its zone.
    if let last = changes.last, seconds >= last { low = high }
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initial : offsets[low - 1]
  }
}
