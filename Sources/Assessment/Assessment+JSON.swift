import Foundation

extension Assessment {
  /// The assessment as JSON: keys sorted, two spaces, a line break at the end; the same bytes for
  /// the same assessment.
  package func json() throws -> Data { Data(try StableJSON.bytes(self)) }

  /// Reads what `json()` writes.
  /// - Throws: `DecodingError` when it is not an assessment of this schema.
  package static func read(json: Data) throws -> Assessment {
    let assessment = try JSONDecoder().decode(Assessment.self, from: json)
    guard assessment.schema == currentSchema else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "unknown schema \(assessment.schema)"))
    }
    return assessment
  }

  /// The schema that JSON says it is written by: `tuanthu.assessment/1`; `nil` when it says none.
  package static func schema(of json: Data) -> String? {
    try? JSONDecoder().decode(Labelled.self, from: json).schema
  }

  private struct Labelled: Decodable {
    let schema: String
  }
}

extension Trial {
  /// The trial as JSON, written as an assessment is.
  package func json() throws -> Data { Data(try StableJSON.bytes(self)) }
}
