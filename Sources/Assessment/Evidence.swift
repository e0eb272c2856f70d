/// Records that prove something: how many there are, and the first of them by key.
package struct Evidence: Sendable, Codable, Hashable {
  /// How many records there are in all.
  package let total: Int
  /// Those with the smallest keys, up to the limit of the run.
  package let records: [EvidenceRecord]

  /// Evidence from its parts.
  package init(total: Int, records: [EvidenceRecord]) {
    self.total = total
    self.records = records
  }

  /// No records.
  package static let none = Evidence(total: 0, records: [])
}

/// One record that proves something.
package struct EvidenceRecord: Sendable, Codable, Hashable {
  /// Its key, the parts joined with `|`; file and row where the dataset has no key.
  package let key: String
  /// When it was due: an ISO date (the end of that day) or a local date and time.
  package let due: String?
  /// When it was done; `nil` when it was not, or no deadline is asked for.
  package let done: String?
  /// The names of the columns that could not be read or were empty, for unknown records.
  package let columns: [String]

  /// A record from its parts.
  package init(key: String, due: String?, done: String?, columns: [String]) {
    self.key = key
    self.due = due
    self.done = done
    self.columns = columns
  }
}
