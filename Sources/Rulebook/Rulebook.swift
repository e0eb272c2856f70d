import Calendars
import Crypto
import Diagnostics
import Expressions
import Registry
import Tables

/// What every record of a dataset should fulfil; a record that does not is a defect of the export
/// and changes no verdict. A record for which it cannot be told is skipped.
package struct DataCheck: Sendable {
  /// Kebab-case, unique in its dataset.
  package let id: String
  /// The id of the dataset.
  package let dataset: String
  /// The condition.
  package let require: CheckedExpression
  /// What is wrong with a record that breaks it, and the text that says so, where one does.
  package let says: Text
  /// How urgent it is; `nil` for what is only shown.
  package let severity: Severity?

  /// A check from its parts.
  package init(
    id: String, dataset: String, require: CheckedExpression, says: Text, severity: Severity? = nil
  ) {
    self.id = id
    self.dataset = dataset
    self.require = require
    self.says = says
    self.severity = severity
  }
}

/// A file that was read, and the hash that tells whether anybody changed it since.
package struct SourceFile: Sendable, Hashable {
  /// As shown to people.
  package let path: String
  /// Of its bytes, in hexadecimal.
  package let sha256: String

  /// A file and its hash.
  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }

  /// A file with the hash of its bytes.
  package init(_ source: SourceText) {
    let digest = SHA256.hash(data: source.bytes)
    let digits = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    self.init(path: source.path, sha256: digits.joined())
  }
}

/// Everything that rule files say, loaded and checked.
package struct Rulebook: Sendable {
  /// By id.
  package let directives: [Directive]
  /// By full id.
  package var obligations: [Obligation]
  /// By id; without the built-in ones.
  package let datasets: [Dataset]
  /// The built-in dataset of units, with the lists of what belongs to a unit.
  package let units: Dataset
  /// By dataset, then by id.
  package let checks: [DataCheck]
  /// The one working calendar.
  package let calendar: WorkCalendar
  /// Units and posts.
  package var registry: UnitRegistry
  /// By id.
  package var waivers: [Waiver]
  /// Which obligation takes the place of which; by older obligation, then by first day.
  package let successions: [Succession]
  /// By id.
  package var indexes: [ScoreIndex]
  /// The ids of the options that are in force, which somebody asked for.
  package let options: [String]
  /// Lint findings that rule authors accept, in the order of files and lines.
  package let allowances: [Allowance]
  /// By path.
  package let sources: [SourceFile]

  /// A rulebook from its parts.
  package init(
    directives: [Directive], obligations: [Obligation], datasets: [Dataset],
    units: Dataset = BuiltInDatasets.units, checks: [DataCheck] = [], calendar: WorkCalendar,
    registry: UnitRegistry, waivers: [Waiver] = [], indexes: [ScoreIndex] = [],
    options: [String] = [], allowances: [Allowance] = [], sources: [SourceFile] = []
  ) {
    self.directives = directives.sorted { $0.id < $1.id }
    self.obligations = obligations.sorted { $0.fullID < $1.fullID }
    self.datasets = datasets.sorted { $0.id < $1.id }
    self.units = units
    self.checks = checks.sorted { ($0.dataset, $0.id) < ($1.dataset, $1.id) }
    self.calendar = calendar
    self.registry = registry
    successions = Succession.all(obligations)
    self.waivers = waivers.sorted { $0.id < $1.id }
    self.indexes = indexes.sorted { $0.id < $1.id }
    self.options = options
    self.allowances = allowances
    self.sources = sources.sorted { $0.path < $1.path }
  }
}
