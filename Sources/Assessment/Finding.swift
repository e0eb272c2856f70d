import Diagnostics

/// Something wrong with the hand-ins as a whole, a finding with a severity like any other.
package struct Finding: Sendable, Codable, Hashable {
  /// What is wrong.
  package enum Kind: String, Sendable, Codable {
    /// A unit that is bound handed in nothing for a dataset.
    case missingHandIn = "missing-hand-in"
    /// A file with a header and no record: nothing arose. Shown, never counted against anybody.
    case nilReturn = "nil-return"
    /// A file that cannot be read at all, or is empty.
    case unreadableFile = "unreadable-file"
    /// A file that `exports.yaml` names is not there.
    case missingFile = "missing-file"
    /// No file at all for a dataset that rules need.
    case missingDataset = "missing-dataset"
    /// Months of a longer period without a folder of exports.
    case missingFolder = "missing-folder"
    /// Earlier assessments that rules are about were not given.
    case missingPrior = "missing-prior"
    /// Records whose unit is empty, unreadable or unknown to the registry.
    case unassignedRecords = "unassigned-records"
    /// Records that belong to no record of the dataset above theirs.
    case orphanRecords = "orphan-records"
    /// A file without a snapshot time; as-of was taken.
    case noSnapshot = "no-snapshot"
    /// A file that says it was written later than it was read; as-of was taken.
    case futureSnapshot = "future-snapshot"
    /// Records that break a check of their dataset which says how urgent that is.
    case brokenCheck = "broken-check"
    /// Names of units that were read as their codes. Only shown.
    case namedUnits = "named-units"
    /// A post that nobody held on some day that matters.
    case vacancy
    /// A post that several held at once on some day that matters.
    case overlap
    /// A waiver that was in force and set nothing apart.
    case unusedWaiver = "unused-waiver"
    /// A waiver that ends with the period or soon after it. Only shown.
    case endingWaiver = "ending-waiver"
    /// Several earlier assessments of one period; the latest is taken. Only shown.
    case repeatedPrior = "repeated-prior"
    /// Obligations of which the data that one unit checks hold nothing. Only shown.
    case notShown = "not-shown"

    /// Whether it is about what was handed in, not about posts, waivers or earlier assessments.
    package var isAboutData: Bool {
      switch self {
      case .vacancy, .overlap, .unusedWaiver, .endingWaiver, .repeatedPrior, .missingPrior: false
      default: true
      }
    }
  }

  /// What is wrong.
  package let kind: Kind
  /// How urgent; `nil` for what is only shown.
  package let severity: Severity?
  /// The unit it concerns.
  package let unit: String?
  /// The dataset it concerns.
  package let dataset: String?
  /// The file or the folder it concerns.
  package let file: String?
  /// How many records it concerns.
  package let count: Int?
  /// In a sentence.
  package let message: Text

  /// A finding from its parts.
  package init(
    kind: Kind, severity: Severity?, unit: String? = nil, dataset: String? = nil,
    file: String? = nil, count: Int? = nil, message: Text
  ) {
    self.kind = kind
    self.severity = severity
    self.unit = unit
    self.dataset = dataset
    self.file = file
    self.count = count
    self.message = message
  }
}

/// Defects of one kind in one column, counted; their places are in `Places`.
package struct DefectCount: Sendable, Codable, Hashable {
  /// The kind, as `DefectKind` names it, or the id of a check of the dataset.
  package let kind: String
  /// The dataset, where it is known.
  package let dataset: String?
  /// The column, where it is about one.
  package let column: String?
  /// How many.
  package let count: Int

  /// A count from its parts.
  package init(kind: String, dataset: String?, column: String?, count: Int) {
    self.kind = kind
    self.dataset = dataset
    self.column = column
    self.count = count
  }
}

/// A mistake that a rule made on values that were all known: the rule must be mended.
package struct RuleFault: Sendable, Codable, Hashable {
  /// `directive/obligation`, or `dataset/check`.
  package let rule: String
  /// What went wrong.
  package let message: Text
  /// On how many records.
  package let count: Int
  /// The smallest key among them.
  package let example: String

  /// A fault from its parts.
  package init(rule: String, message: Text, count: Int, example: String) {
    self.rule = rule
    self.message = message
    self.count = count
    self.example = example
  }
}
