import Assessment
import Calendars
import Rulebook
import Tables

extension PriorVerdicts {
  /// The records of `BuiltInDatasets.verdicts`, by number. How far a longer period stood is no verdict.
  var table: Table {
    let judged = all.filter { $0.verdict.outcome != .toDate }
    return Table(
      dataset: BuiltInDatasets.verdicts, file: BuiltInDatasets.verdicts.id,
      records: judged.map(\.cells))
  }
}

extension PriorVerdicts.Entry {
  /// In the order of `BuiltInDatasets.verdicts`.
  fileprivate var cells: [Cell] {
    let texts = [
      verdict.number, verdict.unit, String(verdict.obligation.prefix { $0 != "/" }),
      verdict.obligation,
    ]
    let counts = [verdict.counts.passed, verdict.counts.failed, verdict.counts.unknown]
    let period = Period(verdict.period)
    return texts.map(Cell.text)
      + [verdict.group.map(Cell.text) ?? .empty, .text(verdict.period)]
      + [
        day(verdict.window?.first, or: period?.first), day(verdict.window?.last, or: period?.last),
      ]
      + [.text(verdict.outcome.rawValue)]
      + [obligation.map { .text($0.severity.rawValue) } ?? .empty]
      + counts.map { .int(Int64($0)) }
  }

  private func day(_ iso: String?, or day: Day?) -> Cell {
    (iso.flatMap { Day(iso: $0) } ?? day).map(Cell.date) ?? .unreadable
  }
}
