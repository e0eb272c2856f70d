/// How the keys of a stream's records are read.
package enum KeyUse: Sendable {
  /// As any other column; nobody asks whether two are the same.
  case none
  /// Records that share a key become one. The texts of some columns get no codes.
  case unique(uncoded: Set<Int>)
}

extension ExportStream {
  /// The columns whose texts need no codes: nothing compares them, so that texts that are all different,
  /// as those of keys, names and addresses, fill no memory.
  /// - Parameter loaded: the columns whose codes are used while records are read.
  package func uncoded(but loaded: Set<Int>) -> Set<Int> {
    Set(dataset.columns.indices).subtracting(loaded).subtracting(ownerColumns).filter { column in
      dataset.columns[column].type == .string && dataset.columns[column].allowed == nil
    }
  }
}

extension KeyUse {
  /// The columns whose texts get no codes.
  var uncoded: Set<Int> { if case .unique(let uncoded) = self { uncoded } else { [] } }

  /// Whether records that share a key become one.
  var isUnique: Bool { if case .unique = self { true } else { false } }
}
