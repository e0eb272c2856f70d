/// Sets the blank lines between the sections of a file, and between the items of their lists, where
/// these run over several lines.
struct BlankLines {
  private let lines: [LayoutLine]

  /// The lines with the blank ones that are missing.
  static func spaced(_ lines: [LayoutLine]) -> [LayoutLine] {
    let places = BlankLines(lines: lines).places
    return lines.indices.flatMap { index in
      places.contains(index) ? [LayoutLine(kind: .blank), lines[index]] : [lines[index]]
    }
  }

  /// Before which lines.
  private var places: Set<Int> {
    let sections = ranges(.section, in: lines.indices)
    let lists = sections.isEmpty ? [lines.indices] : sections
    let groups = [sections] + lists.map { ranges(.item, in: $0) }
    return Set(groups.flatMap { between($0).compactMap(place) })
  }

  private func ranges(_ start: LayoutLine.Start, in whole: Range<Int>) -> [Range<Int>] {
    let starts = whole.filter { lines[$0].starts == start }
    return zip(starts, starts.dropFirst() + [whole.upperBound]).map { $0..<$1 }
  }

  /// The first lines of what a blank line stands before.
  private func between(_ ranges: [Range<Int>]) -> [Int] {
    zip(ranges, ranges.dropFirst()).filter { isLong($0) || isLong($1) }.map { $1.lowerBound }
  }

  private func isLong(_ range: Range<Int>) -> Bool {
    lines[range].count { $0.kind == .content || $0.kind == .verbatim } > 1
  }

  /// Above the comments on it; `nil` where a blank line stands already, or would be read as a part of
  /// the text above it.
  private func place(_ start: Int) -> Int? {
    let comments = lines[..<start].reversed().prefix {
      $0.kind == .comment && $0.indent == lines[start].indent
    }
    let place = start - comments.count
    guard place > 0, lines[place - 1].kind != .blank, !lines[place - 1].isOpenEnded else {
      return nil
    }
    return place
  }
}
