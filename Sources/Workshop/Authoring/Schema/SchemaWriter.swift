import Diagnostics
import Foundation

/// Writes a mapping as a JSON Schema, draft 07: the one that YAML extensions of editors know best.
struct SchemaWriter {
  private var definitions: [String: JSON] = [:]

  /// The schema of files whose top level is `root`.
  static func text(of root: Mapping) throws -> String {
    var writer = SchemaWriter()
    let reference = writer.schema(.mapping(root))
    let whole = JSON.object([
      "$schema": .string("http://json-schema.org/draft-07/schema#"),
      "title": .string(root.text.both), "definitions": .object(writer.definitions),
      "allOf": .array([reference]),
    ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(whole), as: UTF8.self) + "\n"
  }

  private mutating func schema(_ shape: Shape) -> JSON {
    switch shape {
    case .text: .object(["type": Self.scalars])
    case .form(let pattern): .object(["type": Self.scalars, "pattern": .string(pattern)])
    case .flag: .object(["type": .string("boolean")])
    case .whole(let least): .object(["type": .string("integer"), "minimum": .int(least)])
    case .words(let words): .object(["enum": .array(words.map(JSON.string))])
    case .list(let item): oneOrMany(schema(item))
    case .items(let item, let count): items(schema(item), count)
    case .named(let value):
      .object(["type": .string("object"), "additionalProperties": schema(value)])
    case .either(let shapes): .object(["anyOf": .array(shapes.map { schema($0) })])
    case .mapping(let mapping): reference(mapping)
    }
  }

  /// What YAML takes for a number or a boolean is a text wherever a text is asked for.
  private static let scalars = JSON.array(["string", "number", "boolean"].map(JSON.string))

  private func oneOrMany(_ item: JSON) -> JSON {
    .object(["anyOf": .array([.object(["type": .string("array"), "items": item]), item])])
  }

  private func items(_ item: JSON, _ count: Int) -> JSON {
    .object([
      "type": .string("array"), "items": item, "minItems": .int(count), "maxItems": .int(count),
    ])
  }

  private mutating func reference(_ mapping: Mapping) -> JSON {
    if definitions[mapping.name] == nil {
      definitions[mapping.name] = .object([:])
      definitions[mapping.name] = definition(mapping)
    }
    return .object(["$ref": .string("#/definitions/\(mapping.name)")])
  }

  private mutating func definition(_ mapping: Mapping) -> JSON {
    var properties: [String: JSON] = [:]
    for key in mapping.keys {
      properties[key.name] = .object([
        "description": .string(key.text.both), "allOf": .array([schema(key.shape)]),
      ])
    }
    var definition: [String: JSON] = [
      "type": .string("object"), "description": .string(mapping.text.both),
      "properties": .object(properties), "additionalProperties": .bool(false),
    ]
    let required = mapping.keys.filter(\.isRequired).map { JSON.string($0.name) }
    if !required.isEmpty { definition["required"] = .array(required) }
    if !mapping.exactlyOne.isEmpty {
      definition["oneOf"] = .array(
        mapping.exactlyOne.map { .object(["required": .array([.string($0)])]) })
    }
    return .object(definition)
  }
}

extension Text {
  /// Both languages, for readers of either.
  fileprivate var both: String { vi == en ? vi : "\(vi)\n\n\(en)" }
}

/// A JSON value.
private enum JSON: Encodable {
  case string(String), int(Int), bool(Bool), array([JSON]), object([String: JSON])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .bool(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}
