import Assessment
import Diagnostics
import Foundation

/// An assessment that an earlier run wrote.
struct AssessmentFile {
  /// Why a file holds no assessment that this tool reads.
  enum Refusal: Error {
    case notReadable
    case noAssessment
    /// It is of another version: this one.
    case otherSchema(String)
  }

  /// Its bytes.
  let data: Data
  /// What they say.
  let assessment: Assessment

  /// Reads a file.
  init(_ path: String) throws(Refusal) {
    guard let data = FileManager.default.contents(atPath: path) else { throw .notReadable }
    guard let assessment = try? Assessment.read(json: data) else { throw Self.refusal(of: data) }
    (self.data, self.assessment) = (data, assessment)
  }

  private static func refusal(of data: Data) -> Refusal {
    let wanted = Assessment.currentSchema
    let family = wanted.prefix { $0 != "/" } + "/"
    guard let schema = Assessment.schema(of: data), schema.hasPrefix(family), schema != wanted
    else { return .noAssessment }
    return .otherSchema(schema)
  }
}
