/// What a record can still turn out to be, once its unknown cells are known.
///
/// A record that is fully known can be one thing only. `DESIGN`: an unknown record may pass or fail;
/// where its scope or period is unknown, it may also be out.
package struct Possible: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Not in scope, or in another period.
  package static let out = Possible(rawValue: 1)
  /// In scope and fulfilling the condition.
  package static let pass = Possible(rawValue: 2)
  /// In scope and failing it.
  package static let fail = Possible(rawValue: 4)
  /// In scope, with a deadline still to come.
  package static let notDue = Possible(rawValue: 8)

  /// The same for what counts passing records only if a condition holds.
  func counted(if truth: Truth) -> Possible {
    guard contains(.pass) else { return self }
    switch truth {
    case .yes: return self
    case .no: return subtracting(.pass).union(.out)
    case .maybe: return union(.out)
    }
  }

  /// Whether only one thing is possible.
  package var isKnown: Bool { rawValue.nonzeroBitCount == 1 }
}

/// A condition that may not be known: what CEL gives, with errors and unknowns taken together.
package enum Truth: Sendable, Hashable {
  case yes
  case no
  case maybe
}
