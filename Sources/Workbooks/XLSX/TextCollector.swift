/// Collects the text of a shared or inline string: all its `t` elements, without the phonetic ones
/// (`rPh`), trimmed where the writer did not ask to keep spaces, with `_x000D_` escapes resolved.
struct TextCollector {
  private(set) var bytes: [UInt8] = []
  private(set) var isCollecting = false
  private var start = 0
  private var keepsSpace = false
  private var phoneticDepth = 0

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    isCollecting = false
    phoneticDepth = 0
  }

  /// An element begins inside the string.
  mutating func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isSheet("rPh") { phoneticDepth += 1 }
    guard name.isSheet("t"), phoneticDepth == 0 else { return }
    begin(keepsSpace: attributes[.xml, "space"].map { $0 == "preserve" } ?? false)
  }

  /// A `t` element begins.
  mutating func begin(keepsSpace: Bool) {
    isCollecting = true
    start = bytes.count
    self.keepsSpace = keepsSpace
  }

  /// An element ends inside the string.
  mutating func end(_ name: XMLName) {
    if name.isSheet("rPh") { phoneticDepth -= 1 }
    if isCollecting, name.isSheet("t") { end() }
  }

  /// A `t` element ends.
  mutating func end() {
    isCollecting = false
    if !keepsSpace { trim() }
    EscapedText.resolve(&bytes, from: start)
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if isCollecting { bytes.append(contentsOf: text) }
  }

  private mutating func trim() {
    while bytes.count > start, let last = bytes.last, last.isXMLSpace { bytes.removeLast() }
    guard bytes.count > start, bytes[start].isXMLSpace else { return }
    let first = bytes[start...].firstIndex { !$0.isXMLSpace } ?? bytes.count
    bytes.removeSubrange(start..<first)
  }
}

extension UInt8 {
  /// Whether XML calls it white space.
  var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
