import Tables

/// How the keys and the texts of a stream's records are read.
package struct KeyUse: Sendable {
  /// Whether records that share a key become one.
  var isUnique: Bool
  /// The columns whose texts get no codes.
  let uncoded: Set<Int>

  /// Nobody asks whether two keys are the same; all texts get codes.
  package static let none = KeyUse(isUnique: false, uncoded: [])

  /// Records that share a key, where they have one, become one. The texts of some columns get no codes.
  package static func unique(uncoded: Set<Int>) -> KeyUse {
    KeyUse(isUnique: true, uncoded: uncoded)
  }

  /// The same for a dataset.
  func of(_ dataset: Dataset) -> KeyUse {
    KeyUse(isUnique: isUnique && !dataset.key.isEmpty, uncoded: uncoded)
  }
}

extension ExportStream {
  /// The columns whose texts need no codes: nothing compares them, so that texts that are all different,
  /// as those of keys, names and addresses, fill no memory.
  /// - Parameter loaded: the columns whose codes are used while records are read.
  package func uncoded(but loaded: Set<Int>) -> Set<Int> {
    let coded = loaded.union(ownerColumns).union(unitNameColumns)
    return Set(dataset.columns.indices).subtracting(coded).filter { column in
      dataset.columns[column].type == .string && dataset.columns[column].allowed == nil
    }
  }
}
