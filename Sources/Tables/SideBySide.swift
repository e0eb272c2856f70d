import Dispatch
import Synchronization

/// What several threads find out side by side, in the order of the numbers from 0.
/// - Parameters:
///   - count: how many things are to be found out.
///   - threads: how many threads there are at most; with fewer than two everything is done here.
///   - find: called once with each number, on any thread; changes nothing that another call uses.
package func sideBySide<Result>(_ count: Int, threads: Int, _ find: (Int) -> Result) -> [Result] {
  guard threads > 1, count > 1 else { return (0..<count).map(find) }
  return withoutActuallyEscaping(find) { find in
    let work = SharedWork(count, find)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in work.run() }
    return work.results
  }
}

/// Things to be found out, and room for each; every place is written by one thread.
private final class SharedWork<Result>: @unchecked Sendable {
  private let find: (Int) -> Result
  private let count: Int
  private let places: UnsafeMutablePointer<Result?>
  private let next = Atomic(0)

  init(_ count: Int, _ find: @escaping (Int) -> Result) {
    (self.count, self.find) = (count, find)
    places = .allocate(capacity: count)
    places.initialize(repeating: nil, count: count)
  }

  deinit {
    places.deinitialize(count: count)
    places.deallocate()
  }

  /// Finds things out until there are no more.
  func run() {
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      places[number] = find(number)
    }
  }

  /// What was found, when all threads are done.
  var results: [Result] { (0..<count).compactMap { places[$0] } }
}
