import Foundation
import Synchronization

/// What some units are called: by code, name, English name or alias.
///
/// Names are compared as people read them: capitals, blanks, the form of Unicode and the place of the
/// tone mark (`Uỷ`, `Ủy`) do not matter, accents do. A class, since names are made when the first is looked for.
package final class UnitNaming: Sendable {
  private let all: [Unit]
  private let codes: Set<String>
  // Made when the first text is no code: mostly none is.
  private let named = Mutex<[String: [Unit]]?>(nil)

  /// The naming of units that there are at one time.
  package init(_ units: [Unit]) {
    all = units
    codes = Set(units.map(\.code))
  }

  private var byName: [String: [Unit]] {
    named.withLock { named in
      if let named { return named }
      let made = all.reduce(into: [String: [Unit]]()) { byName, unit in
        for name in Set(unit.names.map(Self.folded)) { byName[name, default: []].append(unit) }
      }
      named = made
      return made
    }
  }

  /// The code of the only unit that is called so; `nil` for a code, and for what is no unit's name or
  /// that of several.
  package func code(of text: String) -> String? {
    if codes.contains(text) { return nil }
    let found = Set((byName[Self.folded(text)] ?? []).map(\.code))
    return found.count == 1 ? found.first : nil
  }

  /// The units that are called so, by code, then by first day.
  package func units(called text: String) -> [Unit] { byName[Self.folded(text)] ?? [] }

  /// A name as names are compared.
  static func folded(_ text: String) -> String {
    text.lowercased().decomposedStringWithCanonicalMapping
      .split(whereSeparator: \.isWhitespace).map(syllable).joined(separator: " ")
  }

  /// A syllable has one tone, which is put at its end wherever it is written.
  private static func syllable(_ text: Substring) -> String {
    let scalars = text.unicodeScalars
    var folded = String.UnicodeScalarView(scalars.filter { !tones.contains($0) })
    folded.append(contentsOf: scalars.filter { tones.contains($0) })
    return String(folded).precomposedStringWithCanonicalMapping
  }

  /// Grave, acute, tilde, hook above and dot below.
  private static let tones: Set<Unicode.Scalar> = [
    "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}",
  ]
}

extension Unit {
  /// Everything that exports may call it.
  fileprivate var names: [String] { [code, name] + [nameEN].compactMap(\.self) + aliases }
}
