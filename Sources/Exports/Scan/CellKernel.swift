/// What a kernel makes of a cell.
struct KernelCell {
  /// 0 where there is none.
  var value: Int64
  /// 1 where there is a value.
  var present: UInt64
  /// 1 where a slower reader must say.
  var doubt: Int

  /// A value if `isSure`, nothing if `isEmpty`, else for a slower reader to say.
  @inline(__always)
  init(_ value: Int64, isSure: UInt64, isEmpty: UInt64) {
    self.value = isSure == 1 ? value : 0
    present = isSure
    doubt = Int(truncatingIfNeeded: (isSure | isEmpty) ^ 1)
  }
}

/// Reads the most common notation of a column's cells without a branch; all else is doubt.
protocol CellKernel {
  /// Reads a cell as it stands in the file. So many bytes as `ByteWindow.slack` says can be read
  /// behind it.
  func read(_ cell: UnsafePointer<UInt8>, _ count: Int) -> KernelCell
}

/// Room for the cells of one column, and where to write.
struct CellSpace {
  let values: UnsafeMutablePointer<Int64>
  let present: UnsafeMutablePointer<UInt64>
  /// The first row to be written.
  let first: Int
  /// Receives the rows, counted from `first`, that are in doubt.
  let doubts: UnsafeMutablePointer<Int32>
}

extension CellKernel {
  /// Reads one field of all records; returns how many are in doubt.
  @inline(__always)
  func fill(_ run: CellRun, field: Int, _ space: CellSpace) -> Int {
    let (before, end) = run.edges(of: field)
    var doubts = 0
    var index = 0
    while index < run.count {
      let row = space.first &+ index
      let stop = min(run.count, index &+ 64 &- (row & 63))
      var bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: row)
      var bits = space.present[row &>> 6] & (bit &- 1)
      while index < stop {
        let base = Int(run.bases[index])
        let start = Int(before[base] &+ 1)
        let cell = read(run.bytes + start, Int(end[base]) &- start)
        space.values[space.first &+ index] = cell.value
        bits |= bit & (0 &- cell.present)
        bit &<<= 1
        space.doubts[doubts] = Int32(truncatingIfNeeded: index)
        doubts &+= cell.doubt
        index &+= 1
      }
      space.present[row &>> 6] = bits
    }
    return doubts
  }
}

/// Eight bytes as a word, the first the lowest.
@inline(__always)
func word(_ bytes: UnsafePointer<UInt8>, _ offset: Int = 0) -> UInt64 {
  UInt64(
    littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
}

/// 1 for true.
@inline(__always)
func bit(_ isTrue: Bool) -> UInt64 { isTrue ? 1 : 0 }

/// The word of eight digits' values is all zeros under this mask; each byte of `digits` is what is left
/// of an ASCII digit after `0` was taken away bit by bit.
@inline(__always)
func flaws(ofDigits digits: UInt64) -> UInt64 {
  ((digits &+ 0x0606_0606_0606_0606) | digits) & 0xF0F0_F0F0_F0F0_F0F0
}

/// A cell without the quotation marks around it.
@inline(__always)
func unquoted(_ cell: UnsafePointer<UInt8>, _ count: Int) -> (UnsafePointer<UInt8>, Int) {
  let mark = Int(truncatingIfNeeded: bit(cell[0] == .quote) & bit(count > 1))
  return (cell + mark, count &- 2 &* mark)
}
