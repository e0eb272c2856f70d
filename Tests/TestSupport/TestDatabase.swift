import CSQLite
import Foundation

/// Files of SQLite that tests make of SQL, so that people can read what is in them.
package enum TestDatabase {
  /// The file would not be made.
  package struct Failure: Error { let words: String }

  /// The bytes of a database after some statements.
  package static func bytes(_ statements: String) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    var handle: OpaquePointer?
    defer { sqlite3_close_v2(handle) }
    let isMade =
      sqlite3_open(file.path, &handle) == SQLITE_OK
      && sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK
    if !isMade { throw Failure(words: sqlite3_errmsg(handle).map { String(cString: $0) } ?? "") }
    return try Data(contentsOf: file)
  }
}
