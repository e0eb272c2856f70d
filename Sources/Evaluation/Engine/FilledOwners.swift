import Synchronization
import Tables

/// Which owners have as many records as are named, and by which piece of the files: no record of a later piece can
/// be among the first. All threads share it, so that each keeps little that another has found before.
final class FilledOwners: Sendable {
  /// A place in the order in which pieces stand in the files.
  struct Piece: Hashable, Comparable {
    let file: Int
    let piece: Int

    init(of batch: Batch) { (file, piece) = (batch.file, batch.piece) }

    static func < (left: Piece, right: Piece) -> Bool {
      (left.file, left.piece) < (right.file, right.piece)
    }
  }

  /// For each tally, by the number of the owner, the first piece by which it has enough.
  private let firsts = Mutex<[Int: [Int: Piece]]>([:])

  /// An owner has enough by a piece.
  func fill(_ owner: Int, of tally: Int, by piece: Piece) {
    firsts.withLock { firsts in
      let known = firsts[tally]?[owner]
      firsts[tally, default: [:]][owner] = known.map { min($0, piece) } ?? piece
    }
  }

  /// The owners who have enough before a piece.
  func filled(of tally: Int, before piece: Piece) -> [Int] {
    firsts.withLock { firsts in
      (firsts[tally] ?? [:]).compactMap { $0.value < piece ? $0.key : nil }
    }
  }
}
