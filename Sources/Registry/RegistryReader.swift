import Diagnostics
import YAMLTree

/// Reads `units` and `posts` of all rule files, then checks them against each other.
package struct RegistryReader {
  private var units: [Unit] = []
  private var posts: [ReadPost] = []

  /// Nothing read yet.
  package init() {}

  /// Reads the items of `units`.
  package mutating func readUnits(_ nodes: [Node], _ diagnostics: inout [Diagnostic]) {
    for node in nodes {
      if let unit = Unit(node, &diagnostics) { units.append(unit) }
    }
  }

  /// Adds a unit that was read elsewhere.
  package mutating func add(_ unit: Unit) { units.append(unit) }

  /// Reads the items of `posts`.
  package mutating func readPosts(_ nodes: [Node], _ diagnostics: inout [Diagnostic]) {
    for node in nodes {
      if let post = ReadPost(node, &diagnostics) { posts.append(post) }
    }
  }

  /// Everything read, cross-checked.
  package func registry(_ diagnostics: inout [Diagnostic]) -> UnitRegistry {
    UnitChecks(units).run(&diagnostics)
    checkPosts(&diagnostics)
    return UnitRegistry(units: units, posts: posts.map(\.post))
  }

  private func checkPosts(_ diagnostics: inout [Diagnostic]) {
    let codes = Set(units.map(\.code))
    var seen: [[String]: Span] = [:]
    for read in posts {
      if !codes.contains(read.post.unit) {
        diagnostics.append(.unknownUnit(read.post.unit, read.unitSpan, codes))
      }
      if let first = seen.updateValue(read.roleSpan, forKey: [read.post.unit, read.post.role]) {
        diagnostics.append(.postTwice(read.post, read.roleSpan, first: first))
      }
      checkHoldings(read.post, &diagnostics)
    }
  }

  /// Two heads at once are shown, not refused: the documents may really say so.
  private func checkHoldings(_ post: Post, _ diagnostics: inout [Diagnostic]) {
    let holdings = post.holdings.filter { $0.kind != .delegated }
    for (first, second) in zip(holdings, holdings.dropFirst())
    where first.dates.overlaps(second.dates) && first.dates.until != second.dates.from {
      diagnostics.append(.holdingsOverlap(post, first, second))
    }
  }
}

/// A post with the places that messages point at.
struct ReadPost {
  let post: Post
  let unitSpan: Span
  let roleSpan: Span

  /// Reads one item of `posts`.
  init?(_ node: Node, _ diagnostics: inout [Diagnostic]) {
    let keys = ["unit", "role", "title", "holdings"]
    guard let fields = Fields(node, keys: keys, of: .post, &diagnostics) else { return nil }
    let unit = fields.requiredString("unit", &diagnostics)
    let role = fields.requiredString("role", &diagnostics)
    let title = fields.requiredString("title", &diagnostics)
    let holdings = fields.list("holdings", &diagnostics).compactMap { Holding($0, &diagnostics) }
    guard let unit, let role, let title else { return nil }
    post = Post(unit: unit.value, role: role.value, title: title.value, holdings: holdings)
    unitSpan = unit.span
    roleSpan = role.span
  }
}

extension Holding {
  /// Reads one item of `holdings`.
  init?(_ node: Node, _ diagnostics: inout [Diagnostic]) {
    let keys = ["holder", "kind", "from", "until", "document"]
    guard let fields = Fields(node, keys: keys, of: .holding, &diagnostics) else { return nil }
    let holder = fields.requiredString("holder", &diagnostics)
    let word = fields.requiredString("kind", &diagnostics)
    let kind = word.flatMap { HoldingKind(rawValue: $0.value) }
    if let word, kind == nil { diagnostics.append(.unknownKind(word)) }
    let dates = fields.dates(needsFrom: true, &diagnostics)
    let document = fields.requiredString("document", &diagnostics)
    guard let holder, let kind, let dates, let document else { return nil }
    self.init(
      holder: holder.value, kind: kind, dates: dates, document: document.value,
      span: node.span)
  }
}

extension Unit {
  private static let keys = [
    "code", "name", "name-en", "level", "parent", "from", "until", "aliases",
  ]

  /// Reads one item of `units`.
  init?(_ node: Node, _ diagnostics: inout [Diagnostic]) {
    guard let fields = Fields(node, keys: Self.keys, of: .unit, &diagnostics) else { return nil }
    let code = fields.requiredString("code", &diagnostics)
    let name = fields.requiredString("name", &diagnostics)
    let level = fields.requiredString("level", &diagnostics)
    let dates = fields.dates(needsFrom: false, &diagnostics)
    let nameEN = fields.string("name-en", &diagnostics)?.value
    let parent = fields.string("parent", &diagnostics)?.value
    let aliases = fields.strings("aliases", &diagnostics).map(\.value)
    guard let code, let name, let level, let dates else { return nil }
    guard Self.isCode(code.value) else {
      diagnostics.append(.badUnitCode(code))
      return nil
    }
    self.init(
      code: code.value, name: name.value, nameEN: nameEN, level: level.value, parent: parent,
      dates: dates, aliases: aliases, span: code.span)
  }

  /// Codes stand in file names and in the numbers of verdicts.
  private static func isCode(_ text: String) -> Bool {
    !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "/" || $0 == "\\" }
  }
}
