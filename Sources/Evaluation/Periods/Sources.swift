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
    var read = [request.exports.folders: (store: all.store, present: present)]
    byReach = request.spans.mapValues { span in
      let folders = span.exports.folders
      let (store, present) = read[folders] ?? Self.records(of: span.exports, request)
      read[folders] = (store, present)
      return Oracle(request, store, HandIns(request, span, store, present: present))
    }
  }

  private static func records(
    of exports: ExportSet, _ request: EvaluationRequest
  ) -> (store: RecordStore, present: UnitPresence) {
    let store = RecordStore(exports, request)
    return (store, UnitPresence(store, request.rulebook))
  }

  /// What a period of an obligation is judged by.
  func oracle(for obligation: Obligation, _ period: Period) -> Oracle {
    byReach[Reach(obligation, period, in: run)] ?? all
  }
}
