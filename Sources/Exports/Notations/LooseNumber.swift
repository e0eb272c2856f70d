import Tables

/// The mark before the decimals of a number.
enum DecimalMark: UInt8, Sendable, Hashable, CaseIterable {
  case point = 0x2E
  case comma = 0x2C

  /// The only mark of some formats of a column; `nil` for none or both.
  init?(of formats: [NumberFormat]) {
    let marks = Set(formats.map(\.decimalMark))
    guard marks.count == 1, let mark = marks.first.flatMap(Self.init) else { return nil }
    self = mark
  }

  /// The other one, which then may stand between thousands.
  var other: DecimalMark { self == .point ? .comma : .point }

  /// With the other mark or spaces between thousands.
  fileprivate var formats: [NumberFormat] {
    [other.rawValue, .space].map { NumberFormat(decimalMark: rawValue, groupMark: $0) }
  }
}

/// A number as people write it: marks or spaces may stand between thousands, and which mark comes before
/// the decimals is not known. That a column has fewer decimals does not tell.
struct LooseNumber {
  /// A cell read with one mark.
  private struct Reading {
    /// Whether it is a number at all, with however many decimals.
    let isPossible: Bool
    let units: Int64?

    init(_ bytes: Bytes, _ mark: DecimalMark, scale: Int) {
      units = Self.units(bytes, mark, scale)
      isPossible = units != nil || Self.units(bytes, mark, 9) != nil
    }

    /// Nobody writes a nought alone before thousands.
    private static func units(_ bytes: Bytes, _ mark: DecimalMark, _ scale: Int) -> Int64? {
      mark.formats.lazy.compactMap { format in
        let digits = bytes.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        if digits.first == UInt8(ascii: "0"), digits.dropFirst().first == format.groupMark {
          return nil
        }
        return format.units(bytes, scale: scale)
      }.first
    }
  }

  private let point: Reading
  private let comma: Reading

  /// The readings of a cell; `nil` when it has none that its column could hold.
  /// - Parameter scale: numbers are given times ten to the power of it.
  init?(_ bytes: Bytes, scale: Int) {
    point = Reading(bytes, .point, scale: scale)
    comma = Reading(bytes, .comma, scale: scale)
    if point.units == nil, comma.units == nil { return nil }
  }

  /// What it is with a mark before its decimals; `nil` also where it has too many of them.
  func units(_ mark: DecimalMark) -> Int64? { mark == .point ? point.units : comma.units }

  /// Whether it is a number with a mark before its decimals.
  func isPossible(_ mark: DecimalMark) -> Bool {
    mark == .point ? point.isPossible : comma.isPossible
  }

  /// What it is whichever mark stands before decimals.
  var sure: Int64? { point.units == comma.units ? point.units : nil }

  /// The one mark that it can be read with.
  var onlyMark: DecimalMark? { !comma.isPossible ? .point : !point.isPossible ? .comma : nil }

  /// What it is when nothing is known of the marks of its column: its only reading.
  var only: Int64? { onlyMark.flatMap(units) ?? sure }
}
