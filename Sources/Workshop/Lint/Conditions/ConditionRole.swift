import Diagnostics

/// What an expression is for, which tells what comes of it being always true or always false.
enum ConditionRole: Sendable {
  case binds
  case scope
  case require
  case pending
  case evidence
  /// Which records stop a clock.
  case pause
  case targetUnits
  case check
  /// A `let`, a date, a number.
  case value

  /// Whether it narrows what others have narrowed before: that it adds nothing is no mistake.
  var isJoined: Bool {
    switch self {
    case .scope, .targetUnits, .evidence, .pause: true
    case .binds, .require, .pending, .check, .value: false
    }
  }
}

/// A part of an expression that is always true or always false.
struct ConstantPart: Sendable {
  /// Where it is written.
  let span: Span
  /// What it always is.
  let truth: Bool
  /// What the expression is for.
  let role: ConditionRole
  /// Whether the whole expression always is the same.
  let decides: Bool
}
