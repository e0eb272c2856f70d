import Assessment
import Numbers
import Rulebook

/// Adds up the points that one column of a unit's sheet gives to the parts of an index.
struct ColumnScorer {
  let index: ScoreIndex
  /// The id of the column.
  let column: String
  /// By part.
  let entries: [String: PointsSheet.Entry]

  /// A part of the index as far as records give it points.
  private struct Slot {
    let id: String
    let minimum: Rational
    /// `nil` where nobody says.
    let maximum: Rational?
    let isBonus: Bool
    /// `nil` for what was not handed in.
    let entry: PointsSheet.Entry?
  }

  /// What a column comes to.
  struct Result {
    var parts: [PartScore] = []
    var shares: [PartShare] = []
    var differences: [PointDifference] = []
  }

  /// The points of all parts, and where printed sums are others. Where no part has points, or one that
  /// lacks them has no bounds, the printed total stands for all.
  func result() -> Result {
    let slots = slots
    let differences = slots.compactMap(excess) + subtotals + total(slots)
    let shares = slots.compactMap(share)
    let hasParts = slots.contains { $0.entry != nil }
    let isOpen = shares.contains { $0.points.points == nil }
    guard let printed = printedShare, !hasParts || isOpen else {
      return Result(parts: slots.map(part), shares: shares, differences: differences)
    }
    let whole = PartScore(
      id: printed.id, state: .scored, points: printed.points.points, maximum: printed.base)
    return Result(
      parts: (hasParts ? slots.map(part) : []) + [whole], shares: [printed],
      differences: differences)
  }

  /// The printed total as the only part there is.
  private var printedShare: PartShare? {
    guard let total = entries[PointsSheet.total], let points = total.points else { return nil }
    return PartShare(
      id: PointsSheet.total, points: .exactly(points), base: total.maximum ?? declared,
      isDeclared: total.maximum == nil)
  }

  // MARK: - Parts

  /// What is added up: in place of parts without points the one that takes them together, where that
  /// has points.
  private var slots: [Slot] {
    let joint = index.groups.filter { group in
      !group.covers.isEmpty && entries[group.id] != nil
        && !index.parts.contains { group.covers.contains($0.id) && hasPoints($0) }
    }
    let covered = Set(joint.flatMap(\.covers))
    return index.groups.flatMap { group -> [Slot] in
      if !group.covers.isEmpty { return joint.contains { $0.id == group.id } ? [slot(group)] : [] }
      return covered.contains(group.id) ? [] : slots(group)
    }
  }

  private func hasPoints(_ group: CriterionGroup) -> Bool {
    entries[group.id] != nil || group.criteria.contains { entries[$0.id] != nil }
  }

  /// Criteria where any of a part has points, else the part as a whole.
  private func slots(_ group: CriterionGroup) -> [Slot] {
    guard group.criteria.contains(where: { entries[$0.id] != nil }) else { return [slot(group)] }
    return group.criteria.map { criterion in
      Slot(
        id: criterion.id, minimum: criterion.minimum, maximum: criterion.maximum,
        isBonus: group.isBonus, entry: entries[criterion.id])
    }
  }

  private func slot(_ group: CriterionGroup) -> Slot {
    Slot(
      id: group.id, minimum: group.minimum, maximum: group.maximum, isBonus: group.isBonus,
      entry: entries[group.id])
  }

  /// Bonus points that nobody gave are none; what can have no points is not applied.
  private func isOut(_ slot: Slot) -> Bool {
    slot.entry == nil ? slot.isBonus : slot.entry?.maximum == .zero && !slot.isBonus
  }

  private func points(_ slot: Slot) -> NumberRange {
    if let points = slot.entry?.points { return .exactly(points) }
    return (slot.entry?.maximum ?? slot.maximum).map {
      NumberRange(low: slot.minimum, high: $0)
    } ?? .anything
  }

  private func share(_ slot: Slot) -> PartShare? {
    if isOut(slot) { return nil }
    let maximum = slot.entry?.maximum ?? slot.maximum
    return PartShare(
      id: slot.id, points: points(slot), base: slot.isBonus ? .zero : maximum,
      isDeclared: slot.entry?.maximum == nil)
  }

  private func part(_ slot: Slot) -> PartScore {
    let state: PartScore.State =
      if isOut(slot) { .notApplicable } else if slot.entry == nil { .missing } else {
        slot.entry?.points == nil ? .undetermined : .scored
      }
    return PartScore(
      id: slot.id, state: state, points: isOut(slot) ? nil : points(slot).points,
      maximum: slot.entry?.maximum ?? slot.maximum)
  }

  /// The declared maxima of all parts but bonus ones; `nil` where one is not declared.
  private var declared: Rational? {
    let maxima = index.parts.filter { !$0.isBonus }.map(\.maximum)
    return maxima.contains(nil) ? nil : Rational.sum(maxima.compactMap(\.self))
  }

  // MARK: - Printed sums

  private func excess(_ slot: Slot) -> PointDifference? {
    guard let points = slot.entry?.points, let maximum = slot.entry?.maximum ?? slot.maximum else {
      return nil
    }
    return .excess(column: column, part: slot.id, points: points, maximum: maximum)
  }

  /// The printed points of a part against those of its criteria.
  private var subtotals: [PointDifference] {
    index.groups.compactMap { group in
      guard let printed = entries[group.id]?.points,
        group.criteria.contains(where: { entries[$0.id] != nil })
      else { return nil }
      let missing = group.criteria.filter { entries[$0.id]?.points == nil }
      return difference(
        group.id, printed, group.criteria.compactMap { entries[$0.id]?.points },
        missing: missing.map { ($0.id, $0.maximum) })
    }
  }

  private func total(_ slots: [Slot]) -> [PointDifference] {
    guard let total = entries[PointsSheet.total], slots.contains(where: { $0.entry != nil }) else {
      return []
    }
    let missing = slots.filter { $0.entry?.points == nil && !isOut($0) }
    let sums = total.points.flatMap {
      difference(
        PointsSheet.total, $0, slots.compactMap { $0.entry?.points },
        missing: missing.map { ($0.id, $0.maximum) })
    }
    return [sums, base(total, slots)].compactMap(\.self)
  }

  /// The printed maximum of the whole against those of the parts.
  private func base(_ total: PointsSheet.Entry, _ slots: [Slot]) -> PointDifference? {
    let maxima = slots.filter { !isOut($0) && !$0.isBonus }.map { $0.entry?.maximum ?? $0.maximum }
    guard let printed = total.maximum, !maxima.contains(nil) else { return nil }
    return difference("maximum", printed, maxima.compactMap(\.self), missing: [])
  }

  private func difference(
    _ part: String, _ printed: Rational, _ points: [Rational],
    missing: [(id: String, maximum: Rational?)]
  ) -> PointDifference? {
    guard let sum = Rational.sum(points), let rest = try? printed.subtracting(sum), rest != .zero
    else { return nil }
    let maxima = missing.map(\.maximum)
    return PointDifference(
      column: column, part: part, printed: printed, computed: sum, difference: rest,
      notPrinted: missing.map(\.id),
      room: maxima.contains(nil) ? nil : Rational.sum(maxima.compactMap(\.self)))
  }
}

extension Rational {
  /// The sum of numbers that were written down; `nil` in the case, never met, that it does not fit.
  static func sum(_ numbers: [Rational]) -> Rational? {
    try? numbers.reduce(.zero) { try $0.adding($1) }
  }
}
