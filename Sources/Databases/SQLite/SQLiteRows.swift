import CSQLite

/// The rows that answer a question, one after the other.
package final class SQLiteRows {
  /// How a value is stored, whatever its column is declared as (SQLite's storage classes).
  package enum Storage: Sendable {
    case null
    case integer
    case real
    case text
    case blob
  }

  /// A value of a row; valid only within `withValue`.
  package struct Value {
    /// How it is stored.
    package let storage: Storage
    /// Its text; of a blob its own bytes.
    package let bytes: UnsafeBufferPointer<UInt8>
  }

  /// The names of its columns.
  package let columns: [String]
  private let statement: OpaquePointer
  private let file: SQLiteFile

  init(_ statement: OpaquePointer, of file: SQLiteFile) {
    (self.statement, self.file) = (statement, file)
    columns = (0..<sqlite3_column_count(statement)).map { column in
      sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
    }
  }

  deinit { sqlite3_finalize(statement) }

  var columnCount: Int { columns.count }

  /// Goes on to the next row; false behind the last.
  package func advance() throws(SQLError) -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw file.error(code, .interrupted)
  }

  /// Gives a value of this row. A real number is written with 15 significant digits, as SQLite does.
  package func withValue<Result>(_ column: Int, _ body: (Value) -> Result) -> Result {
    let column = Int32(column)
    let storage = storage(column)
    let start =
      storage == .blob
      ? sqlite3_column_blob(statement, column)?.assumingMemoryBound(to: UInt8.self)
      : sqlite3_column_text(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return body(
      Value(
        storage: storage, bytes: UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    )
  }

  private func storage(_ column: Int32) -> Storage {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }
}
