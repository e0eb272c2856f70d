/// Why a cell of a text that was made here is unreadable. It is written as `ConvertedText.unreadable` and a second byte
/// that is no UTF-8 either.
enum UnreadableCell: UInt8 {
  /// An error of a workbook. It has no second byte.
  case sheetError = 0
  /// The object of JSON has the key more than once.
  case duplicateKey = 0xF8
  /// A list, which no cell can hold.
  case list = 0xF9
  /// Half of a surrogate pair, which is no character.
  case brokenText = 0xFA
  /// `NaN` or `Infinity`.
  case noNumber = 0xFB
  /// Bytes (a BLOB), or something of a type that is no single value.
  case noSingleValue = 0xFC

  /// What is written in place of the cell.
  var bytes: [UInt8] { [ConvertedText.unreadable] + (rawValue == 0 ? [] : [rawValue]) }

  /// The cause that `bytes`, a cell of a text made of something, stand for; `nil` for other bytes.
  init?(_ bytes: Bytes, _ origin: ConvertedText.Origin) {
    if origin == .sheet {
      self = .sheetError
    } else if origin != .text, bytes.count == 2, bytes[0] == ConvertedText.unreadable {
      self.init(rawValue: bytes[1])
    } else {
      return nil
    }
  }
}
