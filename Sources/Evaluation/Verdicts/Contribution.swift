import Numbers

/// What one record adds to a measure other than a share or a count.
package enum Contribution: Sendable, Hashable {
  /// Nothing: the measure is a share or a count.
  case none
  /// A summand (sum, mean; of records that are alike their sum), or a number to be ranked, which lies between two ends; equal ends when it is known.
  case number(low: Rational?, high: Rational?)
  /// A value of `distinct`, as text that tells it apart; `nil` when unknown.
  case value(String?)
  /// Several values of `distinct`.
  case values(Set<String>)
  /// So many different values, none of which other records have.
  case valueCount(Int)
  /// Nothing, of records that are alike of which only so many count.
  case some(Int)
  /// One that counts only if a condition of its own holds.
  indirect case filtered(Truth, Contribution)
  /// Both parts of a ratio.
  indirect case pair(Contribution, Contribution)

  /// A summand that is known.
  package static func known(_ value: Rational) -> Contribution { .number(low: value, high: value) }
}
