import Assessment
import Calendars

/// Makes breaches of what one thread put aside while records were read.
struct SpoolReader {
  /// An ask whose records a tally adds up.
  private struct Asker {
    let question: Question
    /// The verdict on each place; -1 where it is not violated.
    let verdicts: [Int32]
  }

  private let spool: ProofSpool
  private let records: ScannedRecords
  private let names: BreachNames
  /// By the number of the tally.
  private var askers: [Int32: [Asker]] = [:]

  /// - Parameter records: those that were read.
  init(_ spool: ProofSpool, _ records: ScannedRecords, _ names: BreachNames) {
    (self.spool, self.records, self.names) = (spool, records, names)
  }

  /// Adds one of the asks of the scan, by its number.
  mutating func add(_ ask: Int, _ asked: FoundRecords.SpooledAsk) {
    guard names.verdicts.asks.contains(ask), let space = asked.question.steps.first?.places.space
    else { return }
    let units = asked.question.ask.places.units
    let verdicts = (0..<space.count).map { number -> Int32 in
      let place = space.place(number)
      let (unit, group) = (units[place.unit].code, asked.question.group(place))
      return names.verdicts.numbers(ask: ask, unit: unit, group).first ?? -1
    }
    askers[Int32(asked.tally), default: []].append(
      Asker(question: asked.question, verdicts: verdicts))
  }

  /// What was put aside, cut where something does not stand behind what came before it.
  func runs() throws -> [SpoolRun] {
    let chunks = spool.chunks
    var runs: [SpoolRun] = []
    var start = 0
    for index in chunks.indices {
      let isLast = index + 1 == chunks.count
      if isLast || last(chunks[index]) >= first(chunks[index + 1]) {
        runs.append(try SpoolRun(self, chunks[start...index]))
        start = index + 1
      }
    }
    return runs
  }

  private func first(_ chunk: ProofSpool.Chunk) -> BreachOrder {
    order(chunk, chunk.lines.lowerBound, verdict: .min)
  }

  private func last(_ chunk: ProofSpool.Chunk) -> BreachOrder {
    order(chunk, chunk.lines.upperBound, verdict: .max)
  }

  private func order(_ chunk: ProofSpool.Chunk, _ line: Int32, verdict: Int32) -> BreachOrder {
    BreachOrder(
      file: names.number(of: records.files[chunk.file].path),
      line: records.line(Int(line), file: chunk.file, piece: chunk.piece), verdict: verdict)
  }

  // MARK: - One chunk

  /// A chunk that was read again.
  struct Opened {
    /// What is to be listed of it, in its order.
    fileprivate(set) var lines: [Line] = []
    fileprivate var bytes: [UInt8] = []
    fileprivate var piece = 0
  }

  /// A record for one of the askers of its tally.
  struct Line {
    let order: BreachOrder
    fileprivate let asker: Int
    /// Where its entry stands.
    fileprivate let place: Int
  }

  /// Reads a chunk; `nil` when that cannot be done.
  func open(_ chunk: ProofSpool.Chunk) -> Opened? {
    guard let bytes = spool.bytes(chunk) else { return nil }
    let start = order(chunk, 0, verdict: 0)
    var lines: [Line] = []
    ProofSpool.forEach(in: bytes) { entry, place in
      for (number, asker) in (askers[entry.tally] ?? []).enumerated() {
        let verdict = asker.verdicts[Int(entry.place)]
        if verdict < 0 { continue }
        let order = BreachOrder(
          file: start.file, line: start.line + Int(entry.line), verdict: verdict)
        lines.append(Line(order: order, asker: number, place: place))
      }
    }
    lines.sort { $0.order < $1.order }
    return Opened(lines: lines, bytes: bytes, piece: chunk.piece)
  }

  /// The breach of a line.
  func breach(_ line: Line, of chunk: Opened) -> Breach {
    let entry = ProofSpool.entry(at: line.place, in: chunk.bytes)
    let asker = askers[entry.tally]?[line.asker]
    let key =
      ProofSpool.key(of: entry, at: line.place, in: chunk.bytes)
      ?? records.key(piece: chunk.piece, row: Int(entry.row))
    return names.breach(
      line.order, key: key,
      due: asker?.question.due?.moment(entry.hasDue ? entry.due : nil),
      done: asker?.question.done?.moment(entry.hasDone ? entry.done : nil))
  }
}
