import Diagnostics

extension Trial {
  /// What is supposed; the as-of stands with each side.
  package struct Changes: Sendable, Codable, Hashable {
    /// Other targets, by obligation.
    package var targets: [TargetChange]
    /// The directives left out, by id.
    package var without: [LeftOut]
    /// Other rules; `nil` for the same.
    package var rules: RulesChange?

    /// Changes from their parts.
    package init(
      targets: [TargetChange] = [], without: [LeftOut] = [], rules: RulesChange? = nil
    ) {
      self.targets = targets
      self.without = without
      self.rules = rules
    }
  }

  /// One target in the place of all those of an obligation.
  package struct TargetChange: Sendable, Codable, Hashable {
    /// `directive/obligation`.
    package let obligation: String
    /// What has to be done.
    package let title: Text
    /// What the target is compared with.
    package let measure: MeasureKind
    /// The target supposed, for all units, as it was given: `at-least: 95%`.
    package let supposed: String
    /// The targets in force for the verdicts, by first day; empty without a verdict or a target.
    package var before: [TargetSummary] = []
    /// The same under the supposition: several where each unit is set against a figure of its own.
    package var after: [TargetSummary] = []

    /// A change from its parts.
    package init(obligation: String, title: Text, measure: MeasureKind, supposed: String) {
      self.obligation = obligation
      self.title = title
      self.measure = measure
      self.supposed = supposed
    }
  }

  /// A directive whose obligations are left out.
  package struct LeftOut: Sendable, Codable, Hashable {
    /// Its id.
    package let id: String
    /// `63/2010/NĐ-CP`.
    package let number: String
    /// What it is about.
    package let title: Text
    /// How many obligations it has.
    package let obligations: Int

    /// A directive from its parts.
    package init(id: String, number: String, title: Text, obligations: Int) {
      self.id = id
      self.number = number
      self.title = title
      self.obligations = obligations
    }
  }

  /// Other folders of rules.
  package struct RulesChange: Sendable, Codable, Hashable {
    /// The folders, as given.
    package let before: [String]
    /// The folders in their place.
    package let after: [String]
    /// The obligations that only the latter have, by id.
    package let added: [Named]
    /// The obligations that only the former have, by id.
    package let removed: [Named]

    /// A change from its parts.
    package init(before: [String], after: [String], added: [Named], removed: [Named]) {
      self.before = before
      self.after = after
      self.added = added
      self.removed = removed
    }
  }

  /// An obligation with what it is called.
  package struct Named: Sendable, Codable, Hashable {
    /// `directive/obligation`.
    package let id: String
    /// What has to be done.
    package let title: Text

    /// An obligation from its parts.
    package init(id: String, title: Text) {
      self.id = id
      self.title = title
    }
  }
}
