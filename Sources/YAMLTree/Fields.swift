import Diagnostics
import Numbers

/// Reads a mapping by its keys. Every key must be known; every value must have the shape asked for.
/// What is wrong is added to the diagnostics, and reading goes on, so that one run reports it all.
package struct Fields {
  /// The whole mapping.
  package let span: Span
  private let what: Text
  private let keys: [String]
  private let entries: KeyedEntries
  /// The keys that unknown ones were probably meant to be.
  private let misspelt: Set<String>

  /// The fields of `node`, or `nil` (with a diagnostic) when it is no mapping.
  /// - Parameters:
  ///   - keys: the keys allowed; others are reported with the nearest name.
  ///   - what: what the mapping describes, for messages: "an obligation".
  ///   - outer: the mapping in which this one stands, whose keys may have slipped in here.
  package init?(
    _ node: Node, keys: [String], of what: Text, in outer: Fields? = nil,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let list = node.entries else {
      diagnostics.append(.notMapping(node, what))
      return nil
    }
    span = node.span
    self.what = what
    self.keys = keys
    entries = KeyedEntries(list)
    let unknown = list.filter { !keys.contains($0.key.text) }
    misspelt = Set(unknown.compactMap { NearestName.of($0.key.text, among: keys) })
    for entry in unknown {
      diagnostics.append(unknownKey(entry, after: list.last { $0.precedes(entry) }, outer))
    }
  }

  private func unknownKey(
    _ entry: Node.Entry, after previous: Node.Entry?, _ outer: Fields?
  ) -> Diagnostic {
    let key = entry.key.text
    if let previous, entry.isRestOfText(previous) {
      return .textCutByComma(previous, entry, what)
    }
    if let outer, outer.keys.contains(key), outer.entries[key] == nil {
      return .keyTooDeep(key, entry.keySpan, what, belongsTo: outer.what)
    }
    return .unknownKey(key, entry.keySpan, what, keys)
  }

  /// The value of a key; `nil` when the key is absent or its value is null.
  package subscript(key: String) -> Node? {
    guard let node = entries[key]?.value, node.scalar?.isNull != true else { return nil }
    return node
  }

  /// Whether a comma within `{ }` cut the value of the key, so that it is not what was meant.
  package func isCut(_ key: String) -> Bool {
    guard let entry = entries[key] else { return false }
    return entries.all.contains {
      entry.precedes($0) && $0.isRestOfText(entry) && !keys.contains($0.key.text)
    }
  }

  /// Whether an unknown key was probably meant to be this one.
  package func isMisspelt(_ key: String) -> Bool { self[key] == nil && misspelt.contains(key) }

  /// Where the key is written.
  package func keySpan(_ key: String) -> Span? { entries[key]?.keySpan }

  /// The value of a key that must be there. One that was probably misspelt is reported as that.
  /// - Parameter example: what it may hold, where that is not what the key holds elsewhere.
  package func require(
    _ key: String, example: String? = nil, _ diagnostics: inout [Diagnostic]
  ) -> Node? {
    if let node = self[key] { return node }
    if misspelt.contains(key) || isUnknownWithin(key, diagnostics) { return nil }
    if let span = keySpan(key) {
      diagnostics.append(.emptyKey(key, span, example))
    } else {
      diagnostics.append(.missingKey(key, span.firstLine, what, example))
    }
    return nil
  }

  /// Whether the key was met further in, where it does not belong, and that was said.
  private func isUnknownWithin(_ key: String, _ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.contains { diagnostic in
      guard diagnostic.code == "TT0111", let place = diagnostic.primary?.span else { return false }
      return place.text == key && place.source == span.source
        && span.bytes.contains(place.bytes.lowerBound)
    }
  }

  /// A text.
  package func string(_ key: String, _ diagnostics: inout [Diagnostic]) -> Located<String>? {
    let text = scalar(key, Text(vi: "một đoạn chữ", en: "a text"), &diagnostics) { $0.text }
    if text != nil, let node = self[key] { warnOfCut(key, node, &diagnostics) }
    return text
  }

  /// A text that must be there.
  package func requiredString(
    _ key: String, _ diagnostics: inout [Diagnostic]
  ) -> Located<String>? {
    require(key, &diagnostics) == nil ? nil : string(key, &diagnostics)
  }

  /// One text or a list of them; empty when the key is absent.
  package func strings(_ key: String, _ diagnostics: inout [Diagnostic]) -> [Located<String>] {
    let wanted = Text(vi: "một danh sách chữ", en: "a list of texts")
    return list(key, &diagnostics).compactMap { node in
      guard let scalar = node.scalar else {
        diagnostics.append(.wrongShape(key, node.span, wanted: wanted))
        return nil
      }
      warnOfCut(key, node, &diagnostics)
      return Located(scalar.text, node.span)
    }
  }

  /// `true` or `false`.
  package func bool(_ key: String, _ diagnostics: inout [Diagnostic]) -> Located<Bool>? {
    scalar(key, Text(vi: "true hoặc false", en: "true or false"), &diagnostics) { $0.bool }
  }

  /// A whole number.
  package func int(_ key: String, _ diagnostics: inout [Diagnostic]) -> Located<Int>? {
    scalar(key, Text(vi: "một số nguyên", en: "a whole number"), &diagnostics) { $0.int }
  }

  /// An exact decimal or a percentage.
  package func rational(_ key: String, _ diagnostics: inout [Diagnostic]) -> Located<Rational>? {
    let wanted = Text(vi: "một số, như 95% hay 1.5", en: "a number, like 95% or 1.5")
    return scalar(key, wanted, &diagnostics) { $0.rational }
  }

  /// A value that `read` makes of a scalar; `wanted` says what was asked for when it makes none.
  package func scalar<Value: Sendable>(
    _ key: String, _ wanted: Text, _ diagnostics: inout [Diagnostic], _ read: (Scalar) -> Value?
  ) -> Located<Value>? {
    guard let node = self[key] else { return nil }
    if let value = node.scalar.flatMap(read) { return Located(value, node.span) }
    diagnostics.append(.wrongShape(key, node.span, wanted: wanted))
    return nil
  }

  /// One of some words, each standing for a value.
  package func word<Value: Sendable>(
    _ key: String, _ words: [(String, Value)], _ diagnostics: inout [Diagnostic]
  ) -> Located<Value>? {
    guard let text = string(key, &diagnostics) else { return nil }
    if let found = words.first(where: { $0.0 == text.value }) {
      return Located(found.1, text.span)
    }
    diagnostics.append(.notAmong(key, text, words.map(\.0)))
    return nil
  }

  /// The items of a sequence; a value that is no sequence counts as a list of one.
  package func list(_ key: String, _ diagnostics: inout [Diagnostic]) -> [Node] {
    guard let node = self[key] else { return [] }
    return node.items ?? [node]
  }

  /// An expression, with the place of each of its bytes.
  package func expression(_ key: String, _ diagnostics: inout [Diagnostic]) -> MappedText? {
    self[key].flatMap { Self.expression($0, key, &diagnostics) }
  }

  /// The expression in `node`, which stands under `key`.
  package static func expression(
    _ node: Node, _ key: String, _ diagnostics: inout [Diagnostic]
  ) -> MappedText? {
    guard let scalar = node.scalar else {
      diagnostics.append(.expressionNotQuoted(key, node.span))
      return nil
    }
    if scalar.isPlain, isCutByComment(scalar, node.span) {
      diagnostics.append(.expressionCut(key, node.span))
      return nil
    }
    return scalar.mapped
  }

  /// Warns of a `#` that was meant as text: one right before a letter or digit, after plain text.
  private func warnOfCut(_ key: String, _ node: Node, _ diagnostics: inout [Diagnostic]) {
    guard node.scalar?.isPlain == true else { return }
    let rest = node.span.source.bytes[node.span.bytes.upperBound...]
    let comment = rest.drop { $0 == 0x20 || $0 == 0x09 }.prefix { $0 != 0x0A && $0 != 0x0D }
    guard comment.first == UInt8(ascii: "#"), let next = comment.dropFirst().first,
      next > UInt8(ascii: "/")
    else { return }
    let cut = Diagnostic.textCut(
      key, node.span, Span(node.span.source, comment.startIndex..<comment.endIndex))
    if !diagnostics.contains(cut) { diagnostics.append(cut) }
  }

  /// Whether a quotation mark is left open in a plain scalar that a comment follows.
  private static func isCutByComment(_ scalar: Scalar, _ span: Span) -> Bool {
    let rest = span.source.bytes[span.bytes.upperBound...].drop { $0 == 0x20 || $0 == 0x09 }
    return rest.first == UInt8(ascii: "#") && leavesQuoteOpen(scalar.text)
  }

  private static func leavesQuoteOpen(_ expression: String) -> Bool {
    var open: Character?
    var isEscaped = false
    for character in expression {
      if isEscaped {
        isEscaped = false
      } else if let quote = open {
        if character == "\\" { isEscaped = true }
        if character == quote { open = nil }
      } else if character == "\"" || character == "'" {
        open = character
      }
    }
    return open != nil
  }
}

extension Span {
  /// The part of the span on its first line, so that a caret under a block stays short.
  package var firstLine: Span {
    let length = source.bytes[bytes].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.upperBound
    return Span(source, bytes.lowerBound..<length)
  }
}
