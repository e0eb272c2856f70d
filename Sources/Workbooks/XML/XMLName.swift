import Glibc

/// The name of an element or attribute: a namespace and a local name. Valid during one callback.
struct XMLName {
  let space: XMLNamespace
  let local: UnsafeBufferPointer<UInt8>

  /// Between a URI and a local name in what expat gives; no URI may hold it.
  static let separator: UInt8 = 0x0A

  /// Whether it is the element `local` of a sheet. Some writers forget the namespace.
  func isSheet(_ name: StaticString) -> Bool {
    (space == .sheet || space == .none) && local == name
  }

  /// Whether it is `local` in `space`.
  func `is`(_ space: XMLNamespace, _ name: StaticString) -> Bool {
    self.space == space && local == name
  }
}

/// Splits what expat gives into namespaces and local names.
struct XMLNames {
  /// The namespace of the outermost element, where it is none that is known.
  private var adopted: [UInt8]?

  func name(_ text: UnsafePointer<CChar>) -> XMLName {
    let bytes = UnsafeBufferPointer(cString: text)
    guard let length = bytes.lastIndex(of: XMLName.separator) else {
      return XMLName(space: .none, local: bytes)
    }
    let local = UnsafeBufferPointer(rebasing: bytes[(length + 1)...])
    return XMLName(space: space(UnsafeBufferPointer(rebasing: bytes[..<length])), local: local)
  }

  /// Takes the namespace of the outermost element, if nobody knows it, for that of sheets: some
  /// writers make one up, and a sheet should not seem empty for that.
  mutating func adoptRoot(_ text: UnsafePointer<CChar>) {
    let bytes = UnsafeBufferPointer(cString: text)
    guard name(text).space == .other, let end = bytes.lastIndex(of: XMLName.separator) else {
      return
    }
    adopted = Array(bytes[..<end])
  }

  private func space(_ uri: UnsafeBufferPointer<UInt8>) -> XMLNamespace {
    let space = XMLNamespace(uri)
    guard space == .other, let adopted, uri.equals(adopted) else { return space }
    return .sheet
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a C string, without the zero.
  init(cString text: UnsafePointer<CChar>) {
    let length = strlen(text)
    let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    self.init(start: start, count: length)
  }
}

/// The attributes of an element. Valid during one callback.
struct XMLAttributes {
  let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of the attribute `name`, which has no prefix.
  subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    first { UnsafeBufferPointer(cString: $0) == name }
  }

  /// The value of the attribute `name` in `space`.
  subscript(space: XMLNamespace, name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    let names = XMLNames()
    return first { names.name($0).is(space, name) }
  }

  /// Gives each name with its value, in the order of the file.
  func forEach(_ body: (XMLName, UnsafeBufferPointer<UInt8>) -> Void) {
    let names = XMLNames()
    var place = list
    while let name = place[0], let value = place[1] {
      body(names.name(name), UnsafeBufferPointer(cString: value))
      place += 2
    }
  }

  private func first(
    _ matches: (UnsafePointer<CChar>) -> Bool
  ) -> UnsafeBufferPointer<UInt8>? {
    var place = list
    while let name = place[0], let value = place[1] {
      if matches(name) { return UnsafeBufferPointer(cString: value) }
      place += 2
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// What the schemas call true.
  var isTrue: Bool { self == "1" || self == "true" || self == "on" }
}
