import CScan

/// The kernels that are written with the processor's instructions for sixteen bytes at a time. They read
/// what the others do.
extension TimestampKernel {
  /// Reads one field of all records; returns how many are in doubt.
  func fillFast(_ run: CellRun, field: Int, _ space: CellSpace) -> Int {
    let times = ccells_times(
      is_slashed: Shape.isSlashed ? 1 : 0, separators: separators,
      takes_minutes: takes.minutes ? 1 : 0, takes_seconds: takes.seconds ? 1 : 0, days: entries,
      latest: latest)
    return ccells_read_times(run.plain(field), times, space.plain)
  }
}

extension IntegerKernel {
  /// Reads one field of all records; returns how many are in doubt.
  func fillFast(_ run: CellRun, field: Int, _ space: CellSpace) -> Int {
    ccells_read_numbers(
      run.plain(field), factor, range.lowerBound, range.upperBound, space.plain)
  }
}

extension CellRun {
  /// A field as the scanner's module sees it.
  func plain(_ field: Int) -> ccells_field {
    let (before, end) = edges(of: field)
    return ccells_field(bytes: bytes, bases: bases, before: before, end: end, count: count)
  }
}

extension CellSpace {
  /// The same as the scanner's module sees it.
  var plain: ccells_space {
    ccells_space(values: values, present: present, first: first, doubts: doubts)
  }
}
