/// What a cell's number format makes of its number.
enum NumberShape: Sendable, Hashable {
  case number(NumberKind)
  case moment(MomentShape)
  case duration

  /// The formats that workbooks name by number without writing them down (ECMA-376 part 1, 18.8.30,
  /// with the date formats that East Asian versions keep at 27 to 36 and 50 to 58).
  static func builtIn(_ id: Int) -> NumberShape {
    switch id {
    case 9, 10: .number(.percentage)
    case 14...17, 27...31, 36, 50...54, 57, 58: .moment(.date)
    case 18...21, 32...35, 45, 47, 55, 56: .moment(.time)
    case 22: .moment(.dateTime)
    case 46: .duration
    case 49: .number(.text)
    default: .number(.plain)
    }
  }
}
