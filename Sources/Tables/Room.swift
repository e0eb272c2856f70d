/// Memory that its owner gives back by `deallocate`, for loops in which an array's checks would be felt.
extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
  /// Room for some values, all the same at first.
  package static func make(_ count: Int, of value: Pointee) -> Self {
    let pointer = allocate(capacity: count)
    pointer.initialize(repeating: value, count: count)
    return pointer
  }

  /// The first `count` values with room for more behind them, all like the first; the old room is gone.
  package func grown(_ count: Int, to room: Int) -> Self {
    let larger = Self.make(room, of: self[0])
    larger.update(from: self, count: count)
    deallocate()
    return larger
  }
}
