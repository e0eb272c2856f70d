import Calendars
import Diagnostics
import Rulebook

/// Reads what the command line supposes.
package struct SuppositionReader {
  private let rulebook: Rulebook
  private var targets: [String: Target] = [:]
  private var diagnostics: [Diagnostic] = []

  /// A supposition of the texts of its options, and all that is wrong with them; `nil` when anything
  /// is.
  /// - Parameters:
  ///   - targets: `directive/obligation=at-least:95%`, the limit as in a rule file.
  ///   - without: ids of directives.
  ///   - asOf: another as-of.
  ///   - folders: the folders of rules before and after, where they are others.
  ///   - rulebook: the rules that are changed.
  package static func read(
    targets: [String], without: [String], asOf: Instant?,
    folders: (before: [String], after: [String])?, in rulebook: Rulebook
  ) -> (Supposition?, [Diagnostic]) {
    var reader = SuppositionReader(rulebook: rulebook)
    for text in targets { reader.readTarget(text, without: without) }
    for id in without { reader.checkDirective(id) }
    let supposition = Supposition(
      targets: reader.targets, without: Set(without), asOf: asOf, folders: folders)
    return (reader.diagnostics.hasErrors ? nil : supposition, reader.diagnostics)
  }

  private init(rulebook: Rulebook) { self.rulebook = rulebook }

  // MARK: - Targets

  private mutating func readTarget(_ text: String, without: [String]) {
    let source = SourceText(path: "--target", text: text)
    guard let equals = text.firstIndex(of: "="),
      let colon = text[equals...].firstIndex(of: ":")
    else {
      return diagnostics.append(.supposedTargetShape(source))
    }
    let id = String(text[..<equals])
    let span = Span(source, 0..<id.utf8.count)
    guard let obligation = rulebook.obligations.first(where: { $0.fullID == id }) else {
      let ids = rulebook.obligations.map(\.fullID)
      return diagnostics.append(.unknownObligation(id, among: ids, at: Label(span)))
    }
    if without.contains(obligation.directive.id) {
      diagnostics.append(.targetLeftOut(obligation.directive.id, span))
    }
    if targets[id] != nil { diagnostics.append(.supposedTwice(id, span)) }
    let key = text[text.index(after: equals)..<colon]
    let value = text[text.index(after: colon)...].drop(while: \.isWhitespace)
    let limit = SourceText(path: "--target \(id)", text: "\(key): \(value)")
    targets[id] = TargetReader.supposed(
      limit, for: obligation, cite: "--target \(text)", &diagnostics)
  }

  // MARK: - Directives

  private mutating func checkDirective(_ id: String) {
    if rulebook.directives.contains(where: { $0.id == id }) { return }
    diagnostics.append(.unknownDirective(id, among: rulebook.directives))
  }
}
