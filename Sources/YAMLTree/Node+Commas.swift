import Diagnostics

/// In `{ }` a comma ends a value: `{ at-least: 97,5% }` has a key `5%` without a value.
extension Node.Entry {
  /// Whether this one begins before `other` does.
  func precedes(_ other: Node.Entry) -> Bool {
    keySpan.bytes.lowerBound < other.keySpan.bytes.lowerBound
  }

  /// Whether this is no entry but the rest of the text of `previous`, which a comma cut.
  func isRestOfText(_ previous: Node.Entry) -> Bool {
    guard value.span.bytes.isEmpty, value.scalar?.isNull == true, previous.value.scalar != nil
    else {
      return false
    }
    return between(previous).drop { $0 == " " }.first == ","
  }

  /// Whether the comma stands within a number.
  func isDecimals(of previous: Node.Entry) -> Bool {
    between(previous) == "," && previous.value.scalar?.rational != nil
      && key.text.first?.isNumber == true
  }

  private func between(_ previous: Node.Entry) -> String {
    let end = previous.value.span.bytes.upperBound
    return keySpan.source.string(end..<max(end, keySpan.bytes.lowerBound))
  }
}
