import Diagnostics

/// A day that is off although the week says otherwise, or a rest day that is worked to make up.
package struct Holiday: Sendable, Hashable {
  /// The day.
  package let day: Day
  /// What it is called.
  package let name: Text
  /// The text that says so.
  package let source: String

  /// A day with its name and the text that declares it.
  package init(day: Day, name: Text, source: String) {
    self.day = day
    self.name = name
    self.source = source
  }
}
