/// The obvious CSV parser: everything in memory, one byte after the other, the rules in order.
/// It is what the streaming parser is compared with.
struct SlowCSV {
  private let bytes: [UInt8]
  private let delimiter: UInt8

  init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  /// The records, cell by cell; lines without a byte are none.
  var records: [[[UInt8]]] {
    var records: [[[UInt8]]] = []
    var index = 0
    while index < bytes.count {
      let start = index
      let (cells, next) = strict(start) ?? lenient(start)
      index = next
      if bytes[start..<next].contains(where: { $0 != 10 }), !isBareReturn(start, next) {
        records.append(cells)
      }
    }
    return records
  }

  private func isBareReturn(_ start: Int, _ next: Int) -> Bool {
    let line = bytes[start..<next].filter { $0 != 10 }
    return line == [13]
  }

  /// The record at `start` read by RFC 4180, or `nil` when a quotation mark is out of place.
  private func strict(_ start: Int) -> ([[UInt8]], Int)? {
    var cells: [[UInt8]] = []
    var index = start
    while true {
      if index < bytes.count, bytes[index] == 34 {
        guard let (cell, after) = quoted(index) else { return nil }
        cells.append(cell)
        if after == bytes.count { return (cells, after) }
        if bytes[after] == delimiter {
          index = after + 1
        } else if bytes[after] == 10 {
          return (cells, after + 1)
        } else if bytes[after] == 13, after + 1 == bytes.count {
          return (cells, after + 1)
        } else if bytes[after] == 13, bytes[after + 1] == 10 {
          return (cells, after + 2)
        } else {
          return nil
        }
      } else {
        let (cell, after) = plain(index)
        cells.append(cell)
        if after == bytes.count { return (cells, after) }
        if bytes[after] == 10 { return (cells, after + 1) }
        index = after + 1
      }
    }
  }

  private func quoted(_ start: Int) -> ([UInt8], Int)? {
    var cell: [UInt8] = []
    var index = start + 1
    while index < bytes.count {
      if bytes[index] != 34 {
        cell.append(bytes[index])
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == 34 {
        cell.append(34)
        index += 2
      } else {
        return (cell, index + 1)
      }
    }
    return nil
  }

  private func plain(_ start: Int) -> ([UInt8], Int) {
    var end = start
    while end < bytes.count, bytes[end] != delimiter, bytes[end] != 10 { end += 1 }
    let isLineEnd = end == bytes.count || bytes[end] == 10
    var cell = Array(bytes[start..<end])
    if isLineEnd, cell.last == 13 { cell.removeLast() }
    return (cell, end)
  }

  /// The line at `start` as one record: a field with a mark out of place is what stands there, an
  /// unterminated one goes on to the end of the line.
  private func lenient(_ start: Int) -> ([[UInt8]], Int) {
    let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
    let line = SlowCSV(Array(bytes[start..<end]), delimiter: delimiter)
    return (line.lenientCells, min(end + 1, bytes.count))
  }

  private var lenientCells: [[UInt8]] {
    var cells: [[UInt8]] = []
    var index = 0
    while true {
      var (cell, after) = plain(index)
      if index < bytes.count, bytes[index] == 34 {
        if let (content, close) = quoted(index) {
          let isReturn = close + 1 == bytes.count && bytes[close] == 13
          if close == bytes.count || bytes[close] == delimiter || isReturn {
            (cell, after) = (content, isReturn ? bytes.count : close)
          } else {
            let (rest, end) = plain(close)
            (cell, after) = (Array(bytes[index..<close]) + rest, end)
          }
        } else {
          (cell, after) = (Array(bytes[index...]), bytes.count)
          if cell.last == 13 { cell.removeLast() }
        }
      }
      cells.append(cell)
      if after == bytes.count { return cells }
      index = after + 1
    }
  }
}
