/// One record that proves a violation, as a list of all of them shows it.
package struct Breach: Sendable, Hashable {
  /// The id of its dataset.
  package let dataset: String
  /// The file it came from, relative to the exports folder.
  package let file: String
  /// The line of the file on which it starts, 1-based.
  package let line: Int
  /// Its key, the parts joined with `|`; `nil` where it has none, or a column of it is personal.
  package var key: String?
  /// The code of the unit whose result it is for.
  package let unit: String
  /// `directive/obligation`.
  package let obligation: String
  /// The group of records, where the obligation has a result for each.
  package let group: String?
  /// The period of the obligation.
  package let period: String
  /// When it was due: an ISO date (the end of that day) or a local date and time.
  package let due: String?
  /// When it was done.
  package let done: String?
  /// The ids of the waivers that set it apart from the result; none of a record that counts.
  package let waivers: [String]

  /// A record from its parts.
  package init(
    dataset: String, file: String, line: Int, key: String?, unit: String, obligation: String,
    group: String?, period: String, due: String?, done: String?, waivers: [String]
  ) {
    self.dataset = dataset
    self.file = file
    self.line = line
    self.key = key
    self.unit = unit
    self.obligation = obligation
    self.group = group
    self.period = period
    self.due = due
    self.done = done
    self.waivers = waivers
  }
}
