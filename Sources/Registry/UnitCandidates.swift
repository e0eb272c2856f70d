import Calendars
import Diagnostics
import Foundation

/// Why a text stands for no unit of some days, and which units may be meant: shown, never assumed.
package struct UnitCandidates: Sendable {
  /// Why nobody can tell.
  package enum Doubt: Sendable {
    /// Several units are called so.
    case several([Unit])
    /// A unit is called so at another time.
    case elsewhen([Unit])
    /// Nothing is called so; some are called nearly so.
    case nearly([Unit])
  }

  private static let most = 3
  private let naming: UnitNaming
  private let all: UnitNaming
  private let units: [Unit]

  /// - Parameter present: the units that there are at the time.
  package init(_ registry: UnitRegistry, present: [Unit]) {
    naming = UnitNaming(present)
    all = UnitNaming(registry.units)
    units = present
  }

  /// What is known about a text.
  package func doubt(about text: String) -> Doubt {
    let called = naming.units(called: text)
    if !called.isEmpty { return .several(called) }
    let elsewhen = all.units(called: text)
    return elsewhen.isEmpty ? .nearly(nearly(text)) : .elsewhen(elsewhen)
  }

  /// Those whose code or names are the same without accents and punctuation, or contain it or are
  /// contained in it, or differ by a slip of the pen. Codes that differ in a digit are not near.
  private func nearly(_ text: String) -> [Unit] {
    let plain = Self.plain(text)
    guard !plain.isEmpty else { return [] }
    let ways: [(Unit) -> Bool] = [
      { Self.names($0).contains { $0.replacing(" ", with: "") == plain.replacing(" ", with: "") } },
      { Self.names($0).contains { Self.isPart($0, of: plain) || Self.isPart(plain, of: $0) } },
      { unit in
        !plain.contains(where: \.isNumber)
          && NearestName.of(plain, among: Self.names(unit)) != nil
      },
    ]
    return ways.lazy.map { Array(units.filter($0).prefix(Self.most)) }.first { !$0.isEmpty } ?? []
  }

  private static func names(_ unit: Unit) -> [String] {
    ([unit.code, unit.name] + unit.aliases).map(plain)
  }

  /// Whether whole words of a text are another text, of more than a few letters.
  private static func isPart(_ part: String, of text: String) -> Bool {
    part.count > 4 && (" " + text + " ").contains(" " + part + " ")
  }

  /// Small letters without accents, and digits, words apart by one blank.
  private static func plain(_ text: String) -> String {
    let bare = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { $0.properties.generalCategory != .nonspacingMark }
    return String(String.UnicodeScalarView(bare)).replacing("đ", with: "d")
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
