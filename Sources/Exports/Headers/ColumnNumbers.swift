/// Tells the row that numbers the columns of a form from a record: `(1) (2) (3)`, or `A B 1 2`, under the headers.
enum ColumnNumbers {
  /// A row of bare numbers that is shorter may be a record.
  private static let leastBare = 4

  /// Whether the cells under some headers count the columns.
  /// - Parameter cells: as many as there are headers; an empty one stands for a column without number.
  static func are(_ cells: [String]) -> Bool {
    let filled = cells.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    guard filled.count >= 2, filled.count * 2 > cells.count else { return false }
    let labels = filled.map(label)
    guard labels.allSatisfy({ $0 != nil }) else { return false }
    let isBracketed = filled.allSatisfy { "([".contains($0.prefix(1)) }
    return counts(labels.compactMap(\.self)) && (isBracketed || filled.count >= leastBare)
  }

  /// What numbers a column, without brackets and without the sum that may follow: `(5)=(3)+(4)` is `5`.
  private static func label(_ cell: String) -> String? {
    let parts = cell.split(separator: "=", maxSplits: 1)
    guard let first = parts.first, first.count <= 4 else { return nil }
    let isSum = parts.dropFirst().allSatisfy { sum in
      sum.allSatisfy { $0.isNumber || "()[]+-*/:x×.%".contains($0) }
    }
    let label = first.trimmingPrefix { "([".contains($0) }.prefix { $0.isLetter || $0.isNumber }
    let rest = first.drop { "([".contains($0) }.dropFirst(label.count)
    return isSum && rest.allSatisfy { ")]".contains($0) } ? String(label) : nil
  }

  /// Letters come first, from A on, then numbers, from 1 on.
  private static func counts(_ labels: [String]) -> Bool {
    let letters = labels.prefix { $0.first?.isLetter == true }
    let numbers = labels.dropFirst(letters.count)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return zip(letters, alphabet).allSatisfy { $0.uppercased() == String($1) }
      && numbers.enumerated().allSatisfy { $1 == String($0 + 1) } && !numbers.isEmpty
  }
}
