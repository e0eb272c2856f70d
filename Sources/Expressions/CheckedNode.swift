import Tables

/// One operation of a checked expression, with the type of its result.
package struct CheckedNode: Sendable {
  /// What it does.
  package indirect enum Kind: Sendable {
    case constant(Value)
    /// The cell of a record, or of a record it refers to.
    case column(ColumnPath)
    case variable(String)
    /// A variable bound inside the expression, counted from the outermost.
    case local(Int)
    /// Whether a cell is there.
    case has(ColumnPath)
    /// The cell that a path leads to from a record that is worked out.
    case member(CheckedNode, ColumnPath)
    /// Whether it is there.
    case hasMember(CheckedNode, ColumnPath)
    /// The records that belong to the one that a path leads to.
    case children(ColumnPath, ChildRelation)
    /// The same from a record that is worked out.
    case memberChildren(CheckedNode, ColumnPath, ChildRelation)
    /// Whether a variable has a value.
    case hasVariable(String)
    /// Whether a map has a key.
    case hasField(CheckedNode, String)
    /// The value of a map under a key written as a name.
    case field(CheckedNode, String)
    case call(Call)
    case not(CheckedNode)
    /// Absorbing: false, else unknown, else an error, else true.
    case and([CheckedNode])
    /// Absorbing: true, else unknown, else an error, else false.
    case or([CheckedNode])
    case conditional(CheckedNode, then: CheckedNode, otherwise: CheckedNode)
    case list([CheckedNode])
    case map([(key: CheckedNode, value: CheckedNode)])
    case comprehension(Comprehension)
    /// An element of a list or key of an entry that is left out where the optional has no value.
    case ifPresent(CheckedNode)
    /// What is in the first, an optional, else the second.
    case orElse(CheckedNode, CheckedNode, isValue: Bool)
    /// What the body gives for what is in an optional, bound to the local of that number.
    case optionalMap(CheckedNode, Int, CheckedNode, isFlat: Bool)
    /// Evaluates the first into the local of that number, then the second.
    case bind(Int, CheckedNode, in: CheckedNode)
  }

  /// What it does.
  package let kind: Kind
  /// The type of the result.
  package let type: ValueType
  /// Where it is written: UTF-8 offsets in the text of the expression.
  package let range: Range<Int>
}

/// A call of a library function or operator.
package struct Call: Sendable {
  /// The function's name, or the operator's sign.
  package let name: String
  /// The overloads that fit the types known so far; the values decide where there are several.
  let overloads: [Overload]
  /// The receiver first.
  package let arguments: [CheckedNode]
  /// Whether the values have to choose the overload.
  let isDynamic: Bool
}

/// A macro that goes through the elements of a list or map.
package struct Comprehension: Sendable {
  /// What is made of the elements.
  package enum Kind: Sendable, Hashable {
    case all
    case exists
    case existsOne
    case filter
    case map
    case transformMap
    case transformMapEntry
    case sortBy
    case sum
    case min
    case max
    /// The element for which the body is least; of equals the first.
    case first
    /// The element for which it is greatest; of equals the last.
    case last
  }

  /// What is made of the elements.
  package let kind: Kind
  /// What is gone through.
  package let range: CheckedNode
  /// The number of the first local.
  package let firstLocal: Int
  /// One (element, or key of a map) or two (index and element, or key and value).
  package let localCount: Int
  /// Elements for which it is false are left out.
  package let filter: CheckedNode?
  /// Evaluated for each element.
  package let body: CheckedNode
  /// How two results are added, for a sum.
  let adding: [Overload]
}
