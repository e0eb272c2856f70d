import Calendars
import Diagnostics

/// A file that was handed in, readable or not.
package struct ExportFile: Sendable, Hashable {
  /// Whose records a file is the whole of: a unit it covers and has no record of had none.
  package enum Coverage: Sendable, Hashable {
    /// Every unit.
    case all
    /// These units, by code.
    case units([String])
    /// Only the units that its records name; it says nothing about others.
    case recordsOnly
  }

  /// How far reading it came.
  package enum Status: String, Sendable, Hashable {
    /// Its records were read, defects apart.
    case read
    /// It has a header and no record.
    case nilReturn = "nil-return"
    /// Nothing in it could be used; a defect says why.
    case unreadable
  }

  /// What a file was written in that is no UTF-8.
  package struct Encoding: Sendable, Hashable {
    /// Its name for people: `TCVN3 (ABC)`.
    package let name: String
    /// Why it was read so, in a sentence without a point.
    package let reason: Text

    init(_ decoding: Decoding) {
      (name, reason) = (decoding.encoding.title, decoding.reason)
    }
  }

  /// The path, relative to the exports folder.
  package let path: String
  /// The dataset its records belong to, where that is known.
  package var dataset: String?
  /// The code of the unit that handed it in, where the path or `exports.yaml` says so.
  package var unit: String?
  /// Whose records it is the whole of.
  package var covers: Coverage
  /// When its system wrote it.
  package var snapshot: Instant?
  /// SHA-256 of its bytes in hexadecimal; empty when they could not be read.
  package var sha256: String
  /// Its size.
  package var bytes: Int
  /// The records read from it, duplicates included.
  package var recordCount: Int
  /// How far reading it came.
  package var status: Status
  /// What it was written in, where that is no UTF-8.
  package var encoding: Encoding?
  /// The name of the folder of exports that it stands in: `2025-09`; empty for the root itself.
  package var folder = ""
  /// What stands in its columns of owners, where those are asked for, before any record was replaced
  /// by another.
  package var owners: [Int: Set<String>] = [:]

  /// A file from its parts.
  package init(
    path: String, dataset: String? = nil, unit: String? = nil, covers: Coverage = .recordsOnly,
    snapshot: Instant? = nil, sha256: String = "", bytes: Int = 0, recordCount: Int = 0,
    status: Status = .unreadable
  ) {
    self.path = path
    self.dataset = dataset
    self.unit = unit
    self.covers = covers
    self.snapshot = snapshot
    self.sha256 = sha256
    self.bytes = bytes
    self.recordCount = recordCount
    self.status = status
  }
}
