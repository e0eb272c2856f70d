/// Addresses of cells such as `B12`.
package enum CellReference {
  /// The letters of a column counted from 0: 0 is `A`, 26 is `AA`.
  package static func name(column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? letter : name(column: column / 26 - 1) + letter
  }

  /// The column from 0 and the row from 1 of `B12` or `$B$12`; `nil` where it is no address or stands
  /// outside any sheet.
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> (column: Int, row: Int)? {
    var place = 0
    var column = 0
    if place < text.count, text[place] == UInt8(ascii: "$") { place += 1 }
    while place < text.count {
      let letter = (text[place] & 0xDF) &- UInt8(ascii: "A")
      if letter > 25 { break }
      column = min(column * 26 + Int(letter) + 1, WorkbookLimit.columns + 1)
      place += 1
    }
    if place < text.count, text[place] == UInt8(ascii: "$") { place += 1 }
    let digits = UnsafeBufferPointer(rebasing: text[place...])
    guard (1...WorkbookLimit.columns).contains(column), let row = Self.row(digits) else {
      return nil
    }
    return (column - 1, row)
  }

  /// A row number from 1; `nil` where it is none or stands outside any sheet.
  static func row(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let number = text.decimal, (1...WorkbookLimit.rows).contains(number) else { return nil }
    return number
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes as a whole number without a sign; `nil` where they are none, or a huge one.
  var decimal: Int? {
    guard !isEmpty, count <= 15 else { return nil }
    var number = 0
    for byte in self {
      let digit = byte &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
