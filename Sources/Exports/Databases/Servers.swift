import Databases

/// The PostgreSQL servers that a session reads from: each is asked in one transaction, so that all its tables are as they
/// were at one moment, and one that does not answer is waited for once.
final class Servers {
  private var connections: [String?: Result<PostgresConnection, SQLError>] = [:]

  /// The connection to a service, or why there is none.
  /// - Parameter zone: the time zone in which moments are written.
  func connection(to service: String?, zone: String) throws(SQLError) -> PostgresConnection {
    let known = connections[service]
    let connection =
      known
      ?? Result { () throws(SQLError) in try PostgresConnection(service: service, zone: zone) }
    connections[service] = connection
    return try connection.get()
  }
}

extension ExportMap.Entry {
  /// What an entry of a server is called among files: `postgres:SERVICE/TABLE`.
  var serverName: String {
    guard case .server(let service) = place else { return "" }
    return "postgres" + (service.map { ":" + $0 } ?? "") + "/" + (table ?? "query")
  }

  /// The name of its service.
  var service: String? { if case .server(let service) = place { service } else { nil } }
}
