import CReport

/// Builds a page. Every value that is put in is escaped; only what stands in the source of this program, or
/// in the files embedded in it, is taken as it is.
struct HTML {
  /// What has been built, in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// The names and values of attributes. One without a value is left out.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  /// An element and what stands in it.
  mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTML) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// An element with a text.
  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// An element that holds nothing and has no end.
  mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
  }

  /// A text, escaped.
  mutating func text(_ text: String) { SafeText.append(text, to: &bytes) }

  /// Markup that stands in the source of this program.
  mutating func markup(_ markup: StaticString) { append(markup) }

  /// A style sheet or a script that is embedded in this program.
  mutating func embedded(_ name: StaticString, _ text: embedded_text) {
    open(name, [:])
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: text.start, count: text.count))
    close(name)
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for (attribute, value) in attributes {
      guard let value else { continue }
      bytes.append(UInt8(ascii: " "))
      append(attribute)
      append("=\"")
      text(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    append(">")
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
