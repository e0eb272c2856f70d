import Assessment

/// Where a breach stands among all: by file, line and verdict. No two are the same.
struct BreachOrder: Comparable {
  let file: Int
  let line: Int
  let verdict: Int32

  static func < (left: BreachOrder, right: BreachOrder) -> Bool {
    if left.file != right.file { return left.file < right.file }
    return left.line != right.line ? left.line < right.line : left.verdict < right.verdict
  }
}

/// Breaches in their order, to be merged with others.
protocol BreachRun: AnyObject {
  /// Where the next one stands; `nil` where there is none.
  var head: BreachOrder? { get }
  /// The next one, which must be there.
  func take() throws -> Breach
}

/// Those that the oracle found.
final class JudgedRun: BreachRun {
  private let all: [(order: BreachOrder, breach: Breach)]
  private var next = 0

  init(_ all: [(order: BreachOrder, breach: Breach)]) {
    self.all = all.sorted { $0.order < $1.order }
  }

  var head: BreachOrder? { next < all.count ? all[next].order : nil }

  func take() throws -> Breach {
    defer { next += 1 }
    return all[next].breach
  }
}

/// Those that kernels found, of chunks of a spool that follow each other; one chunk is read at a time.
final class SpoolRun: BreachRun {
  /// What was put aside could not be read again.
  struct Unreadable: Error {}

  private let reader: SpoolReader
  private var chunks: ArraySlice<ProofSpool.Chunk>
  private var chunk = SpoolReader.Opened()
  private var next = 0

  /// - Parameter chunks: each behind the one before it.
  init(_ reader: SpoolReader, _ chunks: ArraySlice<ProofSpool.Chunk>) throws {
    (self.reader, self.chunks) = (reader, chunks)
    try openNext()
  }

  var head: BreachOrder? { next < chunk.lines.count ? chunk.lines[next].order : nil }

  func take() throws -> Breach {
    let breach = reader.breach(chunk.lines[next], of: chunk)
    next += 1
    if next == chunk.lines.count { try openNext() }
    return breach
  }

  private func openNext() throws {
    (chunk, next) = (SpoolReader.Opened(), 0)
    while chunk.lines.isEmpty, let first = chunks.popFirst() {
      guard let opened = reader.open(first) else { throw Unreadable() }
      chunk = opened
    }
  }
}
