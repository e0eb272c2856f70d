import Rulebook
import Tables

extension Rulebook {
  /// The datasets whose records need not be kept in memory: nothing looks a record of theirs up.
  package var streamable: Set<String> {
    Set(datasets.map(\.id).filter { whyKept($0) == nil })
  }

  /// Why the records of a dataset are kept; `nil` where they need not be.
  func whyKept(_ dataset: String) -> WhyKept? {
    let own = datasets.first { $0.id == dataset }
    if let child = own?.children.first { return .owns(child.dataset) }
    let all = datasets + [units]
    if let parent = all.first(where: { $0.children.contains { $0.dataset == dataset } }) {
      return .belongs(to: parent.id)
    }
    let referring = all.first { $0.columns.contains { $0.references == dataset } }
    return referring.map { .isReferredTo(by: $0.id) }
  }
}

/// Why the records of a dataset are kept in memory.
package enum WhyKept: Sendable, Hashable {
  /// They are looked up by the records that belong to them.
  case owns(String)
  /// They are looked up by the records that they belong to.
  case belongs(to: String)
  /// They are looked up by records that refer to them.
  case isReferredTo(by: String)
}
