/// The attributes of an element that a scanner knows, each at most once.
struct KnownAttributes {
  typealias Value = UnsafeBufferPointer<UInt8>

  private let names: [StaticString]

  init(_ names: [StaticString]) { self.names = names }

  /// Scans attributes up to the end of the tag, and gives each value with the number of its name;
  /// `false` where a name is not known, or there twice, or `take` wants no such value.
  func scan(_ bytes: inout ByteScanner, _ take: (Int, Value) -> Bool) -> Bool {
    var found: UInt32 = 0
    while bytes.skipSpace() {
      if bytes.isAtTagEnd { return true }
      guard let (name, value) = bytes.attribute(),
        let index = names.firstIndex(where: { name == $0 }), found & 1 << index == 0,
        take(index, value)
      else { return false }
      found |= 1 << index
    }
    return bytes.isAtTagEnd
  }
}
