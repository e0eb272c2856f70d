import Assessment
import Calendars
import Numbers
import Rulebook
import Tables

/// Turns what the sinks of a scan found into what the oracle would have found, records that are alike
/// taken together.
struct ScanResults {
  private let dataset: Dataset
  private let files: [Table.File]
  /// The first line of each piece of each file, less one; `nil` where batches count lines of files.
  private let firstLines: [[Int]]?
  /// The records, where they are kept.
  private let table: Table?
  private let evidenceLimit: Int

  /// - Parameter table: the records that were scanned; the piece of a batch is its number.
  init(_ table: Table, evidenceLimit: Int) {
    dataset = table.dataset
    files = table.files
    firstLines = nil
    self.table = table
    self.evidenceLimit = evidenceLimit
  }

  /// - Parameter firstLines: what to add to a line of a piece of a file.
  init(_ dataset: Dataset, files: [Table.File], firstLines: [[Int]], evidenceLimit: Int) {
    self.dataset = dataset
    self.files = files
    self.firstLines = firstLines
    table = nil
    self.evidenceLimit = evidenceLimit
  }

  /// The results of each ask; the first sink takes up what the others found.
  func results(_ asks: [Ask], _ sinks: [ScanSink]) -> [ObligationResults] {
    for other in sinks.dropFirst() { sinks[0].absorb(other) }
    return asks.indices.map { index in
      var results = ObligationResults()
      for sink in sinks { add(sink.slow[index], to: &results) }
      if let tally = sinks[0].tallies[index] { add(tally, to: &results) }
      return results
    }
  }

  // MARK: - Records that the oracle judged

  private func add(_ slow: [ScanSink.SlowRecord], to results: inout ObligationResults) {
    for record in slow {
      var result = record.result
      guard let firstLines else {
        results.add(result, of: record.unit, record.faults)
        continue
      }
      let first = firstLines[record.file][record.piece]
      let line = result.place.line + first
      result.place = Places.Place(file: result.place.file, line: line)
      if !result.isKeyed { result.key = "\(result.place.file):\(line)" }
      results.add(result, of: record.unit, record.faults.map { (result.key, $0.error) })
    }
  }

  // MARK: - Records that kernels judged

  private func add(_ tally: QuestionTally, to results: inout ObligationResults) {
    guard let space = tally.question.steps.first?.places.space else { return }
    var proofs = Dictionary(grouping: tally.totals.proofs, by: \.place)
    let values = PlaceValues(tally)
    for number in 0..<space.count where tally.totals.hasRecords(number) {
      let place = PlaceDescription(space.place(number), tally.question)
      let unit = tally.question.ask.places.units[place.unit].code
      let alike = values.alike(number).map { place.result($0) }
      let named = first(proofs.removeValue(forKey: Int32(number)) ?? []).map { place.named($0) }
      results.byUnit[unit, default: []] += alike + named
    }
  }

  /// The first records of a place that prove a violation, by key or by file and line.
  private func first(_ proofs: [Totals.Proof]) -> [NamedProof] {
    let named = proofs.map(named)
    let first = named.sorted { NamedProof.inOrder($0, $1) }.prefix(evidenceLimit)
    return Array(first)
  }

  private func named(_ proof: Totals.Proof) -> NamedProof {
    let file = files[Int(proof.file)].path
    var line = Int(proof.line)
    if let firstLines { line += firstLines[Int(proof.file)][Int(proof.piece)] }
    let row = table.map { Row(table: $0, batch: Int(proof.piece), index: Int(proof.row)) }
    return NamedProof(
      proof: proof, place: Places.Place(file: file, line: line),
      key: row?.keyText ?? "\(file):\(line)", isKeyed: !dataset.key.isEmpty)
  }
}

/// A record that proves a violation, with its name.
struct NamedProof {
  let proof: Totals.Proof
  let place: Places.Place
  let key: String
  let isKeyed: Bool

  /// The order in which records are named.
  static func inOrder(_ left: NamedProof, _ right: NamedProof) -> Bool {
    left.isKeyed
      ? left.key < right.key
      : (left.place.file, left.place.line) < (right.place.file, right.place.line)
  }
}

/// Where the records of a place belong, in the words of results.
struct PlaceDescription {
  /// The number of the unit.
  let unit: Int
  private let question: Question
  private let group: RecordResult.Group
  private let limits: [String: Rational?]
  private let lawDay: Day
  private let answersDay: Day

  init(_ place: PlaceSpace.Place, _ question: Question) {
    unit = place.unit
    self.question = question
    let name = question.groups.flatMap { texts in place.key.map { texts[$0.code - 2] } }
    group = name.map { .named($0) } ?? .whole
    let limit = place.key.flatMap { key in
      question.limit.flatMap { $0.lane.exact(key.value) }
    }
    let lookups = question.ask.obligation.targets.compactMap(\.lookup)
    limits = Dictionary(lookups.map { ($0.text.text, limit) }) { first, _ in first }
    lawDay = question.spans.lawDay(place.segment)
    answersDay = question.spans.answersDay(place.segment, unit: unit)
  }

  /// Records that are alike.
  func result(_ alike: PlaceValues.Alike) -> RecordResult {
    var result = RecordResult(
      key: "", place: Places.Place(file: "", line: 0), possible: alike.kind.possible,
      contribution: alike.contribution, lawDay: lawDay, answersDay: answersDay, due: nil, done: nil,
      proves: alike.kind.proves, causes: [])
    result.count = alike.count
    result.isNamed = false
    result.group = group
    result.limits = limits
    return result
  }

  /// One of them, which is only named.
  func named(_ named: NamedProof) -> RecordResult {
    let kind = Totals.Kind(number: Int(named.proof.kind))
    var result = RecordResult(
      key: named.key, place: named.place, possible: kind.possible, contribution: .none,
      lawDay: lawDay, answersDay: answersDay, due: moment(named.proof.due, question.due),
      done: moment(named.proof.done, question.done), proves: true, causes: [])
    result.count = 0
    result.isKeyed = named.isKeyed
    result.group = group
    return result
  }

  private func moment(_ value: Int64?, _ register: NumberRegister?) -> Moment? {
    guard let value, let register else { return nil }
    return register.lane == .date
      ? Int32(exactly: value).map { .day(Day(number: $0)) }
      : .instant(Instant(microseconds: value))
  }
}

extension Lane {
  /// The exact number that a value stands for.
  func exact(_ value: Int64) -> Rational? {
    scale.map { Rational(units: value, scale: $0) }
  }
}
