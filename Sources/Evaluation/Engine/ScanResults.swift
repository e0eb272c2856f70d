import Assessment
import Calendars
import Numbers
import Rulebook
import Tables

/// What the records of a scan are called, and where they stand.
struct ScannedRecords {
  private let dataset: Dataset
  private let files: [Table.File]
  /// The first line of each piece of each file, less one; `nil` where batches count lines of files.
  private let firstLines: [[Int]]?
  /// The records, where they are kept.
  private let table: Table?

  /// - Parameter table: the records that were scanned; the piece of a batch is its number.
  init(_ table: Table) {
    dataset = table.dataset
    files = table.files
    firstLines = nil
    self.table = table
  }

  /// - Parameter firstLines: what to add to a line of a piece of a file.
  init(_ dataset: Dataset, files: [Table.File], firstLines: [[Int]]) {
    self.dataset = dataset
    self.files = files
    self.firstLines = firstLines
    table = nil
  }

  /// What each ask found; the first sink takes up what the others found.
  func found(_ asks: [Ask], _ sinks: [ScanSink]) -> [FoundRecords] {
    for other in sinks.dropFirst() { sinks[0].absorb(other) }
    return asks.indices.map { index in
      FoundRecords(
        tally: sinks[0].tallies[index], slow: sinks.flatMap { $0.slow[index].map(placed) },
        records: self)
    }
  }

  /// A record that the oracle judged, with its line in the file.
  private func placed(_ record: ScanSink.SlowRecord) -> ScanSink.SlowRecord {
    guard let firstLines else { return record }
    var record = record
    let place = record.result.place
    let line = place.line + firstLines[record.file][record.piece]
    record.result.place = Places.Place(file: place.file, line: line)
    if !record.result.isKeyed { record.result.key = "\(place.file):\(line)" }
    return record
  }

  /// Whether records have keys.
  var isKeyed: Bool { !dataset.key.isEmpty }

  /// The line of its file on which a record begins.
  func line(of proof: Totals.Proof) -> Int {
    Int(proof.line) + (firstLines?[Int(proof.file)][Int(proof.piece)] ?? 0)
  }

  /// A record that proves a violation, with its name.
  func named(_ proof: Totals.Proof) -> NamedProof {
    let file = files[Int(proof.file)].path
    let line = line(of: proof)
    let row = table.map { Row(table: $0, batch: Int(proof.piece), index: Int(proof.row)) }
    return NamedProof(
      proof: proof, place: Places.Place(file: file, line: line),
      key: row?.keyText ?? "\(file):\(line)", isKeyed: isKeyed)
  }
}

/// What a scan found for one ask: tables of what kernels judged, and what the oracle did.
struct FoundRecords {
  /// What kernels judged; `nil` where the oracle judged every record.
  let tally: QuestionTally?
  /// What the oracle judged.
  let slow: [ScanSink.SlowRecord]
  /// What the records are called.
  let records: ScannedRecords

  /// What the oracle would have found, records that are alike taken together.
  /// - Parameter evidence: how many records of a place are named.
  func results(evidence: Int) -> ObligationResults {
    var results = ObligationResults()
    for record in slow {
      let faults = record.faults.map { (record.result.key, $0.error) }
      results.add(record.result, of: record.unit, faults)
    }
    if let tally { add(tally, to: &results, evidence) }
    return results
  }

  private func add(_ tally: QuestionTally, to results: inout ObligationResults, _ evidence: Int) {
    guard let space = tally.question.steps.first?.places.space else { return }
    var proofs = Dictionary(grouping: tally.totals.proofs, by: \.place)
    let values = PlaceValues(tally)
    for number in 0..<space.count where tally.totals.hasRecords(number) {
      let place = PlaceDescription(space.place(number), tally.question)
      let unit = tally.question.ask.places.units[place.unit].code
      let alike = values.alike(number).map { place.result($0) }
      let named = first(evidence, of: proofs.removeValue(forKey: Int32(number)) ?? [])
      results.byUnit[unit, default: []] += alike + named.map { place.named($0) }
    }
  }

  /// The lines of the same, without their names.
  func lines(ofFirst count: Int, of proofs: [Totals.Proof]) -> [Int] {
    if records.isKeyed { return first(count, of: proofs).map(\.place.line) }
    let places = proofs.map { (Int($0.file), records.line(of: $0)) }
    return places.sorted(by: <).prefix(count).map(\.1)
  }

  /// The first of some records that prove a violation, by key or by file and line.
  func first(_ count: Int, of proofs: [Totals.Proof]) -> ArraySlice<NamedProof> {
    proofs.map(records.named).sorted { NamedProof.inOrder($0, $1) }.prefix(count)
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
