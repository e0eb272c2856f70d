import Assessment
import Numbers
import Rulebook

/// Adds up a unit's points in one of an index's ways.
struct TotalScorer {
  let index: ScoreIndex
  let total: IndexTotal
  let facts: UnitFacts
  /// What was handed in for the unit.
  let sheet: PointsSheet

  /// The unit's points; `nil` where there are none at all in this way.
  /// - Parameter isRanked: whether there are other units to be ranked among.
  func score(isRanked: Bool) -> UnitScore? {
    let columns = columns
    guard columns.contains(where: hasPoints) else { return nil }
    let added = columns.reduce(into: Added()) { $0.add(result($1)) }
    let isWhole = columns.allSatisfy(hasPoints)
    let range = isWhole ? TotalRange(added.shares, base: printedBase) : nil
    let differences = added.differences + (range.map(printed) ?? [])
    return UnitScore(
      unit: facts.unit.code, level: facts.unit.level, parts: added.parts.map(beside),
      points: range?.points, base: range?.base, share: range?.share,
      unranked: unranked(added, range, isRanked: isRanked), differences: differences,
      strays: columns == [IndexTotal.measured] ? [] : sheet.strays)
  }

  /// The columns that are added up for this unit.
  private var columns: [String] {
    total.columns.allSatisfy(hasPoints) || total.otherwise.isEmpty ? total.columns : total.otherwise
  }

  private func hasPoints(_ column: String) -> Bool {
    column == IndexTotal.measured ? !facts.measures.isEmpty : sheet.columns[column] != nil
  }

  // MARK: - Columns

  /// What several columns come to together.
  private struct Added {
    var parts: [PartScore] = []
    var shares: [PartShare] = []
    var differences: [PointDifference] = []

    /// Adds a column. The maximum that the rules give a part is counted once.
    mutating func add(_ result: ColumnScorer.Result) {
      let counted = Set(shares.filter(\.isDeclared).map(\.id))
      shares += result.shares.map { share in
        var share = share
        if share.isDeclared, counted.contains(share.id) { share.base = .zero }
        return share
      }
      for part in result.parts {
        if let place = parts.firstIndex(where: { $0.id == part.id }) {
          parts[place] = parts[place].adding(part)
        } else {
          parts.append(part)
        }
      }
      differences += result.differences
    }
  }

  private func result(_ column: String) -> ColumnScorer.Result {
    if column == IndexTotal.measured { return measured }
    return ColumnScorer(index: index, column: column, entries: sheet.columns[column] ?? [:])
      .result()
  }

  private var measured: ColumnScorer.Result {
    index.groups.reduce(into: ColumnScorer.Result()) { result, group in
      for criterion in group.criteria {
        let scorer = CriterionScorer(criterion: criterion, isBonus: group.isBonus, facts: facts)
        guard let scored = scorer.scored() else { continue }
        result.parts.append(scored.part)
        if let share = scored.share { result.shares.append(share) }
      }
    }
  }

  /// The part with what every column says of it, where more than one does.
  private func beside(_ part: PartScore) -> PartScore {
    let others = sheet.columns.filter { $0.value[part.id] != nil }
    guard !others.isEmpty else { return part }
    let handedIn = (index.handedIn?.columns ?? []).compactMap { column in
      others[column.id].map { entries in
        ColumnPoints(
          column: column.id, points: entries[part.id]?.points.map { PointRange($0) })
      }
    }
    let own = measured.parts.first { $0.id == part.id }?.points
    let all = own.map { [ColumnPoints(column: IndexTotal.measured, points: $0)] } ?? []
    return part.beside(handedIn + all)
  }

  // MARK: - What was printed

  /// The column of printed results, or the only one that is added up.
  private var printedColumn: String? {
    total.printed ?? (columns.count == 1 ? columns.first : nil)
  }

  /// What the column of printed results says, where there is one.
  private func printed(_ part: String) -> PointsSheet.Entry? {
    printedColumn.flatMap { sheet.columns[$0]?[part] }
  }

  /// The printed maximum of the whole, where it is not that of a column whose parts have their own.
  private var printedBase: Rational? {
    total.printed == nil ? nil : printed(PointsSheet.total)?.maximum
  }

  private func printed(_ range: TotalRange) -> [PointDifference] {
    let sum = total.printed == nil ? nil : printed(PointsSheet.total)?.points
    let percent = printed(PointsSheet.percent)?.points
    let computed = range.share?.known.flatMap { try? $0.multiplied(by: Rational(100)) }
    return [
      difference(PointsSheet.total, sum, range.points?.known),
      difference(PointsSheet.percent, percent, computed?.rounded(places: 2)),
    ].compactMap(\.self)
  }

  private func difference(
    _ part: String, _ printed: Rational?, _ computed: Rational?
  ) -> PointDifference? {
    guard let printed, let computed, let rest = try? printed.subtracting(computed), rest != .zero,
      let column = printedColumn
    else { return nil }
    return PointDifference(
      column: column, part: part, printed: printed, computed: computed, difference: rest)
  }

  // MARK: - What is not ranked

  private func unranked(
    _ added: Added, _ range: TotalRange?, isRanked: Bool
  ) -> UnitScore.Unranked? {
    if facts.measures.values.contains(where: { $0.gap == .tooFewRecords }) { return .tooFewRecords }
    let counted = added.parts.filter {
      ![.notMeasured, .notApplicable, .empty].contains($0.state)
    }
    if counted.isEmpty { return .nothingApplies }
    if counted.allSatisfy({ $0.state == .missing }) { return .nothingHandedIn }
    guard let range, range.points != nil else { return .noBounds }
    if range.share == nil { return range.base == nil ? .noBounds : .nothingApplies }
    return isRanked ? nil : .onlyUnit
  }
}

extension PartScore {
  /// The part with the points that another column gives it on top.
  fileprivate func adding(_ other: PartScore) -> PartScore {
    let sum = [points, other.points].compactMap {
      $0.map { NumberRange(low: $0.low, high: $0.high) }
    }
    let known = [state, other.state].filter { $0 != .notApplicable }
    return PartScore(
      id: id, state: known.contains(.missing) ? .missing : known.first ?? .notApplicable,
      points: sum.dropFirst().reduce(sum.first ?? .anything, +).points,
      maximum: [maximum, other.maximum].contains(nil) ? maximum ?? other.maximum : maximum,
      measures: measures + other.measures, columns: columns, fault: fault ?? other.fault)
  }

  fileprivate func beside(_ columns: [ColumnPoints]) -> PartScore {
    PartScore(
      id: id, state: state, points: points, maximum: maximum, measures: measures,
      columns: columns, fault: fault)
  }
}

extension PointRange {
  /// The one number there is.
  fileprivate var known: Rational? { isKnown ? low : nil }
}
