/// A question to a server, and the columns of its answer.
package struct PostgresQuery: Sendable {
  /// The columns, in their order.
  package let columns: [PostgresColumn]
  /// What stands behind FROM.
  let rows: String

  /// The COPY that gives the answer as CSV with a header.
  /// - Parameter forms: how each column is written.
  func copy(_ forms: [PostgresColumn.Form]) -> String {
    let names = columns.indices.map { "c\($0)" }
    let items = columns.indices.map { index in
      let column = columns[index]
      let value = column.expression(names[index], as: forms[index])
      return "\(value) AS \(SQLName.quoted(column.name))"
    }
    let list = names.joined(separator: ", ")
    return "COPY (SELECT \(items.joined(separator: ", ")) FROM \(rows)(\(list))) "
      + "TO STDOUT WITH (FORMAT csv, HEADER true)"
  }
}
