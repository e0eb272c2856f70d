/// The strings that cells name by number.
struct SharedStrings: Sendable {
  private let bytes: [UInt8]
  private let mapped: MappedBytes?
  private let ends: [UInt32]

  init(bytes: [UInt8] = [], ends: [UInt32] = []) {
    self.bytes = bytes
    self.ends = ends
    mapped = nil
  }

  init(mapped: MappedBytes, ends: [UInt32]) {
    self.mapped = mapped
    self.ends = ends
    bytes = []
  }

  var count: Int { ends.count }

  /// After so many strings what was brought in from a file is let go; each may bring in 64 KiB.
  static let readsUntilRelease = 1024

  /// Lets go what was brought in from a file; it is brought in again when it is read.
  func release() { mapped?.release() }

  /// Appends the string of that number to `target`; `false` where there is none.
  func append(_ index: Int, to target: inout [UInt8]) -> Bool {
    guard index >= 0, index < ends.count else { return false }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let range = start..<Int(ends[index])
    if let mapped {
      target.append(contentsOf: UnsafeBufferPointer(rebasing: mapped.bytes[range]))
    } else {
      bytes.withUnsafeBufferPointer {
        target.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
      }
    }
    return true
  }

  /// Reads the part that holds them.
  static func read(_ part: String, of archive: ZipArchive) throws(WorkbookError) -> SharedStrings {
    let handler = SharedStringsHandler()
    try XMLEvents.read(part, of: archive, handler)
    guard let strings = handler.finish() else {
      throw WorkbookError(path: archive.file.path, reason: .limit(part: part, .sharedStrings))
    }
    return strings
  }
}

/// Takes the events of the shared strings.
private final class SharedStringsHandler: XMLHandler {
  private(set) var halt: XMLHalt?
  private var arena = StringArena()
  private var text = TextCollector()
  private var isInside = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isSheet("si") {
      isInside = true
      text.clear()
    } else if isInside {
      text.begin(name, attributes)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    text.append(bytes)
    if text.bytes.count > WorkbookLimit.cellBytes.most { halt = .limit(.cellBytes) }
  }

  func end(_ name: XMLName) {
    if name.isSheet("si") {
      isInside = false
      if !arena.append(text.bytes) { halt = .limit(.sharedStrings) }
    } else if isInside {
      text.end(name)
    }
  }

  func finish() -> SharedStrings? { arena.finish() }
}
