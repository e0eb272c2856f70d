import Assessment
import Diagnostics
import Exports
import Rulebook

/// Finds what is wrong with the hand-ins as a whole.
struct FindingBuilder {
  private let request: EvaluationRequest
  private let handIns: HandIns

  /// A builder for the findings of one run.
  init(_ request: EvaluationRequest, _ handIns: HandIns) {
    self.request = request
    self.handIns = handIns
  }

  /// All findings, in a fixed order.
  /// - Parameters:
  ///   - strays: the records that name no known unit.
  ///   - more: findings of other kinds.
  func findings(
    _ verdicts: [(Obligation, Verdict, HandIns)], _ strays: [Strays], _ store: RecordStore,
    _ more: [Finding]
  ) -> [Finding] {
    let all =
      GapFindings(request, handIns).findings(verdicts) + orphans(store)
      + datasets(verdicts.map(\.0)) + files() + posts(verdicts.map(\.1)) + prior() + names()
      + notShown(verdicts)
      + more
      + strays.filter { $0.count > 0 }.map {
        Finding(
          kind: .unassignedRecords, severity: .medium, dataset: $0.dataset, count: $0.count,
          message: .unassigned($0.count, request.title(of: $0.dataset), $0.texts.map(\.text)))
      }
    return all.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
  }

  /// Records that belong to nothing that was handed in.
  private func orphans(_ store: RecordStore) -> [Finding] {
    (request.rulebook.datasets + [request.rulebook.units]).flatMap { parent in
      parent.children.compactMap { relation in
        let count = store.orphans(relation, of: parent.id)
        guard count > 0 else { return nil }
        return Finding(
          kind: .orphanRecords, severity: .low, dataset: relation.dataset, count: count,
          message: .orphans(count, request.title(of: relation.dataset), parent.title))
      }
    }
  }

  /// Datasets of which nothing could be read.
  private func datasets(_ obligations: [Obligation]) -> [Finding] {
    let each = Dictionary(obligations.map { ($0.fullID, $0) }) { first, _ in first }
    let needed = Set(each.values.flatMap(\.datasets)).subtracting([BuiltInDatasets.verdicts.id])
    return needed.filter { !handIns.isReadable($0) }.map {
      Finding(
        kind: .missingDataset,
        severity: request.hasNothing(of: $0) ? request.severity(ofGap: .high) : .high, dataset: $0,
        message: .missingDataset(request.title(of: $0)))
    }
  }

  private func files() -> [Finding] {
    let missing = request.exports.defects.filter { $0.kind == .missingFile }.map {
      Finding(
        kind: .missingFile, severity: .high, dataset: $0.dataset, file: $0.file,
        message: $0.diagnostic.message)
    }
    return missing + request.exports.files.compactMap(finding)
  }

  private func finding(_ file: ExportFile) -> Finding? {
    switch file.status {
    case .unreadable:
      let defects = request.exports.defects.filter { $0.file == file.path && $0.severity == .error }
      let why = defects.first { $0.line == nil } ?? defects.first
      return Finding(
        kind: .unreadableFile, severity: .high, unit: file.unit, dataset: file.dataset,
        file: file.path, message: why?.diagnostic.message ?? .unreadableFile(file.path))
    case .nilReturn:
      return Finding(
        kind: .nilReturn, severity: nil, unit: file.unit, dataset: file.dataset, file: file.path,
        message: .nilReturn(file.path))
    case .read where request.exports.defects.contains { $0.isFutureSnapshot(of: file) }:
      return Finding(
        kind: .futureSnapshot, severity: .medium, unit: file.unit, dataset: file.dataset,
        file: file.path, message: .futureSnapshot(file.path))
    case .read where file.snapshot == nil:
      return Finding(
        kind: .noSnapshot, severity: .low, unit: file.unit, dataset: file.dataset,
        file: file.path, message: .noSnapshot(file.path))
    case .read:
      return nil
    }
  }

  /// What one unit's own data cannot show.
  private func notShown(_ verdicts: [(Obligation, Verdict, HandIns)]) -> [Finding] {
    let beyond = verdicts.filter { $0.1.reason == .notInData }.map(\.0)
    let titles = Dictionary(beyond.map { ($0.fullID, $0.title) }) { first, _ in first }
    if titles.isEmpty { return [] }
    return [
      Finding(
        kind: .notShown, severity: nil, unit: request.unit, count: titles.count,
        message: .notShown(titles.sorted { $0.key < $1.key }.map(\.value)))
    ]
  }

  /// Names of units that were read as codes.
  private func names() -> [Finding] {
    let read = request.exports.unitNames.reduce(into: [String: Set<String>]()) { read, names in
      for (name, code) in names.read { read[name, default: []].insert(code) }
    }
    if read.isEmpty { return [] }
    return [
      Finding(
        kind: .namedUnits, severity: nil, count: read.count,
        message: .namedUnits(read.sorted { $0.key < $1.key }.map { ($0, $1.sorted()) }))
    ]
  }

  /// Periods of which several earlier assessments were given.
  private func prior() -> [Finding] {
    request.priorVerdicts.repeated.map {
      Finding(kind: .repeatedPrior, severity: nil, count: $0.count, message: .repeatedPrior($0))
    }
  }

  /// Posts that nobody, or several, held on a day that mattered.
  private func posts(_ verdicts: [Verdict]) -> [Finding] {
    let gaps = Set(
      verdicts.flatMap { verdict in
        verdict.answers.filter { $0.state != .held }.map { PostGap(verdict.unit, $0) }
      })
    return gaps.compactMap { gap in
      switch gap.state {
      case .noPost:
        Finding(
          kind: .vacancy, severity: .low, unit: gap.unit,
          message: .noPost(gap.post, request.name(of: gap.unit))
        )
      case .vacant:
        Finding(
          kind: .vacancy, severity: .low, unit: gap.unit,
          message: .vacancy(gap.post, request.name(of: gap.unit)))
      case .overlapping:
        Finding(
          kind: .overlap, severity: .low, unit: gap.unit,
          message: .overlap(gap.post, request.name(of: gap.unit)))
      case .held, .undated: nil
      }
    }
  }
}

extension Defect {
  /// Whether it says that a file cannot have been written when it says it was.
  fileprivate func isFutureSnapshot(of file: ExportFile) -> Bool {
    kind == .futureSnapshot && (self.file == file.path || file.path.hasPrefix(self.file + " ["))
  }
}

/// A post without one clear holder.
private struct PostGap: Hashable {
  let unit: String
  let post: String
  let state: Answer.State

  init(_ unit: String, _ answer: Answer) {
    self.unit = unit
    post = answer.post
    state = answer.state
  }
}

extension Finding {
  fileprivate var sortKey: [String] {
    [kind.rawValue, unit ?? "", dataset ?? "", file ?? "", message.en]
  }
}
