import Calendars
import Exports
import Rulebook

/// The sources of all periods of a run; those of the same folders share their records.
struct Sources {
  /// Everything that was handed in for the periods judged.
  let all: Source
  private let run: Period
  private let byReach: [Reach: Source]

  /// The sources of a request.
  init(_ request: EvaluationRequest, _ oracle: Oracle, _ handIns: HandIns) {
    all = Source(oracle, handIns)
    run = request.period
    var oracles = [request.exports.folders: oracle]
    byReach = request.spans.mapValues { span in
      var own = request
      own.exports = span.exports
      let shared = oracles[span.exports.folders] ?? Oracle(own)
      oracles[span.exports.folders] = shared
      return Source(shared, span)
    }
  }

  /// The source of a period of an obligation.
  func source(_ obligation: Obligation, _ period: Period) -> Source {
    byReach[Reach(obligation, period, in: run)] ?? all
  }
}
