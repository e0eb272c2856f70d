import Diagnostics

/// A SARIF log with one run.
///
/// Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
struct SarifLog: Encodable {
  private let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  private let version = "2.1.0"
  private let runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  /// A log of diagnostics in the order given.
  init(_ diagnostics: [Diagnostic], _ language: Language, version: String) {
    let codes = Set(diagnostics.map(\.code)).sorted()
    let driver = Driver(version: version, rules: codes.map { Rule(id: $0, language) })
    var fingerprints = Fingerprints()
    let results = diagnostics.map { diagnostic in
      SarifResult(
        diagnostic, language, ruleIndex: codes.firstIndex(of: diagnostic.code) ?? 0,
        fingerprint: fingerprints.next(diagnostic))
    }
    runs = [Run(tool: Tool(driver: driver), language: language.rawValue, results: results)]
  }

  /// A log of what is shown of an assessment.
  /// - Parameters:
  ///   - rules: what each name stands for, in the order of names.
  ///   - results: their `ruleIndex` counts `rules`.
  ///   - warning: what the reader must know of the log as a whole.
  init(
    rules: [(name: String, text: String)], results: [SarifResult], warning: String?,
    _ language: Language, version: String
  ) {
    let driver = Driver(version: version, rules: rules.map { Rule(id: $0.name, text: $0.text) })
    let invocations = warning.map { [Invocation(warning: $0)] }
    runs = [
      Run(
        tool: Tool(driver: driver), language: language.rawValue, invocations: invocations,
        results: results)
    ]
  }

  private struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let language: String
    var invocations: [Invocation]?
    let results: [SarifResult]
  }

  private struct Invocation: Encodable {
    let executionSuccessful = true
    let toolExecutionNotifications: [Notification]

    init(warning: String) {
      toolExecutionNotifications = [Notification(message: SarifMessage(text: warning))]
    }
  }

  private struct Notification: Encodable {
    let level = "warning"
    let message: SarifMessage
  }

  private struct Tool: Encodable {
    let driver: Driver
  }

  private struct Driver: Encodable {
    let name = "tuanthu"
    let version: String
    let rules: [Rule]
  }

  private struct Rule: Encodable {
    let id: String
    let shortDescription: SarifMessage

    init(id: String, _ language: Language) {
      self.id = id
      shortDescription = SarifMessage(text: Text.explained(id).in(language))
    }

    init(id: String, text: String) {
      self.id = id
      shortDescription = SarifMessage(text: text)
    }
  }
}

/// A text of a SARIF log.
struct SarifMessage: Encodable {
  /// Plain text.
  let text: String
}

/// One finding of a SARIF log.
struct SarifResult: Encodable {
  private let ruleId: String
  private let ruleIndex: Int
  private let level: String
  private let message: SarifMessage
  private let locations: [SarifLocation]
  private let relatedLocations: [SarifLocation]?
  private let partialFingerprints: [String: String]

  /// What is written for a diagnostic.
  init(_ diagnostic: Diagnostic, _ language: Language, ruleIndex: Int, fingerprint: String) {
    ruleId = diagnostic.code
    self.ruleIndex = ruleIndex
    level = diagnostic.severity.rawValue
    let texts = [diagnostic.message, diagnostic.hint].compactMap { $0?.in(language) }
    message = SarifMessage(text: texts.joined(separator: "\n"))
    locations = diagnostic.primary.map { [SarifLocation($0, language, id: nil)] } ?? []
    let further = diagnostic.further.enumerated().map {
      SarifLocation($0.element, language, id: $0.offset + 1)
    }
    relatedLocations = further.isEmpty ? nil : further
    partialFingerprints = ["tuanthuFinding/v1": fingerprint]
  }

  /// What is written for an annotation.
  /// - Parameter path: its file, from the root of what is checked.
  init(_ annotation: Annotation, path: String?, ruleIndex: Int, fingerprint: String) {
    ruleId = annotation.name
    self.ruleIndex = ruleIndex
    level = annotation.level == .notice ? "note" : annotation.level.rawValue
    message = SarifMessage(text: annotation.message)
    locations = path.map { [SarifLocation(path: $0, line: annotation.line)] } ?? []
    relatedLocations = nil
    partialFingerprints = ["tuanthuFinding/v1": fingerprint]
  }
}

/// A place of a SARIF log, with a few words.
struct SarifLocation: Encodable {
  private let id: Int?
  private let message: SarifMessage?
  private let physicalLocation: Physical

  private struct Physical: Encodable {
    let artifactLocation: Artifact
    let region: Region?
  }

  private struct Artifact: Encodable {
    let uri: String
  }

  private struct Region: Encodable {
    let startLine: Int
    var startColumn: Int?
    var endLine: Int?
    var endColumn: Int?
  }

  /// The place of a label.
  init(_ label: Label, _ language: Language, id: Int?) {
    self.id = id
    message = label.text.map { SarifMessage(text: $0.in(language)) }
    let (start, end) = (label.span.start, label.span.end)
    physicalLocation = Physical(
      artifactLocation: Artifact(uri: Self.uri(label.span.source.path)),
      region: Region(
        startLine: start.line, startColumn: start.codePointColumn, endLine: end.line,
        endColumn: end.codePointColumn))
  }

  /// A file, or a line of it.
  init(path: String, line: Int?) {
    (id, message) = (nil, nil)
    physicalLocation = Physical(
      artifactLocation: Artifact(uri: Self.uri(path)),
      region: line.map { Region(startLine: $0) })
  }

  /// A path as a URI reference: bytes that a path segment may not hold are escaped (RFC 3986).
  private static func uri(_ path: String) -> String {
    let escaped = path.utf8.map(Self.escaped).joined()
    return path.hasPrefix("/") ? "file://" + escaped : escaped
  }

  private static func escaped(_ byte: UInt8) -> String {
    let plain = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    if plain.contains(byte) { return String(decoding: [byte], as: UTF8.self) }
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (byte < 16 ? "0" : "") + digits
  }
}
