import CExpat

/// Reads a part of a workbook with expat and hands its events to a handler.
///
/// Nothing outside the part is ever read; what asks for it is an error. Entities of the part itself may grow a text a hundredfold, no more.
final class XMLEvents {
  let parser: XML_Parser
  let handler: any XMLHandler
  var names = XMLNames()
  var depth = 0
  /// Bytes given to expat so far, and where the last tag in them ended.
  private var fed = 0
  var tagEnd = 0
  /// Whether the text is UTF-8 without a document type, so that it means what it seems to.
  var isPlain = true
  /// The namespace prefixes of the outermost element, and whether others follow further in.
  var prefixes: [String: XMLNamespace] = [:]
  var hasInnerPrefixes = false
  private(set) var isTooDeep = false
  private let path: String
  private let part: String

  /// Bytes that entities may add before their growth is looked at.
  private static let entitiesAreFree: UInt64 = 1 << 20
  static let blockSize = 1 << 16

  init(_ handler: any XMLHandler, path: String, part: String) throws(WorkbookError) {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(XMLName.separator)) else {
      throw WorkbookError(path: path, reason: .brokenXML(part: part, words: "no memory"))
    }
    self.parser = parser
    self.handler = handler
    self.path = path
    self.part = part
    XML_SetBillionLaughsAttackProtectionMaximumAmplification(
      parser, Float(WorkbookLimit.entities.most))
    XML_SetBillionLaughsAttackProtectionActivationThreshold(parser, Self.entitiesAreFree)
    XMLCallbacks.install(in: parser, for: self)
  }

  deinit { XML_ParserFree(parser) }

  /// Reads the whole of `part`, or up to where the handler halts.
  static func read(
    _ part: String, of archive: ZipArchive, _ handler: any XMLHandler
  ) throws(WorkbookError) {
    let events = try XMLEvents(handler, path: archive.file.path, part: ZipEntry.clean(part))
    try events.feed(archive.open(part))
  }

  private func feed(_ reader: ZipEntryReader) throws(WorkbookError) {
    let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.blockSize)
    defer { block.deallocate() }
    while handler.halt == nil {
      let count = try reader.read(into: block)
      if count == 0 { return try finish() }
      try feed(UnsafeBufferPointer(rebasing: block[..<count]))
    }
  }

  /// Gives expat the next bytes.
  func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
    guard handler.halt == nil, !bytes.isEmpty else { return }
    fed += bytes.count
    let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    try check(XML_Parse(parser, start, Int32(clamping: bytes.count), 0))
  }

  /// Tells expat that there is no more.
  func finish() throws(WorkbookError) {
    guard handler.halt == nil else { return }
    try check(XML_Parse(parser, nil, 0, 1))
  }

  private func check(_ status: XML_Status) throws(WorkbookError) {
    if case .limit(let limit) = handler.halt { throw self.limit(limit) }
    if isTooDeep { throw limit(.depth) }
    if status != XML_STATUS_ERROR || handler.halt != nil { return }
    let code = XML_GetErrorCode(parser)
    if code == XML_ERROR_AMPLIFICATION_LIMIT_BREACH { throw limit(.entities) }
    let words = XML_ErrorString(code).map { String(cString: $0) } ?? "?"
    throw WorkbookError(path: path, reason: .brokenXML(part: part, words: words))
  }

  private func limit(_ limit: WorkbookLimit) -> WorkbookError {
    WorkbookError(path: path, reason: .limit(part: part, limit))
  }

  /// Whether what was fed ends right after a tag.
  var isAtTagEnd: Bool { tagEnd == fed && fed > 0 }

  /// Called by the callbacks when a tag was read.
  func noteTagEnd() {
    tagEnd = Int(XML_GetCurrentByteIndex(parser)) + Int(XML_GetCurrentByteCount(parser))
  }

  /// Called by the callbacks: one element further in, and no further than allowed.
  func descend() -> Bool {
    depth += 1
    isTooDeep = depth > WorkbookLimit.depth.most
    if isTooDeep { stop() }
    return !isTooDeep
  }

  /// Ends parsing at once.
  func stop() { XML_StopParser(parser, 0) }
}
