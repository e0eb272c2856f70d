import ArgumentParser
import Calendars
import Diagnostics
import Expressions
import Foundation
import Rulebook

/// `tuanthu eval`: works out one expression, or runs conformance cases.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Tính thử một biểu thức. Evaluates an expression.",
    discussion: """
      Trước một biểu thức bắt đầu bằng '-', viết --. Write -- before an expression that starts with '-'.
      Mã thoát: 0 có giá trị (mọi ca đều đạt); 1 lỗi khi tính (có ca không đạt); 2 biểu thức sai; 64 sai cú pháp lệnh.
      Exit codes: 0 a value (all cases pass); 1 evaluation failed (a case fails); 2 the expression is wrong; 64 usage.
      """)

  @Argument(help: "Biểu thức. The expression.")
  var expression: String?
  @Option(help: "JSON | @FILE: giá trị của các tên. The values of names.")
  var bindings: String?
  @Option(help: "rules | cel")
  var dialect: Dialect = .rules
  @Option(
    parsing: .upToNextOption,
    help: "Các tệp ca kiểm thử, mỗi dòng một ca JSON. Files of cases, one JSON object a line.")
  var cases: [String] = []
  @Flag(help: "In giá trị của từng phần. Prints the value of each part.")
  var trace = false
  @Option(help: "vi | en")
  var lang: Language?

  func run() throws {
    let workspace = try Workspace.find(Console(language: lang ?? .vi))
    let console = Console(language: lang ?? workspace?.language ?? .vi)
    guard (expression == nil) != cases.isEmpty else { throw console.stop(.whatToEvaluate, 64) }
    guard let expression else { return try runCases(console) }
    let calendar = dialect == .rules ? calendar(of: workspace) : nil
    try evaluate(expression, values(calendar, console), console)
  }

  private func evaluate(
    _ expression: String, _ values: BoundValues, _ console: Console
  ) throws {
    let (checked, diagnostics) = ExpressionCompiler.compile(
      MappedText(expression), in: values.scope(dialect))
    console.show(diagnostics)
    guard let checked else { throw ExitCode(2) }
    let zone = values.calendar?.zone ?? .utc
    if trace {
      let renderer = TraceRenderer(language: console.language, zone: zone)
      console.print(renderer.render(checked, checked.trace(values)))
    }
    switch checked.evaluate(values) {
    case .value(let value):
      let type = checked.type == .dyn ? value.deepType : checked.type
      console.print(Text.result(value.shown(in: zone), type).in(console.language))
    case .error(let error): throw console.stop(.evaluationFailed(error), 1)
    case .unknown: throw console.stop(.evaluationFailed(nil), 1)
    }
  }

  private func runCases(_ console: Console) throws {
    var tally = SuiteFile.Tally()
    for path in cases {
      let text = try text(of: path, console)
      SuiteFile.run(text, path: path, into: &tally) { console.print($0) }
    }
    console.print("\(tally.passed) passed, \(tally.failed) failed")
    try console.finish(tally.failed == 0 ? 0 : 1)
  }

  private func values(_ calendar: WorkCalendar?, _ console: Console) throws -> BoundValues {
    guard let bindings else { return BoundValues(calendar: calendar) }
    let isFile = bindings.hasPrefix("@")
    let text = try isFile ? text(of: String(bindings.dropFirst()), console) : bindings
    guard let json = JSONValue(text), let values = BoundValues(json, dialect) else {
      throw console.stop(.badBindings(bindings), 64)
    }
    return BoundValues(values.values, calendar: calendar)
  }

  /// The calendar of the workspace's rules, if it has any that can be read.
  private func calendar(of workspace: Workspace?) -> WorkCalendar? {
    guard let folders = workspace?.rules else { return nil }
    let here = FileManager.default.currentDirectoryPath
    return RulebookLoader.load(folders: folders, shownFrom: here).0?.calendar
  }

  private func text(of path: String, _ console: Console) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw console.stop(.noSuchFile(path), 64)
    }
    return String(decoding: data, as: UTF8.self)
  }
}

extension Dialect: ExpressibleByArgument {}
