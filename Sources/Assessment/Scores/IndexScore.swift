import Diagnostics
import Numbers

/// What an index came to in one period: the points of every unit, criterion by criterion, and the
/// ranks. A comparison of data with criteria, no authority's decision.
package struct IndexScore: Sendable, Codable, Hashable {
  /// The id in the rules.
  package let id: String
  /// What people call it.
  package let title: Text
  /// The id of the directive that sets it up.
  package let directive: String
  /// `2025-09`, `2025`.
  package let period: String
  /// Its parts, in the order of the rules.
  package let groups: [GroupSummary]
  /// What people call the columns of points that are handed in, by id.
  package let columns: [String: Text]
  /// What was added up in each way, in the order of the rules; ways for which there is nothing at all
  /// are left out.
  package let totals: [TotalScore]

  /// A score from its parts.
  package init(
    id: String, title: Text, directive: String, period: String, groups: [GroupSummary],
    columns: [String: Text], totals: [TotalScore]
  ) {
    self.id = id
    self.title = title
    self.directive = directive
    self.period = period
    self.groups = groups
    self.columns = columns
    self.totals = totals
  }

  /// A part of an index.
  package struct GroupSummary: Sendable, Codable, Hashable {
    /// The id in the rules.
    package let id: String
    /// What people call it.
    package let title: Text
    /// The most points it can have; `nil` where that is handed in.
    package let maximum: Rational?
    /// Whether it adds or takes points beyond the maximum of the whole.
    package let isBonus: Bool
    /// Where it comes from.
    package let origin: OriginSummary
    /// In the order of the rules.
    package let criteria: [CriterionSummary]

    /// A part from its parts.
    package init(
      id: String, title: Text, maximum: Rational?, isBonus: Bool, origin: OriginSummary,
      criteria: [CriterionSummary]
    ) {
      self.id = id
      self.title = title
      self.maximum = maximum
      self.isBonus = isBonus
      self.origin = origin
      self.criteria = criteria
    }
  }

  /// A criterion of an index.
  package struct CriterionSummary: Sendable, Codable, Hashable {
    /// The id in the rules.
    package let id: String
    /// What people call it.
    package let title: Text
    /// The most points it can have.
    package let maximum: Rational
    /// How points are worked out, as it is written; `nil` where they are not.
    package let formula: String?
    /// Why no points are worked out.
    package let notMeasured: String?
    /// Where it comes from.
    package let origin: OriginSummary

    /// A criterion from its parts.
    package init(
      id: String, title: Text, maximum: Rational, formula: String?, notMeasured: String?,
      origin: OriginSummary
    ) {
      self.id = id
      self.title = title
      self.maximum = maximum
      self.formula = formula
      self.notMeasured = notMeasured
      self.origin = origin
    }
  }

  /// Where a maximum and a formula come from.
  package struct OriginSummary: Sendable, Codable, Hashable {
    /// The article or annex; `nil` where none says so.
    package let cite: String?
    /// Where that was read, or seen.
    package let source: String?
    /// Whether it is how it is done, and not what a text says.
    package let isPractice: Bool

    /// An origin from its parts.
    package init(cite: String?, source: String?, isPractice: Bool) {
      self.cite = cite
      self.source = source
      self.isPractice = isPractice
    }
  }
}

/// One way in which points become a total, for all units.
package struct TotalScore: Sendable, Codable, Hashable {
  /// The id in the rules.
  package let id: String
  /// What people call it.
  package let title: Text
  /// The ranked units by rank, then those that are not ranked; then by code.
  package let units: [UnitScore]
  /// The codes of units that nothing at all was handed in for; they are not among `units`.
  package let absent: [String]

  /// A total from its parts.
  package init(id: String, title: Text, units: [UnitScore], absent: [String]) {
    self.id = id
    self.title = title
    self.units = units
    self.absent = absent
  }
}
