import ArgumentParser
import Diagnostics
import Foundation
import Reports
import YAMLTree

/// `tuanthu.yaml`: the defaults of a folder. Its paths are relative to the folder it stands in.
struct Workspace {
  private(set) var rules: [String] = []
  private(set) var options: [String] = []
  private(set) var lock: String?
  private(set) var exports: String?
  private(set) var period: String?
  private(set) var asOf: String?
  private(set) var snapshot: String?
  private(set) var language: Language?
  private(set) var out: String?
  private(set) var letterhead: Letterhead?

  private static let keys = [
    "rules", "options", "lock", "exports", "period", "as-of", "snapshot", "lang", "out",
    "letterhead",
  ]

  /// The workspace of the current folder, if there is one.
  /// - Throws: exit code 2 when the file has errors, which are shown first.
  static func find(_ console: Console) throws -> Workspace? {
    let folder = FileManager.default.currentDirectoryPath
    let path = folder + "/tuanthu.yaml"
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let source = SourceText(path: "tuanthu.yaml", bytes: Array(data))
    var (root, diagnostics) = YAMLParser.parse(source)
    let workspace = root.flatMap { Workspace($0, folder, &diagnostics) }
    console.show(diagnostics)
    guard let workspace, !diagnostics.hasErrors else { throw ExitCode(2) }
    return workspace
  }

  private init?(_ root: Node, _ folder: String, _ diagnostics: inout [Diagnostic]) {
    guard let fields = Fields(root, keys: Self.keys, of: .workspace, &diagnostics) else {
      return nil
    }
    rules = fields.strings("rules", &diagnostics).map { Self.path($0.value, in: folder) }
    options = fields.strings("options", &diagnostics).map(\.value)
    lock = fields.string("lock", &diagnostics).map { Self.path($0.value, in: folder) }
    exports = fields.string("exports", &diagnostics).map { Self.path($0.value, in: folder) }
    period = fields.string("period", &diagnostics)?.value
    asOf = fields.string("as-of", &diagnostics)?.value
    snapshot = fields.string("snapshot", &diagnostics)?.value
    language = fields.word("lang", Language.allCases.map { ($0.rawValue, $0) }, &diagnostics)?.value
    out = fields.string("out", &diagnostics).map { Self.path($0.value, in: folder) }
    letterhead = fields["letterhead"].flatMap { Letterhead($0, in: fields, &diagnostics) }
  }

  private static func path(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }
}
