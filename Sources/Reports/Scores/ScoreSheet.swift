import Assessment
import Diagnostics

/// Points and ranks: a row for each unit in each way that points of an index are added up.
struct ScoreSheet: ReportTable {
  private let indexes: [IndexScore]
  private let names: ReportIndex
  private let language: Language

  init(_ assessment: Assessment, _ language: Language) {
    indexes = assessment.scores ?? []
    names = ReportIndex(assessment)
    self.language = language
  }

  /// Whether there is none.
  var isEmpty: Bool { indexes.isEmpty }

  let columns: [TableColumn] = [
    TableColumn("index", ScoreWords.index, width: 34),
    TableColumn("total", ScoreWords.way, width: 30), TableColumn("unit", TableWords.unit),
    TableColumn("unit_name", TableWords.unitName, width: 34),
    TableColumn("rank_best", ScoreWords.rank, width: 8, .count),
    TableColumn("rank_worst", ScoreWords.rankTo, width: 8, .count),
    TableColumn("points_low", ScoreWords.points, width: 10, .number),
    TableColumn("points_high", ScoreWords.pointsTo, width: 10, .number),
    TableColumn("base", ScoreWords.base, width: 10, .number),
    TableColumn("share_low", ScoreWords.share, width: 10, .number),
    TableColumn("share_high", ScoreWords.shareTo, width: 10, .number),
    TableColumn("unranked", ScoreWords.why, width: 44),
  ]

  func forEachRow(_ body: ([TableCell]) throws -> Void) throws {
    for index in indexes {
      for total in index.totals {
        for unit in total.units { try body(row(unit, index, total)) }
      }
    }
  }

  private func row(_ unit: UnitScore, _ index: IndexScore, _ total: TotalScore) -> [TableCell] {
    let start: [TableCell] = [
      .text(index.title.in(language)), .text(total.title.in(language)), .text(unit.unit),
      .text(names.unit(unit.unit)),
    ]
    guard !unit.isBlank else {
      return start + Array(repeating: .empty, count: 7) + [reason(unit)]
    }
    return start + [
      .optional(count: unit.rank?.best), .optional(count: unit.rank?.worst),
      unit.points.map { .number($0.low) } ?? .empty, unit.points.map { .number($0.high) } ?? .empty,
      unit.base.map { .number($0.high) } ?? .empty,
      unit.share.map { .share($0.low) } ?? .empty, unit.share.map { .share($0.high) } ?? .empty,
      reason(unit),
    ]
  }

  private func reason(_ unit: UnitScore) -> TableCell {
    unit.unranked.map { .word(code: $0.rawValue, ScoreWords.unranked($0)) } ?? .empty
  }
}
