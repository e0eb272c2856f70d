import Assessment
import Calendars
import Registry

/// Finds who answers for what: each record belongs to whoever held the post on its day.
///
/// A same-day handover belongs to the incomer. A delegate is shown beside the head, who still
/// answers. Nobody, or several at once, is shown as such.
package struct Attribution {
  private let registry: UnitRegistry
  private let unit: String
  private let role: String
  private let limit: Int

  /// Attribution to the post `role` of `unit`, with at most `limit` breaches named for each holder.
  package init(_ registry: UnitRegistry, unit: String, role: String, limit: Int) {
    self.registry = registry
    self.unit = unit
    self.role = role
    self.limit = limit
  }

  /// One answer for each holder, in the order of time, vacancies and unknown days last.
  /// - Parameter proofless: the day that picks the head of a violation without a failing record.
  package func answers(_ records: [RecordResult], proofless: Day?) -> [Answer] {
    guard let post = registry.post(unit: unit, role: role) else { return [noPost(records)] }
    var groups: [Slot: Answer] = [:]
    var slots: [Day?: [Slot]] = [:]
    for record in records.sorted(by: RecordResult.inOrder) where record.possible != .out {
      let own = slots[record.answersDay] ?? touch(record.answersDay, &groups, post)
      slots[record.answersDay] = own
      for slot in own { groups[slot]?.count(record) }
    }
    if let proofless { touch(proofless, &groups, post) }
    return groups.sorted { $0.key < $1.key }.map { trimmed($0.value) }
  }

  private func noPost(_ records: [RecordResult]) -> Answer {
    var answer = Answer(state: .noPost, post: role)
    for record in records.sorted(by: RecordResult.inOrder) { answer.count(record) }
    return trimmed(answer)
  }

  /// Makes sure that whoever held the post on `day` has an answer, and says who that was.
  @discardableResult
  private func touch(_ day: Day?, _ groups: inout [Slot: Answer], _ post: Post) -> [Slot] {
    guard let day else {
      groups[.undated] = groups[.undated] ?? Answer(state: .undated, post: post.title)
      return [.undated]
    }
    let all = registry.holdings(unit: unit, role: role, on: day)
    let delegates = all.filter { $0.kind == .delegated }.map(delegate)
    let holders = Self.incomers(all.filter { $0.kind != .delegated }, on: day)
    let slots = holders.isEmpty ? [Slot.vacant] : holders.map(Slot.init)
    for (index, slot) in slots.enumerated() {
      var answer =
        groups[slot]
        ?? (holders.isEmpty ? Answer(state: .vacant, post: post.title) : held(holders[index], post))
      if holders.count > 1 { answer.state = .overlapping }
      answer.delegates += delegates.filter { !answer.delegates.contains($0) }
      groups[slot] = answer
    }
    return slots
  }

  /// On a day when one leaves and another comes, the incomer's alone.
  private static func incomers(_ holdings: [Holding], on day: Day) -> [Holding] {
    let incoming = holdings.filter { $0.dates.from == day }
    guard holdings.count > 1, !incoming.isEmpty else { return holdings }
    return holdings.filter { $0.dates.from == day || $0.dates.until != day }
  }

  private func held(_ holding: Holding, _ post: Post) -> Answer {
    Answer(
      state: .held, post: post.title, holder: holding.holder, kind: holding.kind.rawValue,
      from: holding.dates.from?.iso, until: holding.dates.until?.iso, document: holding.document)
  }

  private func delegate(_ holding: Holding) -> Delegate {
    Delegate(
      holder: holding.holder, from: holding.dates.from?.iso ?? "",
      until: holding.dates.until?.iso, document: holding.document)
  }

  private func trimmed(_ answer: Answer) -> Answer {
    var answer = answer
    answer.breaches = Array(answer.breaches.prefix(limit))
    answer.delegates.sort { ($0.from, $0.holder, $0.document) < ($1.from, $1.holder, $1.document) }
    return answer
  }
}

extension Answer {
  /// Counts one of its records.
  fileprivate mutating func count(_ record: RecordResult) {
    switch record.possible {
    case .pass: counts.passed += record.count
    case .fail: counts.failed += record.count
    case .notDue: counts.notDue += record.count
    case .out: break
    default: counts.unknown += record.count
    }
    if record.proves, record.isNamed { breaches.append(record.key) }
  }
}

/// What an answer is for: a holding, a vacancy, or records without a day.
private struct Slot: Hashable, Comparable {
  private let rank: Int
  private let from: Day?
  private let holder: String

  static let vacant = Slot(rank: 1, from: nil, holder: "")
  static let undated = Slot(rank: 2, from: nil, holder: "")

  private init(rank: Int, from: Day?, holder: String) {
    self.rank = rank
    self.from = from
    self.holder = holder
  }

  init(_ holding: Holding) {
    self.init(rank: 0, from: holding.dates.from, holder: holding.holder)
  }

  static func < (left: Slot, right: Slot) -> Bool {
    (left.rank, left.from?.number ?? 0, left.holder)
      < (right.rank, right.from?.number ?? 0, right.holder)
  }
}
