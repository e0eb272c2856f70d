import Diagnostics

/// In what capacity somebody holds a post. The raw value is the word of rule files.
package enum HoldingKind: String, Sendable, Hashable, CaseIterable {
  /// Appointed to it (chính thức).
  case official
  /// Acting (quyền).
  case acting
  /// In charge while nobody is appointed (phụ trách).
  case inCharge = "in-charge"
  /// Delegated by the head, who still answers (được ủy quyền).
  case delegated
}

/// Who held a post, from one day to another, by which document.
package struct Holding: Sendable, Hashable {
  /// The person.
  package let holder: String
  /// In what capacity.
  package let kind: HoldingKind
  /// The days, both included; `from` is always there.
  package let dates: DateSpan
  /// The decision that made it.
  package let document: String
  /// Where it is declared.
  package let span: Span

  /// A holding from its parts.
  package init(
    holder: String, kind: HoldingKind, dates: DateSpan, document: String, span: Span
  ) {
    self.holder = holder
    self.kind = kind
    self.dates = dates
    self.document = document
    self.span = span
  }
}

/// A post of a unit and those who held it. A day without a holding is a vacancy.
package struct Post: Sendable, Hashable {
  /// The code of the unit.
  package let unit: String
  /// What rules call it in `answers`: `head`.
  package let role: String
  /// What reports call it: `Giám đốc Sở Tư pháp`.
  package let title: String
  /// By first day.
  package let holdings: [Holding]

  /// A post from its parts.
  package init(unit: String, role: String, title: String, holdings: [Holding]) {
    self.unit = unit
    self.role = role
    self.title = title
    self.holdings = holdings.sorted { ($0.dates.from?.number ?? 0) < ($1.dates.from?.number ?? 0) }
  }
}
