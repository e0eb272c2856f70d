import CExpat

/// What expat calls. They stand in a file of their own, since C functions capture nothing.
enum XMLCallbacks {
  /// Sets the callbacks; `events` must outlive the parser's work.
  static func install(in parser: XML_Parser, for events: XMLEvents) {
    XML_SetUserData(parser, Unmanaged.passUnretained(events).toOpaque())
    XML_SetElementHandler(parser, start, end)
    XML_SetCharacterDataHandler(parser, text)
    XML_SetXmlDeclHandler(parser, declaration)
    XML_SetExternalEntityRefHandler(parser, refuseExternal)
    XML_SetStartDoctypeDeclHandler(parser, documentType)
    XML_SetStartNamespaceDeclHandler(parser, prefix)
  }

  private static let start: XML_StartElementHandler = { context, name, attributes in
    guard let events = events(context), let name, let attributes, events.descend() else { return }
    events.noteTagEnd()
    if events.depth == 1 { events.names.adoptRoot(name) }
    events.handler.start(events.names.name(name), XMLAttributes(list: attributes))
    if events.handler.halt != nil { events.stop() }
  }

  private static let end: XML_EndElementHandler = { context, name in
    guard let events = events(context), let name else { return }
    events.depth -= 1
    events.noteTagEnd()
    if events.handler.halt != nil || events.isTooDeep { return }
    events.handler.end(events.names.name(name))
    if events.handler.halt != nil { events.stop() }
  }

  private static let text: XML_CharacterDataHandler = { context, text, count in
    guard let events = events(context), let text, events.handler.halt == nil else { return }
    let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    events.handler.text(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  private static let declaration: XML_XmlDeclHandler = { context, _, encoding, _ in
    guard let events = events(context), let encoding else { return }
    if String(cString: encoding).uppercased() != "UTF-8" { events.isPlain = false }
  }

  /// A text that needs another file is an error: what stands in the other is not left out silently.
  private static let refuseExternal: XML_ExternalEntityRefHandler = { _, _, _, _, _ in 0 }

  private static let documentType: XML_StartDoctypeDeclHandler = { context, _, _, _, _ in
    events(context)?.isPlain = false
  }

  private static let prefix: XML_StartNamespaceDeclHandler = { context, prefix, uri in
    guard let events = events(context) else { return }
    if events.depth > 0 { events.hasInnerPrefixes = true }
    guard let prefix, let uri, events.depth == 0 else { return }
    events.prefixes[String(cString: prefix)] = XMLNamespace(UnsafeBufferPointer(cString: uri))
  }

  private static func events(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
    context.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }
}
