import Diagnostics

/// A record as diagnostics show it: its bytes, those of personal columns masked.
struct RecordExcerpt {
  /// Which fields of a record nobody should read.
  struct Mask: Sendable {
    /// The fields of personal columns.
    var fields: Set<Int> = []

    /// Which of `record`'s fields are masked: all, when they may have slipped out of their columns.
    func covers(_ field: Int, isMisaligned: Bool) -> Bool {
      !fields.isEmpty && (isMisaligned || fields.contains(field))
    }
  }

  /// Longer records are shown cut off here.
  static let limit = 8 * 1024

  /// The record's bytes.
  let source: SourceText
  private var fields: [Range<Int>] = []

  /// The excerpt of `record`.
  /// - Parameters:
  ///   - lines: what the lines of the file are called, if not by their numbers.
  ///   - isMisaligned: says that fields may not be under their headers.
  init(
    _ record: RawRecord, path: String, _ lines: LineNames?, mask: Mask = Mask(),
    isMisaligned: Bool = false
  ) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var copied = 0
    for (index, field) in record.fields.enumerated() where bytes.count < Self.limit {
      let whole = field.whole
      bytes += record.bytes[copied..<whole.lowerBound]
      let start = bytes.count
      let content = record.bytes.part(whole)
      let isMasked = mask.covers(index, isMisaligned: isMisaligned)
      bytes += isMasked ? Self.masked(content) : Array(content.prefix(Self.limit))
      ranges.append(start..<bytes.count)
      copied = whole.upperBound
    }
    let line = lines?.number(of: record.line) ?? record.line
    source = SourceText(path: path, bytes: bytes, firstLine: line)
    fields = ranges
  }

  /// A star for each character but quotation marks and line breaks.
  private static func masked(_ bytes: Bytes) -> [UInt8] {
    bytes.compactMap { byte in
      if byte == .quote || byte == .lineFeed { return byte }
      return byte & 0xC0 == 0x80 ? nil : UInt8(ascii: "*")
    }
  }

  /// Where a field stands; the end of the record when it has no such field.
  func span(ofField field: Int?) -> Span {
    guard let field, fields.indices.contains(field) else {
      return Span(source, source.bytes.count..<source.bytes.count)
    }
    return Span(source, fields[field])
  }

  /// The whole record, or its first line.
  var whole: Span { Span(source, 0..<source.bytes.count) }

  /// From a field to the end of the record.
  func span(from field: Int) -> Span { span(ofField: field).through(whole) }

  /// One byte of a field, at an offset from the field's start.
  func span(ofField field: Int, offset: Int) -> Span {
    let start = span(ofField: field).bytes.lowerBound + offset
    return Span(source, start..<start + 1)
  }
}
