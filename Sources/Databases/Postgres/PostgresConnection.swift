import CPostgres
import Foundation

/// A connection to a PostgreSQL server, within one transaction that only reads: all it gives is as it was at one moment.
///
/// Where the server is and who asks is libpq's to know: from a service file, from its environment variables, from
/// password files. Nothing of it is given here but the name of the service.
package final class PostgresConnection {
  /// How long a server may take to answer at all, in seconds, where PGCONNECT_TIMEOUT does not say.
  private static let patience = 10

  private var handle: OpaquePointer?

  /// Connects.
  /// - Parameters:
  ///   - service: a name in a service file; `nil` for what the environment says.
  ///   - zone: the time zone in which moments are written.
  package init(service: String?, zone: String) throws(SQLError) {
    handle = Self.connected(service)
    guard PQstatus(handle) == CONNECTION_OK else {
      let words = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
      throw SQLError(.unreachable, words)
    }
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
    _ = try run("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY", .unreachable)
    let settings = [
      ("DateStyle", "ISO, DMY"), ("TimeZone", zone), ("standard_conforming_strings", "on"),
      ("extra_float_digits", "1"),
    ]
    for (name, value) in settings {
      _ = try run("SELECT pg_catalog.set_config($1, $2, true)", [name, value], .unreachable)
    }
  }

  deinit { PQfinish(handle) }

  private static func connected(_ service: String?) -> OpaquePointer? {
    var options = [("client_encoding", "UTF8"), ("fallback_application_name", "tuanthu")]
    if let service { options.append(("service", service)) }
    if ProcessInfo.processInfo.environment["PGCONNECT_TIMEOUT"] == nil {
      options.append(("connect_timeout", String(patience)))
    }
    return withCStrings(options.map(\.0)) { names in
      withCStrings(options.map(\.1)) { PQconnectdbParams(names, $0, 0) }
    }
  }

  /// Calls `body` with texts as C has them, and a null pointer behind the last.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { UnsafePointer<CChar>($0) } + [nil]
    return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
  }

  // MARK: - Questions

  /// Asks for a table or view, `name` or `schema.name`.
  package func query(table: String) throws(SQLError) -> PostgresQuery {
    let parts = table.split(separator: ".", maxSplits: 1).map { SQLName.quoted($0) }
    return try query(rows: "(TABLE \(parts.joined(separator: "."))) AS source")
  }

  /// Asks for the rows that a SELECT gives.
  package func query(_ select: String) throws(SQLError) -> PostgresQuery {
    try query(rows: "(\(SQLName.bare(select))\n) AS source")
  }

  private func query(rows: String) throws(SQLError) -> PostgresQuery {
    try undoing { () throws(SQLError) in
      let prepared = Answer(PQprepare(handle, "", "SELECT * FROM " + rows, 0, nil))
      try check(prepared, PGRES_COMMAND_OK, .refused)
      let described = Answer(PQdescribePrepared(handle, ""))
      try check(described, PGRES_COMMAND_OK, .refused)
      let names = (0..<PQnfields(described.pointer)).map { column in
        PQfname(described.pointer, column).map { String(cString: $0) } ?? ""
      }
      let types = (0..<Int32(names.count)).map { PQftype(described.pointer, $0) }
      return PostgresQuery(columns: try columns(names, types), rows: rows)
    }
  }

  private func columns(_ names: [String], _ types: [UInt32]) throws(SQLError) -> [PostgresColumn] {
    let question = """
      SELECT oid, pg_catalog.format_type(oid, NULL), typcategory FROM pg_catalog.pg_type
      WHERE oid = ANY($1::pg_catalog.oid[])
      """
    let list = "{" + types.map(String.init).joined(separator: ",") + "}"
    let found = try run(question, [list], .refused)
    var known: [UInt32: (name: String, category: Character)] = [:]
    for row in 0..<PQntuples(found.pointer) {
      guard let oid = UInt32(found.text(row, 0)) else { continue }
      known[oid] = (found.text(row, 1), found.text(row, 2).first ?? "?")
    }
    return zip(names, types).map { name, oid in
      let type = known[oid] ?? ("?", "?")
      return PostgresColumn(name: name, type: type.name, oid: oid, category: type.category)
    }
  }

  // MARK: - Answers

  /// Gives the answer as CSV in UTF-8, the header first, a record at a time with its line break.
  /// - Parameter forms: how each column is written.
  package func copy(
    _ query: PostgresQuery, _ forms: [PostgresColumn.Form],
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    try undoing {
      let started = Answer(
        PQexecParams(handle, query.copy(forms), 0, nil, nil, nil, nil, 0))
      try check(started, PGRES_COPY_OUT, .refused)
      do {
        while try takeRecord(body) {}
      } catch {
        // The rest is still on its way; nothing else can be asked here any more.
        PQfinish(handle)
        handle = nil
        throw error
      }
      while let rest = PQgetResult(handle) {
        try check(Answer(rest), PGRES_COMMAND_OK, .interrupted)
      }
    }
  }

  private func takeRecord(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Bool {
    var record: UnsafeMutablePointer<CChar>?
    let count = PQgetCopyData(handle, &record, 0)
    guard count > 0, let record else {
      if count == -2 { throw failure(.interrupted) }
      return false
    }
    defer { PQfreemem(record) }
    try record.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      try body(UnsafeBufferPointer(start: $0, count: Int(count)))
    }
    return true
  }

  // MARK: - The server's word

  /// What a server answered; freed with it.
  private final class Answer {
    let pointer: OpaquePointer?

    init(_ pointer: OpaquePointer?) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    func text(_ row: Int32, _ column: Int32) -> String {
      PQgetvalue(pointer, row, column).map { String(cString: $0) } ?? ""
    }
  }

  private func run(_ statement: String, _ cause: SQLError.Cause) throws(SQLError) -> Answer {
    let result = Answer(PQexec(handle, statement))
    try check(result, PGRES_COMMAND_OK, cause)
    return result
  }

  private func run(
    _ statement: String, _ values: [String], _ cause: SQLError.Cause
  ) throws(SQLError) -> Answer {
    let result = Self.withCStrings(values) {
      Answer(PQexecParams(handle, statement, Int32(values.count), nil, $0, nil, nil, 0))
    }
    try check(result, PGRES_TUPLES_OK, cause)
    return result
  }

  private func check(
    _ result: Answer, _ wanted: ExecStatusType, _ cause: SQLError.Cause
  ) throws(SQLError) {
    if PQresultStatus(result.pointer) == wanted { return }
    guard let words = PQresultErrorField(result.pointer, mainSentence) else {
      throw failure(cause)
    }
    throw SQLError(cause, String(cString: words))
  }

  private func failure(_ cause: SQLError.Cause) -> SQLError {
    SQLError(cause, PQerrorMessage(handle).map { String(cString: $0) } ?? "")
  }

  /// Undoes what failed, so that more can be asked in the same transaction.
  private func undoing<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    PQclear(PQexec(handle, "SAVEPOINT question"))
    do {
      let value = try body()
      PQclear(PQexec(handle, "RELEASE question"))
      return value
    } catch {
      PQclear(PQexec(handle, "ROLLBACK TO question"))
      throw error
    }
  }
}

/// libpq's letter for the main sentence of a message (`PG_DIAG_MESSAGE_PRIMARY`, a macro).
private let mainSentence = Int32(UInt8(ascii: "M"))
