import Tables
import Workbooks

/// The row of a sheet that holds its headers. Titles may stand above it, as on any form.
struct SheetHeader {
  /// So many rows at the top are looked at.
  static let reach = 50

  /// The number of the row.
  let row: Int
  /// From column A on.
  let headers: [String]
  /// The dataset that the headers are those of; `nil` where they match none, or several.
  let match: HeaderMatch?

  /// The first of the best rows among those at the top of a sheet; without any that matches a dataset, the
  /// one with the most texts. `nil` where there is no row.
  /// - Parameter entry: what `exports.yaml` says about the file.
  init?(
    _ rows: [SheetRow], _ known: [KnownHeaders], _ entry: ExportMap.Entry?
  ) {
    let found = rows.map { SheetHeader($0, known, entry) }
    let matching = found.filter { $0.match != nil }
    let best = Self.first(of: matching) { $0.match?.matched ?? 0 }
    guard let header = best ?? Self.first(of: found, by: \.textCount) else { return nil }
    self = header
  }

  private init(_ row: SheetRow, _ known: [KnownHeaders], _ entry: ExportMap.Entry?) {
    var headers = [String](repeating: "", count: (row.cells.last?.column ?? -1) + 1)
    for cell in row.cells { headers[cell.column] = row.string(of: cell) }
    (self.row, self.headers) = (row.number, headers)
    let found = FoundHeaders(headers, named: entry?.columns ?? [:])
    let asked = entry?.dataset.map { id in known.filter { $0.dataset.id == id } } ?? known
    if case .match(let match) = DatasetChoice(among: asked, found) {
      self.match = match
    } else {
      match = nil
    }
  }

  private var textCount: Int { headers.count { !$0.isEmpty } }

  /// `max` gives the first of the greatest.
  private static func first(
    of headers: [SheetHeader], by rank: (SheetHeader) -> Int
  ) -> SheetHeader? {
    headers.max { rank($0) < rank($1) }
  }

  /// How the cells of each header are written.
  var columns: [SheetColumn] {
    headers.indices.map { field in
      SheetColumn(match?.column(ofField: field).map { match?.dataset.columns[$0] } ?? nil)
    }
  }

  /// The fields of the dataset's key.
  var keyFields: [Int] {
    guard let match else { return [] }
    return match.dataset.key.compactMap { match.field(ofColumn: $0) }
  }
}
