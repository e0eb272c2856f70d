/// Takes the events of a part. Names, attributes and text are valid during the call only.
protocol XMLHandler: AnyObject {
  /// Set by the handler when it wants no more events.
  var halt: XMLHalt? { get }
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  /// A piece of text; expat cuts text where it likes.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Why a handler wants no more events.
enum XMLHalt {
  /// It has what it needs, or keeps an error of its own.
  case finished
  case limit(WorkbookLimit)
}

extension XMLHandler {
  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
