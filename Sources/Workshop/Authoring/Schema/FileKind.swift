import Diagnostics

/// The kinds of YAML files there are.
package enum FileKind: String, Sendable, CaseIterable {
  case rules
  case cases
  case exports
  case workspace

  /// The name of its schema's file.
  package var schemaName: String { rawValue + ".schema.json" }

  /// The JSON Schema (draft 07) of its files, with every key described in Vietnamese and English.
  /// - Throws: never in practice: what can go wrong in writing JSON.
  package func schema() throws -> String { try SchemaWriter.text(of: root) }

  /// Which files an editor takes for this kind, as globs.
  package var globs: [String] {
    switch self {
    case .rules: ["rules/**/*.yaml", "!**/cases.yaml", "!**/*.cases.yaml"]
    case .cases: ["cases.yaml", "*.cases.yaml"]
    case .exports: ["exports.yaml"]
    case .workspace: ["tuanthu.yaml"]
    }
  }

  /// The top level of its files.
  var root: Mapping {
    switch self {
    case .rules: .ruleFile
    case .cases: .caseFile
    case .exports: .exportsFile
    case .workspace: .workspace
    }
  }
}
