import Diagnostics
import Tables

/// How the headers of a table go with the datasets of the rules.
struct TableMatch {
  private let headers: [String]
  private let sure: HeaderMatch?
  private let near: [HeaderMatch]
  private let hasDatasets: Bool

  init(_ source: TableSource, _ known: [KnownHeaders]) {
    headers = source.headers
    hasDatasets = !known.isEmpty
    if let match = source.source?.layout.match {
      (sure, near) = (match, [])
      return
    }
    sure = nil
    switch DatasetChoice(among: known, FoundHeaders(source.headers, named: [:])) {
    case .match(let match): near = [match]
    case .ambiguous(let matches): near = matches
    case .none(let nearest): near = [nearest].compactMap(\.self)
    }
  }

  /// The same for people; `nil` without rules.
  var profile: TableProfile.Match? {
    guard hasDatasets else { return nil }
    let match = sure ?? near.first
    return TableProfile.Match(
      dataset: sure?.dataset.id, title: match?.dataset.title,
      candidates: near.map(\.dataset.id), found: match?.matched ?? 0,
      total: match?.dataset.columns.count ?? 0, absent: match.map(absent) ?? [])
  }

  private func absent(_ match: HeaderMatch) -> [TableProfile.AbsentColumn] {
    let free = headers.indices.filter { match.column(ofField: $0) == nil }.map { headers[$0] }
    return match.sources.indices.filter { match.sources[$0] == .absent }.map { index in
      let column = match.dataset.columns[index]
      return TableProfile.AbsentColumn(
        id: column.id, label: column.labels.first ?? column.id, isOptional: column.optional,
        nearest: Self.nearest(column, among: free))
    }
  }

  /// A header that nearly is a name of the column, or holds one.
  private static func nearest(_ column: Column, among headers: [String]) -> String? {
    let names = ([column.id] + column.labels).map(HeaderName.folded)
    let folded = headers.map { (header: $0, name: HeaderName.folded($0)) }.filter { $0.name != "" }
    let near = names.lazy.compactMap { NearestName.of($0, among: folded.map(\.name)) }.first
    let holding = folded.first { header in
      names.contains { $0.count > 3 && (header.name.contains($0) || $0.contains(header.name)) }
    }
    return near.flatMap { name in folded.first { $0.name == name }?.header } ?? holding?.header
  }
}
