/// What the `c` element of a cell says before its value comes.
struct CellHead {
  enum Kind {
    case number, sharedString, inlineString, formulaString, bool, error, date, unknown
  }

  var column = 0
  var kind = Kind.number
  var shape = NumberShape.number(.plain)
}

extension CellHead.Kind {
  /// The kind that `t` names; a cell without one is a number.
  init(_ type: UnsafeBufferPointer<UInt8>?) {
    guard let type else {
      self = .number
      return
    }
    if type == "s" {
      self = .sharedString
    } else if type == "n" || type.isEmpty {
      self = .number
    } else {
      self = Self.rare.first { type == $0.0 }?.1 ?? .unknown
    }
  }

  private static let rare: [(StaticString, CellHead.Kind)] = [
    ("inlineStr", .inlineString), ("str", .formulaString), ("b", .bool), ("e", .error),
    ("d", .date),
  ]
}
