import Diagnostics
import YAMLTree

/// What makes an obligation or a day off apply only where it is asked for by name: no text that was read
/// confirms it, or it is the city's own choice.
package struct RuleOption: Sendable, Hashable {
  /// Kebab-case; several obligations and days may share one.
  package let id: String
  /// What is not confirmed, for reports.
  package let because: String
  /// Where it is named.
  package let span: Span
}

/// Which options of rules are in force.
package enum OptionChoice: Sendable, Hashable {
  /// Those with these ids; none, where nothing is asked for.
  case named(Set<String>)
  /// Every obligation, to be looked through or tried out; still no day off that is not confirmed.
  case everyObligation

  /// None.
  package static let none = OptionChoice.named([])

  /// Whether an obligation with this option is in force; one without always is.
  func isInForce(_ option: RuleOption?) -> Bool {
    self == .everyObligation || isDayOff(option)
  }

  /// Whether a day with this option is off, or worked; one without always is.
  func isDayOff(_ option: RuleOption?) -> Bool {
    guard let option else { return true }
    guard case .named(let ids) = self else { return false }
    return ids.contains(option.id)
  }

  /// The ids asked for, in their order.
  var ids: [String] {
    guard case .named(let ids) = self else { return [] }
    return ids.sorted()
  }
}

extension RuleOption {
  /// Reads `option`, where there is one.
  init?(in outer: Fields, _ diagnostics: inout [Diagnostic]) {
    guard let node = outer["option"],
      let fields = Fields(
        node, keys: ["id", "because"], of: .option, in: outer, &diagnostics)
    else { return nil }
    let id = fields.id(&diagnostics)
    let because = fields.requiredString("because", &diagnostics)
    guard let id, let because else { return nil }
    self.init(id: id.value, because: because.value, span: id.span)
  }

  /// The ids of the options that days of a calendar have, in force or not.
  static func ids(of calendar: Node) -> [String] {
    let days = ["holidays", "worked-days"].flatMap { calendar.value(of: $0)?.items ?? [] }
    return days.compactMap { $0.value(of: "option")?.value(of: "id")?.scalar?.text }
  }
}

extension Node {
  fileprivate func value(of key: String) -> Node? {
    entries?.first { $0.key.text == key }?.value
  }
}

/// Codes TT0830 and on.
extension Diagnostic {
  /// Somebody asks for an option that no rule has.
  static func unknownOption(_ id: String, among ids: [String]) -> Diagnostic {
    Diagnostic(
      "TT0830",
      Text(
        vi: "không quy tắc nào có lựa chọn '\(id)'", en: "no rule has the option '\(id)'"),
      hint: Text.nearest(id, among: ids)
        ?? Text(
          vi: ids.isEmpty
            ? "các quy tắc này không có lựa chọn nào; bỏ 'options' và --option"
            : "các lựa chọn có: \(ids.joined(separator: ", "))",
          en: ids.isEmpty
            ? "these rules have no options; leave out 'options' and --option"
            : "there are: \(ids.joined(separator: ", "))"))
  }
}

extension Text {
  static let option = Text(vi: "lựa chọn ('option')", en: "an option")
}
