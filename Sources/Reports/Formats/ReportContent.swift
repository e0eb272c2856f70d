import Assessment
import Diagnostics

/// What a report is made of, whatever its format.
package struct ReportContent {
  /// What was found.
  package let assessment: Assessment
  /// The reader's language.
  package let language: Language
  /// The exports folder, from the root of what is checked; annotations name files by it.
  package var folder: String
  /// What stands around the text of a document.
  package var letterhead: Letterhead
  /// Calls its argument with every record that proves a violation, in a fixed order; `nil` where only the
  /// records that the assessment names are known.
  package var breaches: Breaches?

  /// What an undetermined verdict does to the run.
  package var undetermined = UndeterminedPolicy.warn

  /// See `breaches`.
  package typealias Breaches = ((Breach) throws -> Void) throws -> Void

  /// The content of a report.
  package init(
    _ assessment: Assessment, language: Language, folder: String = "",
    letterhead: Letterhead = Letterhead(), breaches: Breaches? = nil
  ) {
    (self.assessment, self.language, self.folder) = (assessment, language, folder)
    (self.letterhead, self.breaches) = (letterhead, breaches)
  }

  /// Calls `body` with every record that proves a violation; where those are not at hand, with those that the
  /// assessment names.
  func forEachBreach(_ body: (Breach) throws -> Void) throws {
    if let breaches { try breaches(body) } else { try assessment.forEachNamedBreach(body) }
  }

  /// How many records prove violations and are not at hand.
  var unnamedBreaches: Int { breaches == nil ? assessment.unnamedBreaches : 0 }
}
