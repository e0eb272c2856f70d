/// Consecutive records in memory, all with as many fields as the file has headers.
struct CellRun {
  /// The bytes in which they stand.
  let bytes: UnsafePointer<UInt8>
  /// See `StructureScan`.
  let marks: UnsafePointer<UInt32>
  /// See `StructureScan`.
  let ends: UnsafePointer<UInt32>
  /// For each record the index in `marks` of what stands before its first field.
  let bases: UnsafePointer<UInt32>
  /// How many records there are.
  let count: Int
  /// How many fields each has.
  let fieldCount: Int

  /// Where fields begin (one byte after) and end, at the indexes that `bases` holds.
  @inline(__always)
  func edges(of field: Int) -> (before: UnsafePointer<UInt32>, end: UnsafePointer<UInt32>) {
    (marks + field, (field == fieldCount - 1 ? ends : marks) + field + 1)
  }

  /// The bytes of a field as they stand, with quotation marks.
  func cell(_ row: Int, field: Int) -> Bytes {
    let edges = edges(of: field)
    let base = Int(bases[row])
    let start = Int(edges.before[base] &+ 1)
    return Bytes(start: bytes + start, count: Int(edges.end[base]) - start)
  }

  /// Where a record begins, from the first of the bytes.
  func start(of row: Int) -> Int { Int(marks[Int(bases[row])] &+ 1) }
}
