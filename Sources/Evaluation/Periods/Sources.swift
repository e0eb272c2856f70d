import Calendars
import Exports
import Rulebook

/// What each period of a run is judged by; those of the same folders share their records.
struct Sources {
  private let all: Oracle
  private let run: Period
  private let byReach: [Reach: Oracle]

  /// The sources of a request; `all` reads what was handed in for all periods judged.
  init(_ request: EvaluationRequest, _ all: Oracle, present: UnitPresence) {
    self.all = all
    run = request.period
    let rulebook = request.rulebook
    var read = [request.exports.folders: (store: all.store, present: present)]
    byReach = request.spans.mapValues { span in
      let folders = span.exports.folders
      let (store, present) = read[folders] ?? Self.records(of: span.exports, rulebook)
      read[folders] = (store, present)
      return Oracle(request, store, HandIns(span, store, present: present, rulebook))
    }
  }

  private static func records(
    of exports: ExportSet, _ rulebook: Rulebook
  ) -> (store: RecordStore, present: UnitPresence) {
    let store = RecordStore(exports.tables, rulebook)
    return (store, UnitPresence(store, rulebook))
  }

  /// What a period of an obligation is judged by.
  func oracle(for obligation: Obligation, _ period: Period) -> Oracle {
    byReach[Reach(obligation, period, in: run)] ?? all
  }
}
