import Assessment
import Calendars
import Registry
import Rulebook

/// What waivers do to the verdict of one unit for one obligation in one period.
///
/// The records they cover are set apart and the others judged. Nothing left to judge but records set
/// apart is waived, and so is a period of which every day is.
struct Waiving {
  /// The waivers that are about the unit, the obligation and some day of the period.
  let waivers: [Waiver]
  private let period: Period

  /// The waivers among `all` that concern a verdict.
  init(_ all: [Waiver], _ obligation: Obligation, _ unit: Unit, _ period: Period) {
    waivers = all.filter {
      $0.covers(obligation) && $0.covers(unit) && $0.dates.overlaps(period.days)
    }
    self.period = period
  }

  /// Whether every day of the period is waived, whatever the record.
  var isWhole: Bool { isWhole(waivers.filter { $0.filter == nil }) }

  /// Whether some waivers together are about every day of the period.
  func isWhole(_ some: [Waiver]) -> Bool {
    let next = some.map(\.dates).sorted { ($0.from?.number ?? 0) < ($1.from?.number ?? 0) }
      .reduce(period.first) { next, span in
        guard let from = span.from, let until = span.until, from <= next else { return next }
        return max(next, until.adding(days: 1))
      }
    return next > period.last
  }

  /// The records with those set apart made out of scope: for sure, or perhaps.
  func left(_ records: [RecordResult]) -> [RecordResult] {
    records.map { record in
      let isCovered = truth(record)
      guard isCovered != .no else { return record }
      var record = record
      record.possible = isCovered == .yes ? .out : record.possible.union(.out)
      record.proves = false
      return record
    }
  }

  private func truth(_ record: RecordResult) -> Truth {
    isWhole ? .yes : record.coverage.isCovered
  }

  // MARK: - Outcome

  /// The outcome once waivers have had their say.
  /// - Parameters:
  ///   - judged: the outcome, with its reason, of the records that are left.
  ///   - left: how many of those pass or fail, at least and at most.
  func outcome(
    _ judged: (Verdict.Outcome, Verdict.Reason?), of records: [RecordResult],
    left: ClosedRange<Int>
  ) -> (Verdict.Outcome, Verdict.Reason?) {
    if isWhole { return (.waived, nil) }
    guard left.lowerBound == 0, mayHaveSetApart(records) else { return judged }
    let isWaived = left.upperBound == 0 && hasSetApart(records)
    return isWaived ? (.waived, nil) : (.undetermined, .unknownRecords)
  }

  private func hasSetApart(_ records: [RecordResult]) -> Bool {
    records.contains {
      $0.coverage.isCovered == .yes && $0.possible.isSubset(of: [.pass, .fail])
    }
  }

  private func mayHaveSetApart(_ records: [RecordResult]) -> Bool {
    records.contains {
      $0.coverage.isCovered != .no && !$0.possible.isDisjoint(with: [.pass, .fail])
    }
  }

  // MARK: - What is shown

  /// The records set apart, for sure and perhaps.
  func setApart(_ records: [RecordResult]) -> (sure: [RecordResult], perhaps: [RecordResult]) {
    (records.filter { truth($0) == .yes }, records.filter { truth($0) == .maybe })
  }

  /// The waivers that set something apart.
  func applied(to records: [RecordResult]) -> [Verdict.AppliedWaiver] {
    let used = Set(records.flatMap(\.coverage.ids))
    return waivers.filter { used.contains($0.id) || (isWhole && $0.filter == nil) }.map(\.applied)
  }
}

extension Waiver {
  /// The waiver for the result model.
  fileprivate var applied: Verdict.AppliedWaiver {
    Verdict.AppliedWaiver(
      id: id, document: document, approver: approver, from: dates.from?.iso ?? "",
      until: dates.until?.iso ?? "", reason: reason)
  }
}

extension Period {
  /// Its first to its last day.
  package var days: DateSpan { DateSpan(from: first, until: last) }
}
