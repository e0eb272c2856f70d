import Tables
import Workbooks

/// The row of a sheet that holds its headers.
struct SheetHeader {
  /// The number of the row.
  let row: Int
  /// The number of the last row above the records: the row itself, or the one that numbers the columns.
  let lastRow: Int
  /// What stands in it.
  let content: HeaderRow
  private let formats: [String: [String]]

  /// The best row among those at the top of a sheet; `nil` where there is no row.
  /// - Parameter entry: what `exports.yaml` says about the file.
  init?(
    _ rows: [SheetRow], _ known: [KnownHeaders], _ entry: ExportMap.Entry?
  ) {
    let found = rows.map { HeaderRow($0.texts, known, entry) }
    guard let best = HeaderRow.best(of: found) else { return nil }
    formats = entry?.formats ?? [:]
    (row, content) = (rows[best].number, found[best])
    let next = rows.dropFirst(best + 1).first { $0.number == rows[best].number + 1 }
    let cells = next.map { found[best].padded($0.texts) } ?? []
    lastRow = rows[best].number + (ColumnNumbers.are(cells) ? 1 : 0)
  }

  /// From column A on.
  var headers: [String] { content.headers }

  /// The dataset that the headers are those of; `nil` where they match none, or several.
  var match: HeaderMatch? { content.match }

  /// How the cells of each header are written.
  var columns: [SheetColumn] {
    headers.indices.map { SheetColumn(column(ofField: $0)) }
  }

  private func column(ofField field: Int) -> Column? {
    guard let match, let index = match.column(ofField: field) else { return nil }
    var column = match.dataset.columns[index]
    if let formats = formats[column.id] { column.formats = formats }
    return column
  }
}

extension HeaderRow {
  /// The cells of another row under these headers.
  func padded(_ cells: [String]) -> [String] {
    headers.indices.map { $0 < cells.count ? cells[$0] : "" }
      + cells.dropFirst(headers.count).filter { !$0.isEmpty }
  }
}

extension SheetRow {
  /// The texts of all cells, from column A on.
  fileprivate var texts: [String] {
    var texts = [String](repeating: "", count: (cells.last?.column ?? -1) + 1)
    for cell in cells { texts[cell.column] = string(of: cell) }
    return texts
  }
}
