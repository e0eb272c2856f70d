import Diagnostics
import Foundation

@testable import Expressions

/// One case of the conformance suite of the CEL specification.
struct ConformanceCase {
  let id: String
  let expr: String
  let json: [String: Any]

  /// All cases of a folder of JSON-lines files, with ids `file/section/name`, numbered where equal.
  static func all(in folder: URL) throws -> [ConformanceCase] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".jsonl") }.sorted()
    var seen: [String: Int] = [:]
    return try names.flatMap { name in
      let lines = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        .split(separator: "\n")
      return lines.compactMap { line -> ConformanceCase? in
        guard let json = object(line), let expr = json["expr"] as? String else { return nil }
        let base = "\(name.dropLast(6))/\(json["section"] ?? "")/\(json["name"] ?? "")"
        seen[base, default: 0] += 1
        let count = seen[base] ?? 1
        return ConformanceCase(id: count > 1 ? "\(base)#\(count)" : base, expr: expr, json: json)
      }
    }
  }

  private static func object(_ line: Substring) -> [String: Any]? {
    try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
  }

  private var bindings: [String: Value] {
    let raw = json["bindings"] as? [String: [String: Any]] ?? [:]
    return raw.compactMapValues { ($0["value"] as? [String: Any]).flatMap(ProtoValue.value) }
  }

  private var scope: Scope {
    var variables: [String: ValueType] = bindings.mapValues { _ in .dyn }
    for entry in json["type_env"] as? [[String: Any]] ?? [] {
      guard let name = entry["name"] as? String, let ident = entry["ident"] as? [String: Any] else {
        continue
      }
      variables[name] = ProtoValue.type(ident["type"])
    }
    var scope = Scope(variables: variables, dialect: .cel)
    scope.container = json["container"] as? String ?? ""
    scope.isUnchecked = json["disable_check"] as? Bool ?? false
    return scope
  }

  /// Whether the case comes out as the suite says; the outcome in words where it does not.
  func run() -> (passes: Bool, outcome: String) {
    let (checked, diagnostics) = ExpressionCompiler.compile(MappedText(expr), in: scope)
    let wantsError = json["eval_error"] != nil
    guard let checked else {
      return (wantsError, diagnostics.map(\.message.en).joined(separator: "; "))
    }
    let typed = json["typed_result"] as? [String: Any]
    if let typed, let want = typed["deduced_type"] {
      let fits = ProtoValue.type(want) == checked.type
      if !fits || json["check_only"] as? Bool == true { return (fits, checked.type.name) }
    }
    let outcome = checked.evaluate(Bindings(values: bindings))
    let words = "\(outcome)"
    guard case .value(let value) = outcome else {
      if case .error = outcome { return (wantsError, words) }
      return (false, words)
    }
    let want = json["value"] ?? typed?["result"] ?? ["bool_value": true]
    guard !wantsError, let want = (want as? [String: Any]).flatMap(ProtoValue.value) else {
      return (false, words)
    }
    return (ProtoValue.same(value, want), words)
  }
}
