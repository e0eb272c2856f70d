/// Finds the fields of one record in bytes that arrive in blocks (RFC 4180).
///
/// A state machine: `scan` is called with the same record's bytes, each time with more of them, and
/// goes on where it stopped. Read leniently, every line break ends the record; that is how a record
/// with a quotation mark out of place is read the second time (see `RecordReader`).
struct RecordScanner {
  /// What `scan` came to.
  enum Progress: Hashable {
    /// The record ends at `end`; the next one starts at `next`.
    case record(end: Int, next: Int)
    case needsMore
    /// A quotation mark is out of place such that the record's end is not known.
    case misquoted
  }

  private enum State {
    case fieldStart
    case unquoted
    case quoted
    /// After a quotation mark in a quoted field: its end, or the first half of a doubled one.
    case quoteSeen
    /// After a carriage return after a closing quotation mark.
    case returnSeen
    /// After something that follows a closing quotation mark, read leniently.
    case broken
  }

  /// What separates fields.
  let delimiter: UInt8
  /// The fields so far.
  private(set) var fields: [RawField] = []
  /// The first quotation mark out of place.
  private(set) var fault: QuoteFault?
  /// The line breaks inside the record.
  private(set) var lineBreaks = 0
  private var state = State.fieldStart
  private var field = RawField(start: 0)
  private var position = 0
  private(set) var isLenient = false

  /// A scanner for files with a delimiter.
  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Whether a quoted field is open.
  var isInQuotes: Bool { state == .quoted }

  /// Forgets everything and starts a record.
  mutating func begin(leniently: Bool) {
    fields.removeAll(keepingCapacity: true)
    fault = nil
    lineBreaks = 0
    state = .fieldStart
    position = 0
    isLenient = leniently
  }

  /// Scans on in the bytes from the record's start.
  mutating func scan(_ bytes: Bytes) -> Progress {
    while position < bytes.count {
      if let progress = step(bytes) { return progress }
    }
    return .needsMore
  }

  /// Ends the record where the file ends.
  mutating func finish(_ bytes: Bytes) -> Progress {
    switch state {
    case .fieldStart: field = RawField(start: bytes.count)
    case .quoted where !isLenient: return .misquoted
    case .quoted: breakUnterminated()
    case .quoteSeen: return endQuoted(at: bytes.count - 1, bytes.count)
    case .returnSeen: return endQuoted(at: bytes.count - 2, bytes.count)
    case .unquoted, .broken: break
    }
    return .record(end: closeLine(bytes, at: bytes.count), next: bytes.count)
  }

  @inline(__always)
  private mutating func step(_ bytes: Bytes) -> Progress? {
    switch state {
    case .fieldStart: return startField(bytes)
    case .unquoted, .broken: return scanPlain(bytes)
    case .quoted: return scanQuoted(bytes)
    case .quoteSeen: return afterQuote(bytes[position])
    case .returnSeen: return afterReturn(bytes[position])
    }
  }

  @inline(__always)
  private mutating func startField(_ bytes: Bytes) -> Progress? {
    field = RawField(start: position)
    if bytes[position] == .quote {
      field.isQuoted = true
      field.start += 1
      position += 1
      state = .quoted
      return nil
    }
    state = .unquoted
    return scanPlain(bytes)
  }

  @inline(__always)
  private mutating func scanPlain(_ bytes: Bytes) -> Progress? {
    var index = position
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte == delimiter {
        close(at: index)
        position = index + 1
        return nil
      }
      if byte == .lineFeed { return endLine(bytes, at: index) }
      if byte == .quote, state == .unquoted { breakField(.stray, at: index) }
      index += 1
    }
    position = index
    return nil
  }

  private mutating func scanQuoted(_ bytes: Bytes) -> Progress? {
    var index = position
    let count = bytes.count
    while index < count, bytes[index] != .quote {
      if bytes[index] == .lineFeed {
        if isLenient {
          breakUnterminated()
          return endLine(bytes, at: index)
        }
        lineBreaks += 1
      }
      index += 1
    }
    if index < count {
      state = .quoteSeen
      index += 1
    }
    position = index
    return nil
  }

  private mutating func afterQuote(_ byte: UInt8) -> Progress? {
    position += 1
    switch byte {
    case .quote:
      field.hasDoubledQuotes = true
      state = .quoted
    case delimiter: close(at: position - 2)
    case .lineFeed: return endQuoted(at: position - 2, position)
    case .carriageReturn: state = .returnSeen
    default: return textAfterQuote(at: position - 2)
    }
    return nil
  }

  private mutating func afterReturn(_ byte: UInt8) -> Progress? {
    if byte == .lineFeed {
      position += 1
      return endQuoted(at: position - 3, position)
    }
    return textAfterQuote(at: position - 2)
  }

  private mutating func textAfterQuote(at offset: Int) -> Progress? {
    guard isLenient else { return .misquoted }
    breakField(.textAfter, at: offset)
    unquote()
    state = .broken
    return nil
  }

  private mutating func breakUnterminated() {
    breakField(.unterminated, at: field.start - 1)
    unquote()
  }

  /// Takes the opening quotation mark for a part of the content.
  private mutating func unquote() {
    field.isQuoted = false
    field.hasDoubledQuotes = false
    field.start -= 1
  }

  private mutating func breakField(_ kind: QuoteFault.Kind, at offset: Int) {
    field.isBroken = true
    if fault == nil { fault = QuoteFault(kind: kind, offset: offset, field: fields.count) }
  }

  @inline(__always)
  private mutating func close(at end: Int) {
    field.end = end
    fields.append(field)
    state = .fieldStart
  }

  private mutating func endLine(_ bytes: Bytes, at index: Int) -> Progress {
    let end = closeLine(bytes, at: index)
    return .record(end: end, next: index + 1)
  }

  /// Closes the last field before a line break, which may start with a carriage return.
  private mutating func closeLine(_ bytes: Bytes, at index: Int) -> Int {
    let isReturn = index > field.start && bytes[index - 1] == .carriageReturn
    close(at: isReturn ? index - 1 : index)
    return isReturn ? index - 1 : index
  }

  private mutating func endQuoted(at end: Int, _ next: Int) -> Progress {
    close(at: end)
    return .record(end: end + 1, next: next)
  }
}
