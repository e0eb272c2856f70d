import Foundation
import TestSupport

/// `examples/hanoi/answer.json`: what must be found, known from what was planted.
struct PlantedAnswer: Decodable {
  struct Expected: Decodable {
    let verdict: String
    let numerator: Int
    let denominator: Int?
    let notDue: Int
    let unknown: Int
    let unknownScope: Int
    let numeratorMin: Int
    let numeratorMax: Int
    let breaches: [String: [Key]]?
    let unknownKeys: [Key]?
    let answers: [String]?
  }

  /// The key of a record: one text, or several that are joined with `|`.
  struct Key: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else {
        text = try container.decode([String].self).joined(separator: "|")
      }
    }
  }

  let handedInNothing: [String: [String]]
  let nilReturns: [String: [String]]
  let unassigned: [String: [String]]
  let defects: [String: Int]
  let records: [String: Int]
  let obligations: [String: [String: Expected]]

  static func read() throws -> PlantedAnswer {
    let file = Places.root.appending(path: "examples/hanoi/answer.json")
    return try JSONDecoder().decode(PlantedAnswer.self, from: Data(contentsOf: file))
  }
}
