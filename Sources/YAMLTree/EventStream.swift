import CLibYAML
import Diagnostics

/// One step of libyaml's reading, in Swift's terms; places are byte offsets.
struct Event {
  enum Kind {
    case documentStart
    case scalar(text: String, style: yaml_scalar_style_t, tag: String?, anchor: String?)
    case alias(String)
    case sequenceStart(tag: String?, anchor: String?)
    case mappingStart(tag: String?, anchor: String?)
    case collectionEnd
    case streamEnd
    case other
  }

  let kind: Kind
  let bytes: Range<Int>
}

/// Why libyaml stopped: its problem in English and where, with the place where the construct began.
struct ReadingFault: Error {
  let problem: String
  let offset: Int
  let contextOffset: Int?
  let isEncoding: Bool
}

/// Drives libyaml over bytes, event by event. Marks count code points; this counts bytes.
struct EventStream: ~Copyable {
  let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  let offsets: CodePointOffsets
  /// How many bytes of the file stand before the input: those of a byte order mark.
  private let skipped: Int

  /// Starts reading a copy of `bytes`, without a byte order mark (libyaml would count it as a
  /// column, so that the first key seemed indented).
  init(_ bytes: [UInt8]) {
    parser = .allocate(capacity: 1)
    skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    input = .allocate(capacity: bytes.count - skipped)
    _ = input.initialize(from: bytes.dropFirst(skipped))
    offsets = CodePointOffsets(bytes)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event.
  func next() throws(ReadingFault) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    let start = offsets[event.start_mark.index]
    return Event(kind: kind(of: event), bytes: start..<max(start, offsets[event.end_mark.index]))
  }

  var fault: ReadingFault {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? "not enough memory"
    if state.error == YAML_READER_ERROR {
      return ReadingFault(
        problem: problem, offset: Int(state.problem_offset) + skipped, contextOffset: nil,
        isEncoding: true)
    }
    let context = state.context == nil ? nil : offsets[state.context_mark.index]
    return ReadingFault(
      problem: problem, offset: offsets[state.problem_mark.index], contextOffset: context,
      isEncoding: false)
  }

  private func kind(of event: yaml_event_t) -> Event.Kind {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
    case YAML_ALIAS_EVENT: return .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      return .sequenceStart(tag: text(data.tag), anchor: text(data.anchor))
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      return .mappingStart(tag: text(data.tag), anchor: text(data.anchor))
    case YAML_SCALAR_EVENT: return scalar(event)
    default: return .other
    }
  }

  private func scalar(_ event: yaml_event_t) -> Event.Kind {
    let data = event.data.scalar
    let value = UnsafeBufferPointer(start: data.value, count: data.length)
    return .scalar(
      text: String(decoding: value, as: UTF8.self), style: data.style, tag: text(data.tag),
      anchor: text(data.anchor))
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}

/// Turns libyaml's code point indexes into byte offsets; a byte order mark counts as no code point.
struct CodePointOffsets {
  /// Of one code point in so many the offset is kept; from there to another it is counted.
  private static let step = 32

  private let bytes: [UInt8]
  private let starts: [Int]
  private let count: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var (starts, count): ([Int], Int) = ([], 0)
    for offset in bytes.indices.dropFirst(body) where bytes[offset].startsCodePoint {
      if count % Self.step == 0 { starts.append(offset) }
      count += 1
    }
    (self.starts, self.count) = (starts, count)
  }

  subscript(index: Int) -> Int {
    guard index < count else { return bytes.count }
    var offset = starts[index / Self.step]
    for _ in 0..<index % Self.step {
      repeat { offset += 1 } while !bytes[offset].startsCodePoint
    }
    return offset
  }
}

extension UInt8 {
  /// Whether a code point of UTF-8 starts with it.
  fileprivate var startsCodePoint: Bool { self & 0xC0 != 0x80 }
}
