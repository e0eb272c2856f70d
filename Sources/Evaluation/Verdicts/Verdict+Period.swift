import Assessment
import Calendars

extension Verdict {
  /// The same without a verdict: how far things stand in a period that has not ended.
  var toDate: Verdict {
    var verdict = self
    verdict.outcome = .toDate
    verdict.reason = nil
    verdict.shortfall = nil
    verdict.parts = []
    verdict.subjectTo = nil
    verdict.waived = nil
    verdict.answers = []
    verdict.evidence = Evidence(total: 0, records: [])
    verdict.unknown = Evidence(total: 0, records: [])
    return verdict
  }
}

extension Period {
  /// Its days for the result model; `nil` when its name says them.
  var window: Verdict.Window? {
    if let kind {
      let named = Period(kind, containing: last)
      if named == self { return nil }
    }
    return Verdict.Window(first: first.iso, last: last.iso, time: closes.map(Period.clock))
  }

  private static func clock(_ second: Int) -> String {
    let parts = [second / 3600, second / 60 % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return parts.joined(separator: ":")
  }
}
