import Diagnostics

/// What is known of terms where a condition stands, because conditions before it hold.
struct Facts: Sendable {
  /// What came of assuming something.
  enum Assumption: Sendable {
    case possible(Facts)
    case impossible(Cause)
  }

  /// Why something cannot be.
  enum Cause: Sendable {
    /// It is made of constants.
    case constant
    /// The term can never be that.
    case declared(Test)
    /// These conditions already say otherwise.
    case conflict([Span])
  }

  private struct Known {
    var domain: Domain
    var from: [Span] = []
  }

  /// How deep conditions are looked into; what lies deeper counts as possible.
  private static let depthLimit = 6

  private var known: [String: Known] = [:]

  /// What follows when a condition is true, or false. Correlations between different terms are not
  /// sought, so that `impossible` is certain and `possible` is not.
  func assuming(_ condition: Condition, _ truth: Bool, depth: Int = 0) -> Assumption {
    guard depth < Self.depthLimit else { return .possible(self) }
    switch condition.kind {
    case .constant(let value): return value == truth ? .possible(self) : .impossible(.constant)
    case .test(let test): return assuming(test, truth, condition.span)
    case .not(let operand): return assuming(operand, !truth, depth: depth + 1)
    case .all(let parts), .any(let parts):
      let isAll = if case .all = condition.kind { true } else { false }
      return isAll == truth ? each(parts, truth, depth) : some(parts.map { [($0, truth)] }, depth)
    case .choice(let test, let then, let otherwise):
      return some([[(test, true), (then, truth)], [(test, false), (otherwise, truth)]], depth)
    }
  }

  /// What holds besides, where it can; otherwise nothing new.
  func adding(_ condition: Condition, _ truth: Bool) -> Facts {
    if case .possible(let facts) = assuming(condition, truth) { facts } else { self }
  }

  private func assuming(_ test: Test, _ truth: Bool, _ span: Span) -> Assumption {
    let before = known[test.term] ?? Known(domain: test.domain)
    let wanted = truth ? test.passing : test.failing
    let after = before.domain.intersection(wanted)
    guard after.isEmpty else {
      var facts = self
      facts.known[test.term] = Known(domain: after, from: before.from + [span])
      return .possible(facts)
    }
    let isDeclared = test.domain.intersection(wanted).isEmpty
    return .impossible(isDeclared ? .declared(test) : .conflict(before.from))
  }

  /// All of them; twice at the top, since a later one may decide what an earlier one left open.
  private func each(_ parts: [Condition], _ truth: Bool, _ depth: Int) -> Assumption {
    var facts = self
    for part in depth == 0 ? parts + parts : parts {
      switch facts.assuming(part, truth, depth: depth + 1) {
      case .possible(let more): facts = more
      case .impossible(let cause): return .impossible(cause)
      }
    }
    return .possible(facts)
  }

  /// At least one of them, each a row of conditions that have to hold together: where only one can
  /// be, it is.
  private func some(_ options: [[(Condition, Bool)]], _ depth: Int) -> Assumption {
    var open: [Facts] = []
    var cause = Cause.constant
    for option in options {
      var assumption = Assumption.possible(self)
      for (condition, truth) in option {
        guard case .possible(let facts) = assumption else { break }
        assumption = facts.assuming(condition, truth, depth: depth + 1)
      }
      switch assumption {
      case .possible(let facts): open.append(facts)
      case .impossible(let reason): cause = reason
      }
    }
    guard let only = open.first else { return .impossible(cause) }
    return .possible(open.count == 1 ? only : self)
  }
}
