/// Says where comments go when what they are about moves.
struct CommentPlacer {
  /// The collections open around the comment: first those of what follows, then those of what stands
  /// before it, each from the outermost.
  var contexts: [LayoutBuilder.Context] = []

  /// The column of a comment that has its own line and stood in `column`: that of the line it is above
  /// or of the collection it was in line with.
  func indent(_ column: Int, _ next: LayoutLine?) -> Int {
    if let next, next.oldIndent == column { return next.indent }
    if let same = contexts.first(where: { $0.old == column }) { return same.new }
    return next?.indent ?? contexts.last { $0.old <= column }?.new ?? 0
  }

  /// The same within brackets.
  func inFlow(_ column: Int, _ next: LayoutLine?, shifted: Int) -> Int {
    next?.oldIndent == column ? next?.indent ?? shifted : shifted
  }

  /// The lines with the comments behind them. Those that stood under each other do so again.
  func aligned(_ lines: [LayoutLine]) -> [LayoutLine] {
    var lines = lines
    var index = 0
    while index < lines.count {
      guard let column = lines[index].comment?.oldColumn else {
        index += 1
        continue
      }
      let group = lines[index...].prefix { Self.isInLine($0, column) }.indices
      align(&lines, group, column)
      index = group.upperBound
    }
    return lines
  }

  private static func isInLine(_ line: LayoutLine, _ column: Int) -> Bool {
    if let comment = line.comment { return comment.oldColumn == column }
    return line.kind == .comment && line.isPinnable && line.oldIndent == column
  }

  /// Comments keep their column as far as there is room.
  private func align(_ lines: inout [LayoutLine], _ group: Range<Int>, _ column: Int) {
    let first = lines[group.lowerBound]
    let ends = lines[group].map { $0.comment == nil ? 0 : $0.end + 2 }
    let target = max(column + first.indent - first.oldIndent, ends.max() ?? 0)
    for index in group {
      guard let comment = lines[index].comment else {
        lines[index].indent = target
        continue
      }
      let gap = String(repeating: " ", count: target - lines[index].end)
      lines[index].text += gap + comment.text
    }
  }
}
