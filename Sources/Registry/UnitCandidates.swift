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
  private let units: [Named]

  /// A unit with all it is called, as names are compared here.
  private struct Named {
    let unit: Unit
    let names: [String]
    /// The same without blanks.
    let joined: [String]

    init(_ unit: Unit) {
      self.unit = unit
      names = ([unit.code, unit.name] + unit.aliases).map(UnitCandidates.plain)
      joined = names.map(UnitCandidates.joined)
    }
  }

  /// - Parameter present: the units that there are at the time.
  package init(_ registry: UnitRegistry, present: [Unit]) {
    naming = UnitNaming(present)
    all = UnitNaming(registry.units)
    units = present.map(Named.init)
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
    let joined = Self.joined(plain)
    let hasNumber = plain.contains(where: \.isNumber)
    let ways: [(Named) -> Bool] = [
      { $0.joined.contains(joined) },
      { $0.names.contains { Self.isPart($0, of: plain) || Self.isPart(plain, of: $0) } },
      { !hasNumber && NearestName.of(plain, among: $0.names) != nil },
    ]
    return ways.lazy.map { way in Array(units.lazy.filter(way).map(\.unit).prefix(Self.most)) }
      .first { !$0.isEmpty } ?? []
  }

  private static func joined(_ plain: String) -> String { plain.filter { $0 != " " } }

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
