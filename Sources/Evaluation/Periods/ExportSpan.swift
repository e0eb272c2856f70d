import Calendars
import Exports

/// What was handed in for the months of a reach.
package struct ExportSpan: Sendable {
  /// A month, and the folders that hold its exports.
  package struct Month: Sendable, Hashable {
    /// The month.
    package let month: Period
    /// Their names; empty when there is none.
    package let folders: [String]
  }

  /// In order.
  package let months: [Month]
  /// The files of these folders, together.
  package internal(set) var exports: ExportSet
}
