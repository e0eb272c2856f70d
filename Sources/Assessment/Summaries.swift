import Diagnostics

/// An instrument, as reports show it.
package struct DirectiveSummary: Sendable, Codable, Hashable {
  /// The id in the rules.
  package let id: String
  /// `63/2010/NĐ-CP`.
  package let number: String
  /// What it is about.
  package let title: Text
  /// Who issued it.
  package let issuer: String
  /// R read in the text, N in the news, T seen in practice.
  package let confidence: String
  /// Where it was read.
  package let source: String?

  /// A directive from its parts.
  package init(
    id: String, number: String, title: Text, issuer: String, confidence: String, source: String?
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.issuer = issuer
    self.confidence = confidence
    self.source = source
  }
}

/// A text that says so: the article, in a few words, and where it was read.
package struct CitationSummary: Sendable, Codable, Hashable {
  /// The article or the instrument.
  package let cite: String
  /// The duty in a few words.
  package let says: String?
  /// Where it was read.
  package let source: String?

  /// A citation from its parts.
  package init(cite: String, says: String? = nil, source: String? = nil) {
    self.cite = cite
    self.says = says
    self.source = source
  }
}

/// A duty, as reports show it.
package struct ObligationSummary: Sendable, Codable, Hashable {
  /// `directive/obligation`.
  package let id: String
  /// The id of its directive.
  package let directive: String
  /// What has to be done.
  package let title: Text
  /// The article that says so.
  package let duty: CitationSummary
  /// The text that binds the units.
  package let binding: CitationSummary
  /// Why there is no target, where there is none.
  package let noTarget: CitationSummary?
  /// How urgent a violation is, an internal classification.
  package let severity: Severity
  /// What is measured: share, count, sum, mean, distinct, ratio.
  package let measure: MeasureKind
  /// The dataset that is measured.
  package let dataset: String
  /// What people call the dataset.
  package let datasetTitle: Text
  /// The older obligations whose place it takes, if any.
  package var replaces: [Replacement]?
  /// What is not confirmed of it; `nil` unless it is in force because somebody asked for it.
  package var unconfirmed: Unconfirmed?

  /// An option of the rules.
  package struct Unconfirmed: Sendable, Codable, Hashable {
    /// Its id.
    package let option: String
    /// What is not confirmed.
    package let because: String

    /// An option from its parts.
    package init(option: String, because: String) {
      self.option = option
      self.because = because
    }
  }

  /// An obligation from its parts.
  package init(
    id: String, directive: String, title: Text, duty: CitationSummary, binding: CitationSummary,
    noTarget: CitationSummary?, severity: Severity, measure: MeasureKind, dataset: String,
    datasetTitle: Text
  ) {
    self.id = id
    self.directive = directive
    self.title = title
    self.duty = duty
    self.binding = binding
    self.noTarget = noTarget
    self.severity = severity
    self.measure = measure
    self.dataset = dataset
    self.datasetTitle = datasetTitle
  }
}

/// A unit, as reports show it.
package struct UnitSummary: Sendable, Codable, Hashable {
  /// Its code.
  package let code: String
  /// Its name in the period.
  package let name: String
  /// Its level: `so`, `phuong`, `xa`, …
  package let level: String
  /// The code of the unit above it.
  package let parent: String?

  /// A unit from its parts.
  package init(code: String, name: String, level: String, parent: String?) {
    self.code = code
    self.name = name
    self.level = level
    self.parent = parent
  }
}

/// What a verdict's number is.
package enum MeasureKind: String, Sendable, Codable {
  case share
  case count
  case sum
  case mean
  case median
  case percentile
  case distinct
  case ratio

  /// Whether it is shown as a percentage.
  package var isPercentage: Bool { self == .share }
}
