/// Something that a thread can do while files are read.
enum ScanJob: Sendable {
  /// Hash a whole file.
  case hash(file: Int)
  /// Read a piece of a file.
  case piece(file: Int, piece: Int)
}

/// What is to be read, and how it is cut.
struct ScanPlan: Sendable {
  /// The files; `nil` where one turned out unreadable.
  var sources: [ScanSource?]
  /// Where the pieces of each file start.
  var starts: [[Int]]
  /// Whether all files are hashed, not only those that may be the same as others.
  let hashes: Bool
  /// Whether the hashes of files are known already.
  var isHashed = false

  /// What there is to do, file by file; the hash of a file takes long, so it comes first.
  var jobs: [ScanJob] {
    sources.indices.filter { sources[$0] != nil }.flatMap { file in
      (needsHash(file) ? [.hash(file: file)] : [])
        + starts[file].indices.map { .piece(file: file, piece: $0) }
    }
  }

  private func needsHash(_ file: Int) -> Bool {
    !isHashed && (hashes || sources.count { $0?.size == sources[file]?.size } > 1)
  }

  /// Where a piece ends; the last one with the records.
  func bound(_ file: Int, _ piece: Int) -> Int {
    piece + 1 < starts[file].count ? starts[file][piece + 1] : sources[file]?.end ?? .max
  }
}
