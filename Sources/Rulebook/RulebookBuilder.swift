import Calendars
import Diagnostics
import Expressions
import Registry
import Tables
import YAMLTree

/// Makes a rulebook of rule files: first datasets, calendar and units of all of them, then what is
/// written over these.
struct RulebookBuilder {
  private let files: [RuleFile]
  /// Whether all files could be read; else what seems to be missing may be in another.
  private let isWhole: Bool
  private let options: OptionChoice
  private(set) var diagnostics: [Diagnostic] = []

  /// A builder for files of which none or some are missing, and the options that are asked for.
  init(_ files: [RuleFile], isWhole: Bool, _ options: OptionChoice) {
    self.files = files
    self.isWhole = isWhole
    self.options = options
  }

  /// The rulebook; `nil` when something is missing that it cannot do without.
  mutating func rulebook(_ sources: [SourceFile]) -> Rulebook? {
    let calendar = calendar()
    let registry = registry()
    let datasets = DatasetTable(files, &diagnostics)
    let context = ObligationReader.Context(
      datasets: datasets.datasets, unsound: datasets.unsound, registry: registry)
    let checks = datasets.checks(&diagnostics)
    let directives = directives()
    let obligations = obligations(directives, context)
    let names = DeclaredNames(files, isWhole: isWhole)
    SupersessionChecks(obligations, names).run(&diagnostics)
    let waivers = waivers(obligations, names, registry)
    let indexes = indexes(directives, obligations, names, context)
    checkOptions(obligations)
    let allowances = files.flatMap { AllowanceReader.read($0.fields, &diagnostics) }
    guard let calendar else { return nil }
    return Rulebook(
      directives: directives.compactMap(\.directive),
      obligations: obligations.filter { options.isInForce($0.option) },
      datasets: datasets.declared, units: datasets.units, checks: checks, calendar: calendar,
      registry: registry, waivers: waivers, indexes: indexes, options: options.ids,
      allowances: allowances,
      sources: sources)
  }

  // MARK: - Calendar and registry

  private mutating func calendar() -> WorkCalendar? {
    var calendar: WorkCalendar?
    var first: Span?
    for file in files {
      guard let node = file.fields["calendar"], let span = file.fields.keySpan("calendar") else {
        continue
      }
      if let first {
        diagnostics.append(.secondCalendar(span, first: first))
      } else {
        first = span
        calendar = CalendarReader.read(node, options, &diagnostics)
      }
    }
    let rules = files.lazy.compactMap { $0.fields.keySpan("obligations") }.first
    if first == nil, isWhole, let rules { diagnostics.append(.noCalendar(rules)) }
    return calendar
  }

  private mutating func registry() -> UnitRegistry {
    var reader = RegistryReader()
    for file in files {
      reader.readUnits(file.fields.list("units", &diagnostics), &diagnostics)
      reader.readPosts(file.fields.list("posts", &diagnostics), &diagnostics)
    }
    return reader.registry(&diagnostics)
  }

  // MARK: - Directives and obligations

  /// The directive of a file, and the nodes of its obligations and indexes.
  private struct Imposed {
    let directive: Directive?
    let obligations: [Node]
    let indexes: [Node]
  }

  private mutating func directives() -> [Imposed] {
    var ids: [String: Span] = [:]
    return files.compactMap { file in
      let obligations = file.fields.list("obligations", &diagnostics)
      let indexes = file.fields.list("index", &diagnostics)
      guard let node = file.fields["directive"] else {
        for key in ["obligations", "index"] {
          if let span = file.fields.keySpan(key) {
            diagnostics.append(.withoutDirective(key, span))
          }
        }
        return obligations.isEmpty
          ? nil : Imposed(directive: nil, obligations: obligations, indexes: [])
      }
      let directive = DirectiveReader.read(node, &diagnostics)
      if let directive, let first = ids.updateValue(directive.span, forKey: directive.id) {
        diagnostics.append(
          .duplicateID(.directive, Located(directive.id, directive.span), first: first))
      }
      if obligations.isEmpty, indexes.isEmpty, !file.isMisspelt,
        let span = file.fields.keySpan("directive")
      {
        diagnostics.append(.directiveWithoutObligations(span))
      }
      return Imposed(directive: directive, obligations: obligations, indexes: indexes)
    }
  }

  private mutating func obligations(
    _ imposed: [Imposed], _ context: ObligationReader.Context
  ) -> [Obligation] {
    if imposed.allSatisfy({ $0.obligations.isEmpty && $0.indexes.isEmpty }), isWhole {
      diagnostics.append(.noObligations)
    }
    return imposed.flatMap { obligations($0, context) }
  }

  private mutating func obligations(
    _ imposed: Imposed, _ context: ObligationReader.Context
  ) -> [Obligation] {
    checkIDs(imposed.obligations)
    return imposed.obligations.compactMap {
      ObligationReader.read($0, of: imposed.directive, in: context, &diagnostics)
    }
  }

  // MARK: - What is written over obligations

  private mutating func waivers(
    _ obligations: [Obligation], _ names: DeclaredNames, _ registry: UnitRegistry
  ) -> [Waiver] {
    let nodes = files.flatMap { $0.fields.list("waivers", &diagnostics) }
    let context = WaiverReader.Context(
      obligations: Dictionary(obligations.map { ($0.fullID, $0) }) { first, _ in first },
      names: names, registry: registry)
    return WaiverReader.read(nodes, in: context, &diagnostics)
  }

  /// An option that is asked for and that no obligation and no day has.
  private mutating func checkOptions(_ obligations: [Obligation]) {
    guard isWhole, !options.ids.isEmpty else { return }
    let days = files.compactMap { $0.fields["calendar"] }.flatMap(RuleOption.ids)
    let known = Set(obligations.compactMap(\.option?.id) + days).sorted()
    for id in options.ids where !known.contains(id) {
      diagnostics.append(.unknownOption(id, among: known))
    }
  }

  private mutating func indexes(
    _ imposed: [Imposed], _ obligations: [Obligation], _ names: DeclaredNames,
    _ records: ObligationReader.Context
  ) -> [ScoreIndex] {
    let context = IndexReader.Context(
      obligations: Dictionary(obligations.map { ($0.fullID, $0) }) { first, _ in first },
      names: names, records: records)
    let indexes = imposed.flatMap { imposed in
      imposed.indexes.compactMap { node in
        imposed.directive.flatMap { IndexReader.read(node, of: $0, in: context, &diagnostics) }
      }
    }
    var ids: [String: Span] = [:]
    for index in indexes {
      if let first = ids.updateValue(index.span, forKey: index.id) {
        diagnostics.append(.duplicateID(.index, Located(index.id, index.span), first: first))
      }
    }
    return indexes
  }

  /// Two obligations of a directive with the same id, sound or not.
  private mutating func checkIDs(_ nodes: [Node]) {
    var ids: [String: Span] = [:]
    for node in nodes {
      guard let value = node.entries?.first(where: { $0.key.text == "id" })?.value,
        let id = value.scalar?.text
      else { continue }
      if let first = ids.updateValue(value.span, forKey: id) {
        diagnostics.append(.duplicateID(.obligation, Located(id, value.span), first: first))
      }
    }
  }
}
