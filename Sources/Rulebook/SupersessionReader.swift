import Diagnostics
import Registry
import YAMLTree

/// Reads `supersedes` of an obligation.
enum SupersessionReader {
  private static let keys = ["obligation", "from", "because", "cite"]

  /// The items that are sound.
  static func read(_ fields: Fields, _ diagnostics: inout [Diagnostic]) -> [Supersession] {
    fields.list("supersedes", &diagnostics).compactMap { item($0, &diagnostics) }
  }

  private static func item(_ node: Node, _ diagnostics: inout [Diagnostic]) -> Supersession? {
    guard let fields = Fields(node, keys: keys, of: .supersession, &diagnostics) else { return nil }
    let older = fields.requiredString("obligation", &diagnostics)
    let from = fields.day("from", &diagnostics)
    let because = fields.requiredText("because", &diagnostics)
    let cite = fields.string("cite", &diagnostics)
    guard let older, let because else { return nil }
    return Supersession(
      older: older.value, from: from?.value, because: because, cite: cite?.value, span: older.span)
  }
}

/// Checks that obligations supersede others that there are, each once, and never in a circle.
struct SupersessionChecks {
  private let obligations: [String: Obligation]
  private let names: DeclaredNames

  /// Checks of all obligations that are sound.
  init(_ obligations: [Obligation], _ names: DeclaredNames) {
    self.obligations = Dictionary(obligations.map { ($0.fullID, $0) }) { first, _ in first }
    self.names = names
  }

  /// Adds what is wrong.
  func run(_ diagnostics: inout [Diagnostic]) {
    for (_, newer) in obligations.sorted(by: { $0.key < $1.key }) {
      var seen: [String: Span] = [:]
      for item in newer.supersedes {
        if let first = seen.updateValue(item.span, forKey: item.older) {
          diagnostics.append(.supersededTwice(item, first: first))
        }
        check(item, by: newer, &diagnostics)
      }
      checkCircle(newer, &diagnostics)
    }
  }

  private func check(
    _ item: Supersession, by newer: Obligation, _ diagnostics: inout [Diagnostic]
  ) {
    if item.older == newer.fullID {
      diagnostics.append(.supersedesItself(item))
    } else if !names.obligations.contains(item.older), names.isWhole {
      diagnostics.append(.unknownObligation(Located(item.older, item.span), names))
    }
    if let from = item.from, let start = newer.inForce.from, from < start {
      diagnostics.append(
        .supersedesTooEarly(item, newer, DateSpan(from: from, until: start.adding(days: -1))))
    }
  }

  /// A circle is said once, at the smallest id in it.
  private func checkCircle(_ start: Obligation, _ diagnostics: inout [Diagnostic]) {
    for item in start.supersedes where item.older != start.fullID {
      guard let path = path(from: item.older, to: start.fullID, []),
        path.allSatisfy({ start.fullID <= $0 })
      else { continue }
      diagnostics.append(.supersedesInCircle(item, [start.fullID] + path))
    }
  }

  private func path(from id: String, to end: String, _ passed: [String]) -> [String]? {
    if id == end { return passed + [end] }
    guard !passed.contains(id), let obligation = obligations[id] else { return nil }
    return obligation.supersedes.lazy.compactMap { path(from: $0.older, to: end, passed + [id]) }
      .first
  }
}
