import Diagnostics
import Encodings

/// Finds out by a file's first bytes whether it is UTF-8, and rewrites it where it is not.
struct FileConversion {
  /// What came of it.
  enum Outcome {
    /// The file is read as it is, or refused for another reason than its encoding.
    case own
    /// This is read instead.
    case converted(ConvertedText)
    /// Nobody can say what the file is written in.
    case refused(Diagnostic)
  }

  /// Where all of a head is UTF-8, so many of its bytes show whether that is by chance.
  private static let enoughOfUTF8 = 4096

  private let task: FileTask
  private let bytes: FileBytes
  private let store: TextStore
  private let faultLimit: Int

  /// The conversion of `bytes`, the file of `task`.
  init(_ task: FileTask, _ bytes: FileBytes, _ store: TextStore, faultLimit: Int) {
    self.task = task
    self.bytes = bytes
    self.store = store
    self.faultLimit = faultLimit
  }

  /// Looks at the file, and rewrites it if need be; what people should know goes to the log.
  func run(_ log: inout DefectLog) throws(FileFault) -> Outcome {
    let head = try bytes.head(EncodingGuess.headSize)
    let signature = head.withUnsafeBufferPointer { FileSignature.of($0) }
    if let signature, signature != .binary { return .own }
    if let named = task.entry?.encoding { return try read(head, named, &log) }
    if head.allSatisfy({ $0 < 0x80 && $0 > 0 }) { return .own }
    let guess = try guess(head)
    if let encoding = guess.encoding { return try read(encoding, guess, &log) }
    if signature == .binary { return .own }
    return try isNearlyUTF8() ? .own : .refused(.undecidedEncoding(task.shown, guess))
  }

  /// What `exports.yaml` says goes before what the bytes say.
  private func read(
    _ head: [UInt8], _ named: ExportMap.NamedEncoding, _ log: inout DefectLog
  ) throws(FileFault) -> Outcome {
    let guess = guess(head, isWhole: head.count == bytes.size)
    let isPlain = head.allSatisfy { $0 < 0x80 } && !named.encoding.isWide
    if let other = guess.encoding, other != named.encoding, !isPlain {
      let diagnostic = Diagnostic.namedOtherwise(
        task.shown, named.encoding, guess, at: named.span)
      log.add(Defect(.invalidEncoding, file: task.shown, diagnostic))
    }
    return try read(named.encoding, .namedEncoding)
  }

  private func read(
    _ encoding: Encoding, _ guess: EncodingGuess, _ log: inout DefectLog
  ) throws(FileFault) -> Outcome {
    if encoding != .utf8 {
      log.add(Defect(.encoding, file: task.shown, .readAs(task.shown, encoding, guess)))
    } else if guess.decomposedWords > 0 {
      log.add(Defect(.encoding, file: task.shown, .decomposedWords(task.shown, guess)))
    }
    return try read(encoding, guess.evidence)
  }

  private func read(_ encoding: Encoding, _ reason: Text) throws(FileFault) -> Outcome {
    if encoding == .utf8 { return .own }
    var decoder = TextDecoder(
      encoding, faultLimit: faultLimit, faultByte: ConvertedText.unreadable)
    var writer = TextWriter(store)
    try bytes.forEachBlock { block throws(FileFault) in
      try writer.write { decoder.decode(block.bindMemory(to: UInt8.self), into: &$0) }
    }
    try writer.write { decoder.finish(into: &$0) }
    let decoding = Decoding(encoding: encoding, reason: reason, faults: decoder.faults)
    return .converted(ConvertedText(bytes: try writer.finish(), decoding: decoding))
  }

  // MARK: - Guessing

  /// The first bytes decide, or else all of them.
  private func guess(_ head: [UInt8]) throws(FileFault) -> EncodingGuess {
    let isWhole = head.count == bytes.size
    if head.isUTF8, !head.hasCombiningMarks {
      let some = guess(Array(head.prefix(Self.enoughOfUTF8)), isWhole: false)
      if some.encoding != nil { return some }
    }
    let first = guess(head, isWhole: isWhole)
    if isWhole || first.encoding != nil { return first }
    var survey = EncodingSurvey()
    try bytes.forEachBlock { survey.add($0.bindMemory(to: UInt8.self)) }
    return survey.guess(isWhole: true)
  }

  private func guess(_ head: [UInt8], isWhole: Bool) -> EncodingGuess {
    head.withUnsafeBufferPointer { EncodingGuess($0, isWhole: isWhole) }
  }

  /// Whether the file is UTF-8 but for a few bytes, whose cells are unreadable: one for ten letters
  /// beyond ASCII that are well-formed, or one in a thousand bytes.
  private func isNearlyUTF8() throws(FileFault) -> Bool {
    var decoder = TextDecoder(.utf8, faultLimit: 0, faultByte: ConvertedText.unreadable)
    var (text, letters): ([UInt8], Int) = ([], 0)
    try bytes.forEachBlock { block in
      decoder.decode(block.bindMemory(to: UInt8.self), into: &text)
      letters += text.count { (0xC2...0xF4).contains($0) }
      text.removeAll(keepingCapacity: true)
    }
    return decoder.faultCount * 10 <= letters || decoder.faultCount * 1000 <= bytes.size
  }
}

extension [UInt8] {
  /// Whether they are UTF-8, a character at their end cut off at most.
  fileprivate var isUTF8: Bool {
    let cut = reversed().prefix(3).prefix { $0 & 0xC0 == 0x80 }.count
    return [0, cut + 1].contains { left in
      String(validating: prefix(Swift.max(0, count - left)), as: UTF8.self) != nil
    }
  }

  /// Whether some may be accents that are code points of their own, as Unicode's decomposed form has them.
  fileprivate var hasCombiningMarks: Bool { contains { $0 == 0xCC || $0 == 0xCD } }
}

extension Encoding {
  /// Whether its characters have two bytes or more.
  fileprivate var isWide: Bool { self == .utf16LE || self == .utf16BE }
}
