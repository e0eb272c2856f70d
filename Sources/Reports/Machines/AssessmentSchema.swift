import CReport

/// The JSON Schema (draft 07) of what `Assessment.json()` writes. It allows no member that it does not name: a new
/// one is a change of it, and one that old readers would misread is a new version.
package enum AssessmentSchema {
  /// The name of its file.
  package static let name = "assessment.schema.json"

  /// The schema, with a line break at the end.
  package static var text: String { EmbeddedText.of(assessment_schema()) }
}
