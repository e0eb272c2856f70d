import Diagnostics

/// Checks units against each other.
struct UnitChecks {
  private let units: [Unit]
  private let byCode: [String: [Unit]]

  /// Checks of all units.
  init(_ units: [Unit]) {
    self.units = units
    byCode = Dictionary(grouping: units, by: \.code)
  }

  /// Adds what is wrong.
  func run(_ diagnostics: inout [Diagnostic]) {
    for group in byCode.values { checkDates(group, &diagnostics) }
    for unit in units { checkParent(unit, &diagnostics) }
    checkAliases(&diagnostics)
  }

  /// What exports call a unit must not be what they call another one on the same day.
  private func checkAliases(_ diagnostics: inout [Diagnostic]) {
    var byWord: [String: [Unit]] = [:]
    for unit in units {
      for alias in unit.aliases {
        let others = byWord[alias.lowercased(), default: []] + named(alias)
        if let other = others.first(where: {
          $0.code != unit.code && $0.dates.overlaps(unit.dates)
        }) {
          diagnostics.append(.aliasOfTwo(alias, unit, other))
        }
        byWord[alias.lowercased(), default: []].append(unit)
      }
    }
  }

  private func named(_ alias: String) -> [Unit] {
    units.filter { $0.code.lowercased() == alias.lowercased() || $0.name == alias }
  }

  /// On no day may a code mean two units.
  private func checkDates(_ group: [Unit], _ diagnostics: inout [Diagnostic]) {
    for (index, unit) in group.enumerated() {
      if let first = group[..<index].first(where: { $0.dates.overlaps(unit.dates) }) {
        diagnostics.append(.unitsOverlap(unit, first))
      }
    }
  }

  private func checkParent(_ unit: Unit, _ diagnostics: inout [Diagnostic]) {
    guard let parent = unit.parent else { return }
    guard let above = byCode[parent] else {
      diagnostics.append(.unknownParent(unit, parent, byCode.keys))
      return
    }
    if isAboveItself(unit.code) {
      diagnostics.append(.parentCycle(unit, parent))
    } else if !above.contains(where: { $0.dates.overlaps(unit.dates) }) {
      diagnostics.append(.parentElsewhen(unit, parent))
    }
  }

  /// Whether going up from a unit leads back to it.
  private func isAboveItself(_ code: String) -> Bool {
    var seen: Set<String> = []
    var next = Set(byCode[code, default: []].compactMap(\.parent))
    while !next.isEmpty {
      if next.contains(code) { return true }
      seen.formUnion(next)
      next = Set(next.flatMap { byCode[$0, default: []].compactMap(\.parent) }).subtracting(seen)
    }
    return false
  }
}
