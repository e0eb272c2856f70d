import Diagnostics
import Foundation
import Rulebook

/// Whether a reader can find what rules say in the texts that they name.
enum Citations {
  /// What is found in a directive.
  static func findings(_ directive: Directive) -> [Diagnostic] {
    directive.source == nil ? [.directiveWithoutSource(directive)] : []
  }

  /// What is found in an obligation: its duty, whom it binds, its targets.
  static func findings(_ obligation: Obligation) -> [Diagnostic] {
    let binding = obligation.binds.citation
    return clause(obligation)
      + (binding.source == nil ? [.bindingWithoutSource(binding.span ?? obligation.span)] : [])
      + obligation.targets.filter { $0.source == nil }.map(Diagnostic.targetWithoutSource)
  }

  // MARK: - Clauses

  /// Who has read a text can name the clause; who knows it from news or practice often cannot.
  private static func clause(_ obligation: Obligation) -> [Diagnostic] {
    let duty = obligation.duty
    guard obligation.directive.confidence == .read, !Self.namesClause(duty.cite) else { return [] }
    return [.noClause(duty.cite, duty.span ?? obligation.span)]
  }

  private static let words = [
    "dieu", "khoan", "diem", "muc", "chuong", "phan", "luc", "bang", "mau",
    "article", "art", "section", "sections", "sec", "clause", "paragraph", "para", "chapter",
    "part",
    "annex", "appendix", "schedule", "rule", "point", "table", "title", "c",
  ]

  /// Whether a citation says which part of a text: a word for a part with its number or letter, `§`,
  /// or a number that is neither that of an instrument nor a date or year.
  static func namesClause(_ cite: String) -> Bool {
    if cite.contains("§") { return true }
    let parts = plain(cite).split(whereSeparator: { " ,;:".contains($0) }).map(String.init)
    let isNamed = zip(parts, parts.dropFirst()).contains { word, number in
      words.contains(word.filter { $0 != "." }) && isNumber(number)
    }
    return isNamed || parts.contains(where: isClauseNumber)
  }

  /// Lower case, without accents: `Điều 24` is `dieu 24`.
  private static func plain(_ text: String) -> String {
    let bare = text.lowercased().decomposedStringWithCanonicalMapping
      .replacing("đ", with: "d").unicodeScalars
      .filter { $0.properties.generalCategory != .nonspacingMark }
    return String(String.UnicodeScalarView(bare))
  }

  /// `24`, `24(2)`, `iv`, `c`.
  private static func isNumber(_ text: String) -> Bool {
    text.count == 1 || text.contains(where: \.isNumber) || text.allSatisfy { "ivxlc".contains($0) }
  }

  /// `24(2)`, `7.2`, `12`: no instrument (`63/2010/nd-cp`), date (`28/02/2025`) or year.
  private static func isClauseNumber(_ text: String) -> Bool {
    guard text.first?.isNumber == true, !text.contains("/") else { return false }
    let isYear = text.count == 4 && Int(text).map { 1800..<2200 ~= $0 } ?? false
    let isDate = text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil
    return !isYear && !isDate
  }
}
