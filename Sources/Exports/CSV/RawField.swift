/// Where one field stands in the bytes of a record.
struct RawField: Sendable, Hashable {
  /// The first byte of the content, after an opening quotation mark.
  var start: Int
  /// The end of the content, before a closing quotation mark.
  var end: Int
  /// Whether it stands in quotation marks.
  var isQuoted = false
  /// Whether quotation marks in it are doubled.
  var hasDoubledQuotes = false
  /// Whether a quotation mark is out of place, so that the content is not known.
  var isBroken = false

  /// A field that starts at an offset and has no content yet.
  init(start: Int) {
    self.start = start
    end = start
  }

  /// The content with its quotation marks.
  var whole: Range<Int> { isQuoted ? start - 1..<end + 1 : start..<end }
}

/// A quotation mark out of place.
struct QuoteFault: Sendable, Hashable {
  /// How it is out of place.
  enum Kind: Sendable {
    /// In a field that does not start with one: `a"b`.
    case stray
    /// Closing, with something after it that is no delimiter: `"a"b`.
    case textAfter
    /// Opening, and never closed.
    case unterminated
  }

  /// How it is out of place.
  let kind: Kind
  /// Where it stands in the bytes of the record.
  let offset: Int
  /// The index of its field.
  let field: Int
}

/// One record of a file as bytes; valid only until the next one is read.
struct RawRecord {
  /// The 1-based line on which it starts.
  let line: Int
  /// All its bytes, without the line break at its end.
  let bytes: Bytes
  /// Its fields.
  let fields: [RawField]
  /// The first quotation mark out of place.
  let fault: QuoteFault?

  /// Whether no field has any content.
  var isBlank: Bool { fields.allSatisfy { $0.start == $0.end && !$0.isQuoted } }

  /// The content of a field as text, for headers and messages.
  func text(_ field: Int) -> String {
    guard fields.indices.contains(field) else { return "" }
    let content = bytes.part(fields[field].start..<fields[field].end).shown
    return fields[field].hasDoubledQuotes ? content.replacing("\"\"", with: "\"") : content
  }
}
