import CSQLite
import Foundation

/// A file of SQLite, opened to be read and never changed.
package final class SQLiteFile {
  /// A table or a view.
  package struct Table: Hashable, Sendable {
    /// Its name.
    package let name: String
    /// Whether it is a view.
    package let isView: Bool
  }

  /// The bytes that every such file begins with.
  package static let signature = Array("SQLite format 3\0".utf8)
  /// How many thousand steps of SQLite's machine a question may take: some minutes of work.
  private static let mostSteps = 20_000_000

  private var handle: OpaquePointer?
  private let steps = UnsafeMutablePointer<Int>.allocate(capacity: 1)

  /// Opens the file at `path`.
  ///
  /// What other programs have not yet moved from a file beside it (`-wal`, `-journal`) into the database would be
  /// missed, or not be covered by the hash of the file: such a database is refused.
  package init(path: String) throws(SQLError) {
    steps.initialize(to: 0)
    for ending in ["-wal", "-journal"] where Self.size(path + ending) > 0 {
      throw SQLError(.unfinished(ending: ending), path + ending)
    }
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(Self.address(path), &handle, flags, nil)
    if code != SQLITE_OK { throw error(code, .unreachable) }
    limit()
    for setting in ["trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"] {
      try run("PRAGMA " + setting)
    }
    try run("BEGIN")
    _ = try tables()
  }

  deinit {
    sqlite3_close_v2(handle)
    steps.deallocate()
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// A database that logs ahead of its file would put files beside it, even to be read; without a log there is
  /// nothing to put there, so it is read as one that nobody changes.
  private static func address(_ path: String) -> String {
    let safe = CharacterSet(charactersIn: "/").union(.alphanumerics)
    let escaped = path.addingPercentEncoding(withAllowedCharacters: safe) ?? path
    return "file:" + escaped + (logsAhead(path) ? "?immutable=1" : "?mode=ro")
  }

  /// The file format's read version, byte 19 (SQLite's file format, section 1.3.3).
  private static func logsAhead(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    let head = (try? file.read(upToCount: 20)) ?? Data()
    return head.count == 20 && head.last == 2
  }

  private func limit() {
    sqlite3_busy_timeout(handle, 2000)
    _ = sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024)
    _ = sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_progress_handler(
      handle, 1000,
      { steps in
        guard let steps = steps?.assumingMemoryBound(to: Int.self) else { return 1 }
        steps.pointee += 1
        return steps.pointee > SQLiteFile.mostSteps ? 1 : 0
      }, steps)
  }

  /// Its tables and views, in the order of their names; SQLite's own are left out.
  package func tables() throws(SQLError) -> [Table] {
    let query = """
      SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY name
      """
    var tables: [Table] = []
    let rows = try rows(of: query)
    while try rows.advance() {
      let name = rows.withValue(0) { String(decoding: $0.bytes, as: UTF8.self) }
      tables.append(
        Table(name: name, isView: rows.withValue(1) { $0.bytes.first == UInt8(ascii: "v") }))
    }
    return tables
  }

  /// The rows of a table or view.
  package func rows(ofTable name: String) throws(SQLError) -> SQLiteRows {
    try rows(of: "SELECT * FROM main." + SQLName.quoted(name))
  }

  /// The rows that answer a question, which must not change anything.
  package func rows(of query: String) throws(SQLError) -> SQLiteRows {
    steps.pointee = 0
    var statement: OpaquePointer?
    var (code, isAlone) = (SQLITE_OK, true)
    SQLName.bare(query).withCString { text in
      var rest: UnsafePointer<CChar>?
      code = sqlite3_prepare_v2(handle, text, -1, &statement, &rest)
      isAlone = rest.map { $0.pointee == 0 } ?? true
    }
    if code != SQLITE_OK { throw error(code, .refused) }
    guard let statement else { throw SQLError(.refused, "empty query") }
    let rows = SQLiteRows(statement, of: self)
    guard isAlone, sqlite3_stmt_readonly(statement) != 0, rows.columnCount > 0 else {
      throw SQLError(.refused, "only one SELECT can be asked")
    }
    return rows
  }

  private func run(_ statement: String) throws(SQLError) {
    let code = sqlite3_exec(handle, statement, nil, nil, nil)
    if code != SQLITE_OK { throw error(code, .refused) }
  }

  /// What a result code means.
  func error(_ code: Int32, _ cause: SQLError.Cause) -> SQLError {
    let words = sqlite3_errmsg(handle).map { String(cString: $0) } ?? ""
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return SQLError(.locked, words)
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: return SQLError(.damaged, words)
    case SQLITE_IOERR, SQLITE_CANTOPEN: return SQLError(.unreachable, words)
    case SQLITE_INTERRUPT: return SQLError(.tooMuch, words)
    case SQLITE_TOOBIG, SQLITE_NOMEM: return SQLError(.tooMuch, words)
    default: return SQLError(cause, words)
    }
  }
}
